//! Whether browsers build from a theme's markup what was written: it is parsed as they do, and compared.

use vestibule::theme::{
    Theme,
    check::{Code, Finding, Place},
};
use vestibule_hydration::check_markup;

/// What a browser would build otherwise, in every slot.
pub(in crate::theme) fn check(theme: &Theme) -> Vec<Finding> {
    let slots = [
        ("logo.html", &theme.slots.logo),
        ("legal.html", &theme.slots.legal),
        ("footer.html", &theme.slots.footer),
        ("aside.html", &theme.slots.aside),
        ("illustration.html", &theme.slots.illustration),
    ];
    slots.into_iter().flat_map(|(file, html)| slot(file, html.as_deref().unwrap_or_default())).collect()
}

fn slot(file: &str, html: &str) -> Vec<Finding> {
    let found = check_markup(file, html);
    let finding = found.into_iter().map(|problem| Finding {
        code: Code::BrokenMarkup,
        place: Place::File {
            file: file.to_owned(),
            line: problem.byte.and_then(|byte| html.get(..byte)).map(|before| before.matches('\n').count() + 1),
        },
        what: format!("{} {} at {}", problem.code.title(), problem.detail, problem.path),
        instead: problem.fix().to_owned(),
    });
    finding.collect()
}

#[cfg(test)]
mod tests {
    use vestibule::theme::Theme;

    use super::check;

    #[test]
    fn what_a_browser_rebuilds_is_found() {
        let mut theme = Theme::built_in("foyer").expect("it is one of ours");
        theme.slots.footer = Some("<p>Northwind<br><a href=\"/terms\">Terms</a></p>".to_owned());
        assert!(check(&theme).is_empty());
        theme.slots.footer = Some("<p>One<div>two</div></p>".to_owned());
        let findings = check(&theme);
        assert!(findings.iter().any(|finding| finding.to_string().contains("T150")), "{findings:?}");
    }
}
