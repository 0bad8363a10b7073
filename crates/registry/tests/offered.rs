//! A host that has copied everything: it compiles, and passes the tests that came along.

#[cfg(test)]
mod host {
    include!(concat!(env!("OUT_DIR"), "/host/root.rs"));
}
