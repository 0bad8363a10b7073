//! A stylesheet without layers, for hosts whose own rules stand in none: those win over every layer, however little they
//! weigh, and a reset such as `button { background: none }` takes our buttons apart.
//!
//! Layers are unwrapped in their order, and each selector gets the weight that a layer made needless. It is done here and
//! at the start of a server, for our rules and a theme's alike, and not when the site is built: a theme is known only
//! then, and one hand that writes both can't disagree with itself.

mod pieces;
mod weight;

use pieces::{Piece, pieces};

/// The same rules without layers: those of a later layer later, each selector heavier by two classes.
///
/// ```
/// use vestibule_theme::plain;
///
/// let layered = "@layer base, look; @layer look { b { color: red } } @layer base { :where(b) { color: blue } }";
/// assert_eq!(plain(layered), ":where(b):not(._._){ color: blue }\nb:not(._._){ color: red }\n");
/// ```
#[must_use]
pub fn plain(css: &str) -> String {
    let mut outermost = Layer::default();
    outermost.read(css);
    let mut flat = String::with_capacity(css.len() + css.len() / 4);
    outermost.write(&mut flat);
    flat
}

/// A layer with those in it, in the order in which each was first named.
#[derive(Default)]
struct Layer {
    name: String,
    inner: Vec<Layer>,
    /// What stands in it and in no inner one.
    rules: String,
}

impl Layer {
    fn read(&mut self, css: &str) {
        for piece in pieces(css) {
            match piece {
                Piece::Statement(text) => match text.strip_prefix("@layer") {
                    Some(names) => {
                        for name in names.split(',') {
                            self.at(name.trim());
                        }
                    }
                    None => self.rules.extend([text, ";\n"]),
                },
                Piece::Block { prelude, body } => self.read_block(prelude, body),
            }
        }
    }

    fn read_block(&mut self, prelude: &str, body: &str) {
        let word = prelude.split(|c: char| !c.is_ascii_alphanumeric() && !"@-".contains(c)).next().unwrap_or_default();
        match word {
            "@layer" => self.at(prelude["@layer".len()..].trim()).read(body),
            "@media" | "@supports" | "@container" | "@scope" | "@starting-style" => {
                let mut within = Self::default();
                within.read(body);
                self.take(within, prelude);
            }
            // What has no selectors: key frames, a font, a property.
            at if at.starts_with('@') => self.rules.extend([prelude, "{", body, "}\n"]),
            _ => self.rules.extend([&weight::weigh(prelude), "{", body, "}\n"]),
        }
    }

    /// The layer of this name in this one: `vestibule.parts` is a layer in a layer.
    fn at(&mut self, name: &str) -> &mut Self {
        let (first, rest) = name.split_once('.').map_or((name, None), |(first, rest)| (first, Some(rest)));
        // One without a name is never met again.
        let known = self.inner.iter().position(|layer| layer.name == first && !first.is_empty());
        let index = known.unwrap_or(self.inner.len());
        if known.is_none() {
            self.inner.push(Self { name: first.to_owned(), ..Self::default() });
        }
        let layer = &mut self.inner[index];
        match rest {
            Some(rest) => layer.at(rest),
            None => layer,
        }
    }

    /// Takes over what stood in a condition, each layer's part in that condition.
    fn take(&mut self, other: Self, condition: &str) {
        for layer in other.inner {
            let name = layer.name.clone();
            self.at(&name).take(layer, condition);
        }
        if !other.rules.is_empty() {
            self.rules.extend([condition, "{\n", &other.rules, "}\n"]);
        }
    }

    /// What stands in no inner layer wins, so it comes last.
    fn write(&self, flat: &mut String) {
        self.inner.iter().for_each(|layer| layer.write(flat));
        flat.push_str(&self.rules);
    }
}

#[cfg(test)]
mod tests;
