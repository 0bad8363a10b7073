//! Leaky buckets, and the table of what is limited how.
//!
//! A bucket holds what was tried lately and drains at a steady rate; a try that no longer fits is refused and adds
//! nothing, so a stranger can't lock somebody out for longer than the bucket takes to drain by one.

use std::time::Duration;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Password tries for one typed address, whether it has an account or not.
    LogInByAddress,
    /// Password tries from one client address.
    LogInByClient,
    /// Sign-ups from one client address.
    SignUpByClient,
    /// Mails to one address (L-14).
    MailByAddress,
    /// Mails caused by one client address.
    MailByClient,
    /// Codes typed for one waiting sign-up.
    CodeBySignUp,
    /// Codes typed for one mail that somebody asked for, whether its address has an account or not.
    CodeByChallenge,
    /// Codes typed from one client address.
    CodeByClient,
    /// Second factors tried for one account, over all its sessions (M-04).
    SecondFactorByAccount,
    /// Organisations created and asked to be let in by one account.
    OrgByAccount,
    /// Tabs of one client address that ask whether their mail was answered.
    WaitingByClient,
    /// Calls to an API: the example of the article, capacity 5 and drain 1 a second.
    Api,
}

/// The size of a bucket and how fast it drains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// How many tries fit.
    pub capacity: u32,
    /// How long one try takes to drain.
    pub drain_one: Duration,
}

const fn bucket(capacity: u32, drain_one_seconds: u64) -> Bucket {
    Bucket { capacity, drain_one: Duration::from_secs(drain_one_seconds) }
}

impl Limit {
    /// Every limit there is.
    pub const ALL: [Self; 12] = [
        Self::LogInByAddress,
        Self::LogInByClient,
        Self::SignUpByClient,
        Self::MailByAddress,
        Self::MailByClient,
        Self::CodeBySignUp,
        Self::CodeByChallenge,
        Self::CodeByClient,
        Self::SecondFactorByAccount,
        Self::OrgByAccount,
        Self::WaitingByClient,
        Self::Api,
    ];

    /// The bucket of this limit.
    #[must_use]
    pub const fn bucket(self) -> Bucket {
        match self {
            Self::LogInByAddress => bucket(5, 60),
            Self::LogInByClient => bucket(20, 6),
            Self::SignUpByClient => bucket(10, 60),
            // Three in a minute (L-14), and never fewer than whoever asks again as the page says: see `sends`.
            Self::MailByAddress => bucket(3, 200),
            Self::MailByClient => bucket(20, 60),
            Self::CodeBySignUp | Self::CodeByChallenge => bucket(5, 120),
            Self::CodeByClient => bucket(30, 10),
            Self::SecondFactorByAccount => bucket(5, 300),
            Self::OrgByAccount => bucket(10, 600),
            // Ten tabs for ever, or a whole office for some minutes; whoever is refused goes on by hand.
            Self::WaitingByClient => bucket(300, 1),
            Self::Api => bucket(5, 1),
        }
    }

    /// The word that stands for this limit in a stored key, a log line and a metric.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LogInByAddress => "log_in_by_address",
            Self::LogInByClient => "log_in_by_client",
            Self::SignUpByClient => "sign_up_by_client",
            Self::MailByAddress => "mail_by_address",
            Self::MailByClient => "mail_by_client",
            Self::CodeBySignUp => "code_by_sign_up",
            Self::CodeByChallenge => "code_by_challenge",
            Self::CodeByClient => "code_by_client",
            Self::SecondFactorByAccount => "second_factor_by_account",
            Self::OrgByAccount => "org_by_account",
            Self::WaitingByClient => "waiting_by_client",
            Self::Api => "api",
        }
    }
}

/// How full a bucket is after one more try, or how long to wait until one fits.
///
/// `level` and `age` are what was stored: the level then, and the time since (a negative age, from a clock that was set
/// back, counts as none). The store does the same arithmetic in one SQL statement; this is its definition.
///
/// # Errors
/// The time until the next try fits, rounded up to whole seconds.
pub fn take(bucket: Bucket, level: f64, age: Duration) -> Result<f64, Duration> {
    let drained = (level - age.as_secs_f64() / bucket.drain_one.as_secs_f64()).max(0.0);
    let after = drained + 1.0;
    let capacity = f64::from(bucket.capacity);
    // Levels are stored as binary fractions: a thousandth of a try is neither refused nor given away.
    if after <= capacity + 1e-3 {
        Ok(after)
    } else {
        let seconds = ((after - capacity) * bucket.drain_one.as_secs_f64()).ceil().max(1.0);
        Err(Duration::from_secs_f64(seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, take};
    use std::time::Duration;

    #[test]
    fn five_pass_and_the_sixth_is_refused_until_one_has_drained() {
        let api = Limit::Api.bucket();
        let mut level = 0.0;
        for _ in 0..5 {
            level = take(api, level, Duration::ZERO).expect("five fit");
        }
        assert_eq!(take(api, level, Duration::ZERO), Err(Duration::from_secs(1)));
        assert!(take(api, level, Duration::from_secs(1)).is_ok());
        assert!(take(api, level, Duration::from_millis(900)).is_err());
    }

    #[test]
    fn a_full_bucket_tells_how_long_to_wait() {
        let log_in = Limit::LogInByAddress.bucket();
        assert_eq!(take(log_in, 5.0, Duration::from_secs(15)), Err(Duration::from_secs(45)));
    }

    #[test]
    fn a_bucket_never_drains_below_empty() {
        assert_eq!(take(Limit::Api.bucket(), 3.0, Duration::from_secs(86_400)), Ok(1.0));
    }

    #[test]
    fn every_limit_has_a_name_of_its_own() {
        let names: std::collections::HashSet<_> = Limit::ALL.iter().map(|limit| limit.name()).collect();
        assert_eq!(names.len(), Limit::ALL.len());
    }
}
