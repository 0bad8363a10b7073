//! A host that has copied everything, and done what it was told to: it compiles, and passes the tests that came along.

#[expect(
    dead_code,
    unreachable_pub,
    reason = "a host draws with what it copies; here only the tests that came along do"
)]
mod host {
    include!(concat!(env!("OUT_DIR"), "/host/root.rs"));
}
