//! What a host's handlers know of people, and where these are led: a host in this process, over a socket.

mod host;
mod onward;
mod scripts;
mod shell;
mod users;
