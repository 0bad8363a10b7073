//! Addresses that look like a slip of the fingers: `ada@gmial.com`.
//!
//! A hint is an offer and never a refusal: the odd domain may well be somebody's own.

/// The domains that most people have their mail at.
const DOMAINS: [&str; 40] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.co.uk",
    "yahoo.co.in",
    "yahoo.co.jp",
    "yahoo.fr",
    "yahoo.de",
    "yahoo.com.br",
    "hotmail.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "hotmail.de",
    "hotmail.it",
    "hotmail.es",
    "outlook.com",
    "outlook.fr",
    "outlook.de",
    "outlook.es",
    "live.com",
    "live.co.uk",
    "live.fr",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "fastmail.com",
    "posteo.de",
    "web.de",
    "mailbox.org",
    "t-online.de",
    "freenet.de",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "libero.it",
    "yandex.ru",
    "mail.ru",
    "qq.com",
    "comcast.net",
];

/// Names shorter than this are not compared: among short names everything is a neighbour of something.
const SHORTEST_NAME: usize = 4;

/// What was probably meant by what was typed: the same name at a well-known domain, one slip away.
///
/// It takes the text and no [`EmailAddress`](crate::email::EmailAddress), since a browser runs it while somebody types,
/// and reading an address would bring it the tables of Unicode: 15 KiB that every visitor had to load.
#[must_use]
pub fn suggest(typed: &str) -> Option<String> {
    let at = typed.bytes().rposition(|byte| byte == b'@').filter(|at| *at > 0)?;
    let (local, domain) = typed.split_at(at + 1);
    let domain = domain.trim_ascii().to_ascii_lowercase();
    if DOMAINS.contains(&domain.as_str()) {
        return None;
    }
    let length = |domain: &str| domain.bytes().take_while(|byte| *byte != b'.').count();
    let is_near = |known: &&&str| {
        length(known) >= SHORTEST_NAME
            && length(&domain) >= SHORTEST_NAME - 1
            && is_one_slip(domain.as_bytes(), known.as_bytes())
    };
    let known = DOMAINS.iter().find(is_near)?;
    let mut meant = local.trim_ascii().to_owned();
    meant.push_str(known);
    Some(meant)
}

/// Whether one letter was left out, added, replaced, or swapped with its neighbour.
fn is_one_slip(typed: &[u8], meant: &[u8]) -> bool {
    let start = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[start..], &meant[start..]);
    let end = typed.iter().rev().zip(meant.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&typed[..typed.len() - end], &meant[..meant.len() - end]) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        assert_eq!(suggest(typed).as_deref(), expected, "{typed}");
    }

    #[test]
    fn one_slip_is_seen_and_two_are_not() {
        for slip in
            ["ada@gmial.com", "ada@gmai.com", "ada@gmaill.com", "ada@gmail.con", "ada@gmsil.com", "ada@gmailcom.com"]
        {
            let expected = (slip != "ada@gmailcom.com").then_some("ada@gmail.com");
            check(slip, expected);
        }
        check("Ada@Hotmial.com", Some("Ada@hotmail.com"));
        check("ada@gamil.co", None);
    }

    #[test]
    fn what_is_right_or_short_or_somebodys_own_is_left_alone() {
        for right in [
            "ada@gmail.com",
            "ada@example.org",
            "ada@web.de",
            "ada@ok.de",
            "ada@o2.de",
            "ada@wed.de",
            "ada@northwind.com",
        ] {
            check(right, None);
        }
        for nothing in ["", "@", "@gmial.com", "gmial.com", "ada@"] {
            check(nothing, None);
        }
    }
}
