//! What a theme says to tokens and hooks: known names, all seeds, and each layer reads the one below it.

use std::collections::BTreeSet;

use raffia::{Spanned, ast::Stylesheet};
use vestibule_ui::parts::SEEDS;

use super::{
    Code,
    finding::Found,
    names::{Layer, PREFIX, near, properties},
    sheet::{Seen, property, reads, walk, words},
};

pub(super) fn check<'s>(sheet: &Stylesheet<'s>, found: &mut Found<'s>) {
    walk(sheet, found.text, &mut |seen| {
        let Seen::Block(_, declarations, _) = seen else { return };
        for declaration in declarations {
            let (name, at) = (property(declaration), declaration.span().start);
            let own = name.strip_prefix(PREFIX);
            if let Some(name) = own {
                known(name, at, found);
            }
            let value = words(&declaration.value);
            for read in reads(&value).into_iter().filter_map(|read| read.strip_prefix(PREFIX)) {
                known(read, at, found);
                let (Some(own), Some(layers)) = (own, own.and_then(Layer::of).zip(Layer::of(read))) else { continue };
                if !layers.0.may_read(layers.1, read) {
                    let what = format!(
                        "`{PREFIX}{own}` is {} and reads `{PREFIX}{read}`, which is {}",
                        layers.0.word(),
                        layers.1.word()
                    );
                    found.at(at, Code::WrongLayer, what, Code::WrongLayer.fix());
                }
            }
        }
    });
}

fn known(name: &str, at: usize, found: &mut Found<'_>) {
    if Layer::of(name).is_some() {
        return;
    }
    let instead = near(name, properties())
        .map_or_else(|| Code::UnknownToken.fix().to_owned(), |near| format!("Did you mean `{PREFIX}{near}`?"));
    found.at(at, Code::UnknownToken, format!("`{PREFIX}{name}` is neither token nor hook"), instead);
}

/// Names the seeds that the file sets nowhere.
pub(super) fn seeds<'s>(sheet: &Stylesheet<'s>, found: &mut Found<'s>) {
    let mut set = BTreeSet::new();
    walk(sheet, found.text, &mut |seen| {
        if let Seen::Block(_, declarations, _) = seen {
            set.extend(declarations.into_iter().map(property));
        }
    });
    for seed in SEEDS {
        let name = format!("{PREFIX}{seed}");
        if !set.contains(&name) {
            found.line(None, Code::MissingSeed, format!("`{name}` is set nowhere"), Code::MissingSeed.fix());
        }
    }
}
