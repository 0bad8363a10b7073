//! The `vestibule` binary.

mod commands;
mod listen;
mod logs;
mod orgs;
mod registry;
mod serve;
mod theme;

use std::process::ExitCode;

use clap::Parser;

use commands::{Arguments, As, Command};
use vestibule::{
    config::{self, Config, ConfigError},
    core::org::{DomainRule, Role},
};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Command::Keys = arguments.command {
        print!("{}", config::markdown());
        return ExitCode::SUCCESS;
    }
    if let Command::Theme(command) = arguments.command {
        return run(theme::run(command));
    }
    if let Command::Add(wanted) = arguments.command {
        return ended(registry::add(wanted));
    }
    if let Command::Diff(wanted) = arguments.command {
        return ended(registry::diff(wanted));
    }
    let config = match Config::read(arguments.config.as_deref(), std::env::vars_os()) {
        Ok(config) => config,
        Err(error) => return refuse(&error),
    };
    logs::start(&config);
    run(async {
        match arguments.command {
            Command::Serve => serve::serve(config).await,
            Command::Migrate => commands::migrate(&config).await,
            Command::Demand { email, what, because } => commands::demand(&config, &email, what, because).await,
            Command::Disable { email } => commands::disable(&config, &email, true).await,
            Command::Enable { email } => commands::disable(&config, &email, false).await,
            Command::ForgetSecondFactor { email } => commands::forget_second_factor(&config, &email).await,
            Command::Org { name, domain, ask, max_members } => {
                let rule = if ask { DomainRule::Ask } else { DomainRule::Join };
                orgs::org(&config, &name, &domain, rule, max_members).await
            }
            Command::Invite { email, org, role } => {
                let role = match role {
                    As::Owner => Role::Owner,
                    As::Admin => Role::Admin,
                    As::Member => Role::Member,
                };
                orgs::invite(&config, &email, &org, role).await
            }
            Command::Requests { org } => orgs::requests(&config, &org).await,
            Command::Admit { email, org } => orgs::admit(&config, &email, &org).await,
            Command::Refuse { email, org } => orgs::refuse(&config, &email, &org).await,
            Command::Theme(_) | Command::Add(_) | Command::Diff(_) | Command::Keys => Ok(()),
        }
    })
}

fn run(command: impl Future<Output = anyhow::Result<()>>) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into()),
    };
    ended(runtime.block_on(command))
}

fn ended(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// A wrong configuration: one sentence that names the key, and a status of its own.
fn refuse(error: &ConfigError) -> ExitCode {
    eprintln!("vestibule: {error}");
    ExitCode::from(2)
}

fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("vestibule: {error:#}");
    ExitCode::FAILURE
}
