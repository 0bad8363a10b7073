//! The security rows that concern a host, against Northwind's program.

#[path = "../../../security.rs"]
mod security;

use vestibule_testing::ServerBuilder;

fn northwind(server: ServerBuilder) -> ServerBuilder {
    // What main.rs says, so that people know where the pages are.
    server.program(env!("CARGO_BIN_EXE_axum-host")).set("mount", "/auth")
}
