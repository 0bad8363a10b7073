//! `explain H105`: a code at length. Without a code: all of them in a line each.

use std::{env, process::ExitCode};

use vestibule_hydration::Code;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["explain"] => {
            for code in Code::ALL {
                println!("{code}  {}", code.title());
            }
            ExitCode::SUCCESS
        }
        ["explain", code] => match code.parse::<Code>() {
            Ok(code) => {
                print!("{}", code.page());
                ExitCode::SUCCESS
            }
            Err(unknown) => {
                eprintln!("{unknown}");
                ExitCode::FAILURE
            }
        },
        _ => {
            eprintln!("explain [CODE]");
            ExitCode::FAILURE
        }
    }
}
