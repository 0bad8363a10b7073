//! What a run leaves behind: `report.json` for programs, `report.html` for people, `junit.xml` for systems that run tests.

mod html;
mod json;
mod junit;

use std::{env, fs, io, path::Path};

use crate::Report;

impl Report {
    /// Writes `report.json`, `report.html` and `junit.xml` into `folder`, which is made if need be. Call it before
    /// [`Report::assert_clean`], so that a failure leaves them too. A run that `HYDRATION_CASE` made smaller writes into
    /// `some` within it, so that the last report of all cases stays.
    ///
    /// # Errors
    ///
    /// When they can't be written.
    pub fn write(&self, folder: impl AsRef<Path>) -> io::Result<()> {
        // Nothing was checked, and what an earlier run found is worth more than nothing.
        if self.run.answered {
            return Ok(());
        }
        let folder = folder.as_ref().join(if self.run.left_out.is_empty() { "" } else { "some" });
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("report.json"), json::write(self)?)?;
        fs::write(folder.join("junit.xml"), junit::write(self))?;
        fs::write(folder.join("report.html"), html::write(self))
    }
}

/// The version of Leptos that the project is locked to: that of the lock file above the package whose test is running.
fn leptos() -> Option<String> {
    let package = env::var_os("CARGO_MANIFEST_DIR")?;
    let lock = Path::new(&package).ancestors().find_map(|folder| fs::read_to_string(folder.join("Cargo.lock")).ok())?;
    version_in(&lock).map(str::to_owned)
}

fn version_in(lock: &str) -> Option<&str> {
    let mut lines = lock.lines().skip_while(|line| *line != r#"name = "leptos""#);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{Report, fs, version_in};

    #[test]
    fn a_run_of_some_cases_leaves_the_report_of_all_as_it_is() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let mut report = Report::new(1);
        report.write(&folder).expect("the folder is ours");
        let all = fs::read(folder.path().join("report.json")).expect("a report of all");
        report.run.left_out.push("a".to_owned());
        report.write(&folder).expect("the folder is ours");
        assert_eq!(fs::read(folder.path().join("report.json")).expect("it stays"), all);
        let names = ["report.json", "report.html", "junit.xml"];
        assert!(names.iter().all(|name| folder.path().join("some").join(name).is_file()));
    }

    #[test]
    fn the_version_of_leptos_is_read_from_a_lock_file() {
        let lock = "[[package]]\nname = \"leptos\"\nversion = \"0.8.23\"\nsource = \"…\"\n";
        assert_eq!(version_in(lock), Some("0.8.23"));
        assert_eq!(version_in("[[package]]\nname = \"leptos_dom\"\nversion = \"0.8.0\"\n"), None);
    }
}
