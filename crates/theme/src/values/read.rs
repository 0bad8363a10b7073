//! The text of a token as a value of its sort.

use super::{
    Kind, Problem, Quantity, Shadow, Unit, Value, colour,
    expression::quantity,
    split::{parts, words},
};

/// Reads a value. A hook that is no colour and no length is a text: it may be all that CSS knows.
pub(super) fn value(kind: Kind, text: &str) -> Result<Value, Problem> {
    let text = text.trim();
    let no = |expected| Problem::No { text: text.to_owned(), expected };
    match kind {
        Kind::Colour => colour(text).map(Value::Colour).ok_or_else(|| no("colour")),
        Kind::Length => length(text).map(Value::Length).ok_or_else(|| no("length")),
        Kind::Number => match quantity(text, &[]) {
            Some(Quantity { value, unit: Unit::None }) => Ok(Value::Number(value)),
            _ => Err(no("number")),
        },
        Kind::Fonts => fonts(text).map(Value::Fonts).ok_or_else(|| no("list of fonts")),
        Kind::Duration => duration(text).map(Value::Duration).ok_or_else(|| no("duration")),
        Kind::Shadow => shadows(text).map(Value::Shadows).ok_or_else(|| no("shadow")),
        Kind::Fill => Ok(colour(text).map_or_else(|| Value::Text(text.to_owned()), Value::Colour)),
        Kind::Lengths => Ok(length(text).map_or_else(|| Value::Text(text.to_owned()), Value::Length)),
        Kind::Text => Ok(Value::Text(text.to_owned())),
    }
}

pub(crate) fn length(text: &str) -> Option<Quantity> {
    let length = quantity(text, &[])?;
    let is_nothing = length.unit == Unit::None && length.value == 0.0;
    let is_time = matches!(length.unit, Unit::Milliseconds | Unit::Seconds | Unit::Degrees);
    (is_nothing || (length.unit != Unit::None && !is_time)).then_some(length)
}

pub(crate) fn duration(text: &str) -> Option<f64> {
    let time = quantity(text, &[])?;
    matches!(time.unit, Unit::Milliseconds | Unit::Seconds).then(|| time.size())
}

fn fonts(text: &str) -> Option<Vec<String>> {
    let fonts = parts(text, ',').into_iter().map(|font| {
        let name = font.trim_matches(['"', '\'']).trim();
        (!name.is_empty() && !name.contains(['(', ';', '{'])).then(|| name.to_owned())
    });
    fonts.collect()
}

fn shadows(text: &str) -> Option<Vec<Shadow>> {
    if text == "none" { Some(Vec::new()) } else { parts(text, ',').into_iter().map(shadow).collect() }
}

fn shadow(text: &str) -> Option<Shadow> {
    let (mut lengths, mut shade, mut inset) = (Vec::new(), None, false);
    for word in words(text) {
        if let Some(length) = length(word) {
            lengths.push(length);
        } else if word == "inset" {
            inset = true;
        } else {
            shade = Some(colour(word)?);
        }
    }
    if !(2..=4).contains(&lengths.len()) {
        return None;
    }
    lengths.resize(4, Quantity { value: 0.0, unit: Unit::Pixels });
    Some(Shadow { lengths: lengths.try_into().ok()?, colour: shade?, inset })
}

#[cfg(test)]
mod tests {
    use super::{Kind, value};

    #[track_caller]
    fn check(kind: Kind, text: &str, expected: Result<&str, &str>) {
        let read = value(kind, text).map(|value| format!("{value}")).map_err(|problem| format!("{problem}"));
        assert_eq!(read.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn a_value_is_read_and_written() {
        check(Kind::Length, "0.25rem", Ok("0.25rem"));
        check(Kind::Length, "0", Ok("0"));
        check(Kind::Length, "3", Err("\"3\" is no length"));
        check(Kind::Duration, "0.2s", Ok("200ms"));
        check(Kind::Duration, "12px", Err("\"12px\" is no duration"));
        check(Kind::Number, "calc(1.2 * 2)", Ok("2.4"));
        check(Kind::Number, "bold", Err("\"bold\" is no number"));
        check(Kind::Fonts, "'Public Sans', ui-serif", Ok("\"Public Sans\", ui-serif"));
        check(Kind::Shadow, "none", Ok("none"));
        check(
            Kind::Shadow,
            "0 1px 2px #000, inset 0 0 1px 2px oklch(1 0 0)",
            Ok("0 1px 2px oklch(0 0 0), inset 0 0 1px 2px oklch(1 0 0)"),
        );
        check(Kind::Shadow, "1px #000", Err("\"1px #000\" is no shadow"));
        check(Kind::Fill, "currentcolor", Ok("currentcolor"));
        check(Kind::Lengths, "0 1rem", Ok("0 1rem"));
    }
}
