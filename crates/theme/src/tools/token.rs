//! One token in a file, there and back.

use serde_json::{Value as Json, json};

use super::Space;
use crate::{
    Colour,
    values::{Kind, Quantity, Shadow, Unit, Value, duration, length},
};

/// A token with its type. `None` for what the format can't say.
pub(super) fn written(value: &Value, space: Space) -> Option<Json> {
    let (sort, value) = match value {
        Value::Colour(own) => ("color", colour(*own, space)),
        Value::Length(own) if own.unit == Unit::Em => ("number", json!(rounded(own.value))),
        Value::Length(own) => ("dimension", dimension(*own)?),
        Value::Number(own) => ("number", json!(rounded(*own))),
        Value::Fonts(own) => ("fontFamily", json!(own)),
        Value::Duration(own) => ("duration", json!({ "value": rounded(*own), "unit": "ms" })),
        Value::Shadows(own) if own.is_empty() => ("shadow", shadow(&nothing(), space)?),
        Value::Shadows(own) => {
            let shadows = own.iter().map(|own| shadow(own, space)).collect::<Option<Vec<_>>>()?;
            ("shadow", json!(shadows))
        }
        Value::Text(_) => return None,
    };
    Some(json!({ "$type": sort, "$value": value }))
}

fn colour(colour: Colour, space: Space) -> Json {
    let Colour { lightness, chroma, hue, alpha } = colour.rounded();
    let (name, components) = match space {
        Space::Oklch => ("oklch", [lightness, chroma, hue]),
        // As exact as hex, so that the two never say different things.
        Space::Srgb => ("srgb", colour.bytes().map(|byte| rounded(f64::from(byte) / 255.0))),
    };
    json!({ "colorSpace": name, "components": components, "alpha": alpha, "hex": colour.hex() })
}

/// The format knows two units.
fn dimension(length: Quantity) -> Option<Json> {
    let unit = match length.unit {
        Unit::None | Unit::Pixels => "px",
        Unit::Rem => "rem",
        _ => return None,
    };
    Some(json!({ "value": rounded(length.value), "unit": unit }))
}

fn shadow(own: &Shadow, space: Space) -> Option<Json> {
    let [x, y, blur, spread] = own.lengths;
    Some(json!({
        "color": colour(own.colour, space),
        "offsetX": dimension(x)?,
        "offsetY": dimension(y)?,
        "blur": dimension(blur)?,
        "spread": dimension(spread)?,
        "inset": own.inset,
    }))
}

/// The format has no word for no shadow.
fn nothing() -> Shadow {
    let none = Quantity { value: 0.0, unit: Unit::Pixels };
    Shadow { lengths: [none; 4], colour: Colour { alpha: 0.0, ..Colour::new(0.0, 0.0, 0.0) }, inset: false }
}

fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// Reads the `$value` of a token of ours, as the format says it or as tools write it. `None` for what is no such value.
pub(super) fn read(token: &str, kind: Kind, json: &Json) -> Option<Value> {
    match kind {
        Kind::Colour | Kind::Fill => read_colour(json).map(Value::Colour),
        Kind::Length | Kind::Lengths if token == "tracking-title" && json.is_number() => {
            Some(Value::Length(Quantity { value: json.as_f64()?, unit: Unit::Em }))
        }
        Kind::Length | Kind::Lengths => read_length(json).map(Value::Length),
        Kind::Number => json.as_f64().or_else(|| json.as_str()?.parse().ok()).map(Value::Number),
        Kind::Fonts => read_fonts(json).map(Value::Fonts),
        Kind::Duration => read_duration(json).map(Value::Duration),
        Kind::Shadow => {
            let shadows = match json.as_array() {
                Some(shadows) => shadows.iter().map(read_shadow).collect::<Option<Vec<_>>>()?,
                None => vec![read_shadow(json)?],
            };
            let is_nothing = |own: &Shadow| own.falls_like(&nothing()) && own.colour.alpha <= 0.0;
            Some(Value::Shadows(if shadows.iter().all(is_nothing) { Vec::new() } else { shadows }))
        }
        Kind::Text => None,
    }
}

fn read_colour(json: &Json) -> Option<Colour> {
    if let Some(text) = json.as_str() {
        return Colour::parse(text).map(Colour::rounded);
    }
    let alpha = json.get("alpha").and_then(Json::as_f64).unwrap_or(1.0);
    let hex = || Some(Colour { alpha, ..Colour::parse(json.get("hex")?.as_str()?)? });
    // A component may be "none".
    let components: Option<Vec<f64>> = json
        .get("components")
        .and_then(Json::as_array)
        .map(|all| all.iter().map(|one| one.as_f64().unwrap_or(0.0)).collect());
    let colour = match (json.get("colorSpace").and_then(Json::as_str), components.as_deref()) {
        (Some("oklch"), Some(&[lightness, chroma, hue])) => Some(Colour { lightness, chroma, hue, alpha }),
        (Some("srgb"), Some(&[red, green, blue])) => Some(Colour::of_srgb([red, green, blue], alpha)),
        _ => hex(),
    };
    let Colour { lightness, chroma, hue, alpha } = colour?;
    let alpha = alpha.clamp(0.0, 1.0);
    Some(
        Colour { lightness: lightness.clamp(0.0, 1.0), chroma: chroma.max(0.0), hue: hue.rem_euclid(360.0), alpha }
            .rounded(),
    )
}

/// An object, a text with its unit, or a number of dots.
fn read_length(json: &Json) -> Option<Quantity> {
    if let Some(value) = json.as_f64() {
        return Some(Quantity { value, unit: Unit::Pixels });
    }
    length(&text(json)?)
}

fn read_duration(json: &Json) -> Option<f64> {
    if let Some(value) = json.as_f64() {
        return Some(value);
    }
    duration(&text(json)?)
}

/// A number with its unit as one text.
fn text(json: &Json) -> Option<String> {
    if let Some(text) = json.as_str() {
        return Some(text.to_owned());
    }
    Some(format!("{}{}", json.get("value")?.as_f64()?, json.get("unit")?.as_str()?))
}

fn read_fonts(json: &Json) -> Option<Vec<String>> {
    let name = |json: &Json| {
        let name = json.as_str()?;
        (!name.is_empty() && !name.contains(['"', '\\', ';', '{', '}'])).then(|| name.to_owned())
    };
    match json.as_array() {
        Some(fonts) => fonts.iter().map(name).collect(),
        // Tools write a list as one text.
        None => json.as_str()?.split(',').map(|font| name(&font.trim().trim_matches(['"', '\'']).into())).collect(),
    }
}

fn read_shadow(json: &Json) -> Option<Shadow> {
    let length = |name: &str| read_length(json.get(name)?);
    Some(Shadow {
        lengths: [length("offsetX")?, length("offsetY")?, length("blur")?, length("spread")?],
        colour: read_colour(json.get("color")?)?,
        inset: json.get("inset").and_then(Json::as_bool).unwrap_or(false),
    })
}
