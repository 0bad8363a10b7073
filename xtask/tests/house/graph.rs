//! The packages and who depends on whom, as cargo sees it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
    sync::LazyLock,
};

use serde_json::Value;

/// All of it, read once.
pub(crate) static GRAPH: LazyLock<Graph> = LazyLock::new(Graph::read);

/// Every package that the lock file names, on any platform.
pub(crate) struct Graph {
    pub(crate) packages: BTreeMap<String, Package>,
    pub(crate) ours: BTreeSet<String>,
}

/// A package of one version.
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) folder: String,
    pub(crate) licence: Option<String>,
    pub(crate) source: Option<String>,
    /// The ids of the packages that its own code uses.
    pub(crate) normal: BTreeSet<String>,
    /// The ids of the packages that only its tests use.
    pub(crate) dev: BTreeSet<String>,
}

impl Graph {
    fn read() -> Self {
        let output = cargo("metadata --format-version 1 --all-features");
        let metadata: Value = serde_json::from_str(&output).expect("cargo writes JSON");
        let mut packages: BTreeMap<_, _> =
            array(&metadata["packages"]).map(|value| (text(&value["id"]), package(value))).collect();
        for node in array(&metadata["resolve"]["nodes"]) {
            let package = packages.get_mut(&text(&node["id"])).expect("a node is a package");
            for dependency in array(&node["deps"]) {
                let id = text(&dependency["pkg"]);
                for kind in array(&dependency["dep_kinds"]) {
                    match kind["kind"].as_str() {
                        Some("dev") => package.dev.insert(id.clone()),
                        // What a build script uses is used all the same.
                        _ => package.normal.insert(id.clone()),
                    };
                }
            }
        }
        let ours = array(&metadata["workspace_members"]).map(text).collect();
        Self { packages, ours }
    }

    /// Our own packages.
    pub(crate) fn ours(&self) -> impl Iterator<Item = &Package> {
        self.ours.iter().map(|id| &self.packages[id])
    }

    /// The names of packages.
    pub(crate) fn names<'a>(&'a self, ids: &'a BTreeSet<String>) -> impl Iterator<Item = &'a str> {
        ids.iter().map(|id| self.packages[id].name.as_str())
    }
}

/// The names of everything that a package's code uses, itself or through others, with every feature of its own.
/// The metadata can't tell: there, what one member asks of a package is asked by all.
pub(crate) fn reach(package: &str) -> BTreeSet<String> {
    let tree =
        cargo(&format!("tree --package {package} --all-features --edges normal,build --target all --prefix none"));
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

fn cargo(arguments: &str) -> String {
    let cargo = std::env::var("CARGO").expect("cargo runs the tests");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace");
    let output = Command::new(cargo)
        .args(arguments.split(' '))
        .arg("--locked")
        .current_dir(root)
        .output()
        .expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo writes text")
}

fn package(value: &Value) -> Package {
    let manifest = text(&value["manifest_path"]);
    let folder = Path::new(&manifest).parent().and_then(Path::file_name).unwrap_or_default();
    Package {
        name: text(&value["name"]),
        folder: folder.to_string_lossy().into_owned(),
        licence: value["license"].as_str().map(str::to_owned),
        source: value["source"].as_str().map(str::to_owned),
        normal: BTreeSet::new(),
        dev: BTreeSet::new(),
    }
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("cargo's metadata has a list here").iter()
}

fn text(value: &Value) -> String {
    value.as_str().expect("cargo's metadata has a text here").to_owned()
}
