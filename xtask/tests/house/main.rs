//! The rules of the house that no compiler knows: who may depend on whom, what it is called, under which licence it may be.

mod dependencies;
mod examples;
mod graph;
mod licences;
mod table;
