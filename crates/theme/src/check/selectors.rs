//! What rules choose: parts, their kinds and states, and nothing that is only how a page happens to be built.

use raffia::{
    Spanned,
    ast::{
        AttributeSelector, AttributeSelectorValue, Combinator, CombinatorKind, ComplexSelector, ComplexSelectorChild,
        CompoundSelector, InterpolableIdent, InterpolableStr, PseudoClassSelector, PseudoClassSelectorArgKind,
        SelectorList, SimpleSelector, Stylesheet, TypeSelector,
    },
};
use vestibule_ui::parts::{PARTS, PartNames};

use super::{
    Code,
    finding::Found,
    names::{near, part_named, part_of_tag},
    sheet::{Seen, walk},
};

/// Attributes that are promised, beside those that begin with `aria-`.
const PUBLIC: [&str; 15] = [
    "data-part",
    "data-kind",
    "data-state",
    "data-name",
    "data-screen",
    "data-layout",
    "data-width",
    "data-scheme",
    "data-invalid",
    "data-required",
    "data-hydrated",
    "role",
    "lang",
    "dir",
    "hidden",
];

pub(super) fn check<'s>(sheet: &Stylesheet<'s>, found: &mut Found<'s>) {
    walk(sheet, found.text, &mut |seen| {
        if let Seen::Selectors(list) = seen {
            all(list, found);
        }
    });
}

fn all(list: &SelectorList<'_>, found: &mut Found<'_>) {
    list.selectors.iter().for_each(|selector| complex(selector, found));
}

fn complex(selector: &ComplexSelector<'_>, found: &mut Found<'_>) {
    for child in &selector.children {
        match child {
            ComplexSelectorChild::CompoundSelector(it) => compound(it, found),
            ComplexSelectorChild::Combinator(it) => combinator(it, found),
        }
    }
}

fn combinator(it: &Combinator, found: &mut Found<'_>) {
    let sign = match it.kind {
        CombinatorKind::Child => ">",
        CombinatorKind::NextSibling => "+",
        CombinatorKind::LaterSibling => "~",
        CombinatorKind::Descendant | CombinatorKind::Column => return,
    };
    let instead = "Choose by `data-name`, or from within a part with a space: what stands beside what may change";
    found.at(
        it.span.start,
        Code::ByPosition,
        format!("`{sign}` counts on what stands beside or directly in what"),
        instead,
    );
}

fn compound(it: &CompoundSelector<'_>, found: &mut Found<'_>) {
    let part = it.children.iter().find_map(|simple| match simple {
        SimpleSelector::Attribute(attribute) if name(attribute) == "data-part" => value(attribute).and_then(part_named),
        _ => None,
    });
    for simple in &it.children {
        let at = simple.span().start;
        match simple {
            SimpleSelector::Type(TypeSelector::TagName(tag)) => by_tag(&text(&tag.name.name), at, found),
            SimpleSelector::Type(TypeSelector::Universal(_)) => {
                found.at(at, Code::ByTag, "`*` chooses whatever there is", Code::ByTag.fix());
            }
            SimpleSelector::Class(class) => by_class('.', &text(&class.name), at, found),
            SimpleSelector::Id(id) => by_class('#', &text(&id.name), at, found),
            SimpleSelector::Attribute(it) => attribute(it, part, found),
            SimpleSelector::PseudoClass(pseudo) => pseudo_class(pseudo, found),
            _ => {}
        }
    }
}

fn by_tag(tag: &str, at: usize, found: &mut Found<'_>) {
    let instead = part_of_tag(tag).map_or_else(|| Code::ByTag.fix().to_owned(), |part| format!("Use `{part}`"));
    found.at(at, Code::ByTag, format!("`{tag}` is a tag"), instead);
}

fn by_class(sign: char, name: &str, at: usize, found: &mut Found<'_>) {
    let part = near(name, PARTS.iter().map(|names| names.part));
    let instead = part.map_or_else(|| Code::ByClass.fix().to_owned(), |part| format!("Use `[data-part=\"{part}\"]`"));
    found.at(at, Code::ByClass, format!("our pages promise no `{sign}{name}`"), instead);
}

fn attribute(it: &AttributeSelector<'_>, part: Option<&PartNames>, found: &mut Found<'_>) {
    let (name, at) = (name(it), it.span.start);
    if matches!(name.as_str(), "class" | "id") {
        return found.at(at, Code::ByClass, format!("our pages promise no `{name}`"), Code::ByClass.fix());
    }
    if !PUBLIC.contains(&name.as_str()) && !name.starts_with("aria-") {
        let what = format!("`[{name}]` is how a page happens to be built");
        return found.at(at, Code::ByTag, what, "Use `data-part`, `data-kind`, `data-state`, `data-name` or ARIA");
    }
    let Some(value) = value(it) else { return };
    let parts = || part.map_or(PARTS, std::slice::from_ref).iter();
    let (code, known): (_, Vec<&str>) = match name.as_str() {
        "data-part" => (Code::UnknownPart, PARTS.iter().map(|names| names.part).collect()),
        "data-kind" => (Code::UnknownKind, parts().flat_map(|names| names.kinds).copied().collect()),
        "data-state" => {
            let states = |names: &PartNames| names.states.iter().chain(names.later).copied().collect::<Vec<_>>();
            (Code::UnknownState, parts().flat_map(states).collect())
        }
        _ => return,
    };
    if known.contains(&value) {
        return;
    }
    let of = part.filter(|_| name != "data-part").map(|part| format!(" of `{}`", part.part)).unwrap_or_default();
    let instead = match near(value, &known) {
        Some(near) => format!("Did you mean `{near}`?"),
        None if known.is_empty() => format!("There is no `{name}`{of}"),
        None if known.len() < 12 => format!("There are: {}", known.join(", ")),
        None => code.fix().to_owned(),
    };
    found.at(at, code, format!("there is no `{name}`{of} called `{value}`"), instead);
}

fn pseudo_class(pseudo: &PseudoClassSelector<'_>, found: &mut Found<'_>) {
    let name = text(&pseudo.name);
    let counts = name.starts_with("nth-")
        || ["first-child", "last-child", "only-child", "first-of-type", "last-of-type", "only-of-type"]
            .contains(&name.as_str());
    if counts {
        let what = format!("`:{name}` counts what a page happens to hold");
        return found.at(pseudo.span.start, Code::ByPosition, what, Code::ByPosition.fix());
    }
    match pseudo.arg.as_ref().map(|arg| &arg.kind) {
        Some(PseudoClassSelectorArgKind::SelectorList(list)) => all(list, found),
        Some(PseudoClassSelectorArgKind::CompoundSelector(it)) => compound(it, found),
        Some(PseudoClassSelectorArgKind::CompoundSelectorList(list)) => {
            list.selectors.iter().for_each(|it| compound(it, found));
        }
        Some(PseudoClassSelectorArgKind::RelativeSelectorList(list)) => {
            for relative in &list.selectors {
                relative.combinator.iter().for_each(|it| combinator(it, found));
                complex(&relative.complex_selector, found);
            }
        }
        _ => {}
    }
}

fn text(ident: &InterpolableIdent<'_>) -> String {
    match ident {
        InterpolableIdent::Literal(ident) => ident.name.to_ascii_lowercase(),
        _ => String::new(),
    }
}

fn name(attribute: &AttributeSelector<'_>) -> String {
    text(&attribute.name.name)
}

fn value<'a>(attribute: &'a AttributeSelector<'_>) -> Option<&'a str> {
    match attribute.value.as_ref()? {
        AttributeSelectorValue::Ident(InterpolableIdent::Literal(ident)) => Some(&ident.name),
        AttributeSelectorValue::Str(InterpolableStr::Literal(text)) => Some(&text.value),
        _ => None,
    }
}

/// What a rule speaks of in the end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) part: Option<String>,
    pub(super) name: Option<String>,
    /// It is what CSS draws before or after it.
    pub(super) generated: bool,
}

/// What the rules of a list speak of.
pub(super) fn subjects(list: &SelectorList<'_>) -> Vec<Subject> {
    let last = |selector: &ComplexSelector<'_>| match selector.children.last() {
        Some(ComplexSelectorChild::CompoundSelector(it)) => subjects_of(it),
        _ => Vec::new(),
    };
    list.selectors.iter().flat_map(last).collect()
}

fn subjects_of(compound: &CompoundSelector<'_>) -> Vec<Subject> {
    let mut subjects = vec![Subject::default()];
    for simple in &compound.children {
        match simple {
            SimpleSelector::Attribute(it) if name(it) == "data-part" => {
                for subject in &mut subjects {
                    subject.part = value(it).map(str::to_owned);
                }
            }
            SimpleSelector::Attribute(it) if name(it) == "data-name" => {
                for subject in &mut subjects {
                    subject.name = value(it).map(str::to_owned);
                }
            }
            SimpleSelector::PseudoElement(_) => subjects.iter_mut().for_each(|subject| subject.generated = true),
            SimpleSelector::PseudoClass(pseudo) => match pseudo.arg.as_ref().map(|arg| &arg.kind) {
                Some(PseudoClassSelectorArgKind::SelectorList(list))
                    if matches!(&*text(&pseudo.name), "where" | "is") =>
                {
                    subjects = self::subjects(list).into_iter().map(|inner| of_both(&subjects[0], inner)).collect();
                }
                _ => {}
            },
            _ => {}
        }
    }
    subjects
}

fn of_both(outer: &Subject, inner: Subject) -> Subject {
    Subject {
        part: inner.part.or_else(|| outer.part.clone()),
        name: inner.name.or_else(|| outer.name.clone()),
        generated: inner.generated || outer.generated,
    }
}
