//! The ways in which markup is changed.

use super::{Changed, Mutant, attributes, document, harmless, lost, nesting, nodes, place::Place, sent, texts, values};

/// Who writes the changed markup, and what has to come of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Either side alone: the sides differ, and that must be found.
    Sides,
    /// The server alone, since it happens on the way: the sides differ, and that must be found.
    Way,
    /// Both sides: they agree, and a parser builds something else. That must be found.
    Parser,
    /// Either side alone, and it means the same: nothing may be found.
    Harmless,
    /// Nobody: something else is sent for the client to begin with. That must be found.
    Sent,
}

macro_rules! operators {
    ($($(#[$doc:meta])* $variant:ident $kind:ident $family:ident $name:literal;)+) => {
        /// A way to change the markup of a case. Each knows every place where it applies, so nothing is left to chance.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Operator {
            $($(#[$doc])* $variant,)+
        }

        impl Operator {
            /// Every operator.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// What it does, in a few words.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            pub(super) const fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind),+ }
            }

            /// Whether it changes the markup of this side; what both write counts as the server's.
            pub(super) fn changes(self, changed: Changed) -> bool {
                match self.kind() {
                    Kind::Sides | Kind::Harmless => changed != Changed::Sent,
                    Kind::Way | Kind::Parser => changed == Changed::Server,
                    Kind::Sent => changed == Changed::Sent,
                }
            }

            /// How many mutants it makes at this place.
            pub(super) fn parts(self, place: &Place<'_>) -> usize {
                match self { $(Self::$variant => $family::parts(self, place)),+ }
            }

            /// The mutant number `part` at this place.
            pub(super) fn mutant(self, place: &Place<'_>, part: usize) -> Mutant {
                match self { $(Self::$variant => $family::mutant(self, place, part)),+ }
            }
        }
    };
}

operators! {
    /// An element or a text is missing.
    DeleteNode Sides nodes "delete a node";
    /// An element is there twice.
    DuplicateNode Sides nodes "duplicate a node";
    /// A node and the next one have changed places.
    MoveNode Sides nodes "move a node behind the next one";
    /// Three or more elements of a kind stand the other way round.
    ReorderList Sides nodes "reverse a list";
    /// An element is another one with the same attributes and children.
    SwapTag Sides nodes "swap a tag";
    /// An element stands before all others of its list, as extensions put it.
    InsertFirst Sides nodes "insert a node first";
    /// An element stands between two nodes.
    InsertBetween Sides nodes "insert a node between two";
    /// An element stands behind all others of its list.
    InsertLast Sides nodes "insert a node last";
    /// A text stands in `<font>`, as translators do it.
    WrapInFont Sides texts "wrap a text in <font>";
    /// An attribute that is on when it is there is gone, or is there.
    FlipBoolean Sides attributes "flip a boolean attribute";
    /// An attribute is missing.
    DropAttribute Sides attributes "drop an attribute";
    /// There is one attribute more.
    AddAttribute Sides attributes "add an attribute";
    /// An attribute has another value.
    ChangeValue Sides attributes "change an attribute's value";
    /// One class is missing, or there is one more.
    ToggleClass Sides values "toggle a class";
    /// One declaration of an inline style has another value, is missing, or there is one more.
    ChangeStyle Sides values "change a style";
    /// The first, the middle or the last character of a text is another one.
    EditCharacter Sides texts "edit one character";
    /// A text is two, with Leptos's marker between.
    SplitText Sides texts "split a text in two";
    /// Two texts with a marker between are one.
    MergeTexts Sides texts "merge two texts";
    /// A marker that stands elsewhere is missing.
    DropMarker Sides texts "drop a marker";
    /// No comment is left, as behind a proxy that makes pages smaller.
    StripComments Way document "strip all comments";
    /// The page ends early. Tried at every 61st byte.
    CutShort Way document "cut the stream short";
    /// One character is missing from the markup itself. Tried at every 61st byte.
    LoseCharacter Way document "lose a character of the markup";
    /// An end tag is missing.
    DropEndTag Way document "drop an end tag";
    /// An id and all references to it have another number, as when a counter has run on.
    ShiftId Sides document "shift an id and its references";
    /// `<p>` in `<p>`.
    NestParagraph Parser nesting "nest a <p> in a <p>";
    /// A form in a form.
    NestForm Parser nesting "nest a form in a form";
    /// A button in a button, or a link in a link.
    NestControl Parser nesting "nest a button or link in its like";
    /// An item in an item.
    NestItem Parser nesting "nest an item in an item";
    /// A heading in a heading.
    NestHeading Parser nesting "nest a heading in a heading";
    /// A table whose rows stand in no `<tbody>`.
    DropTableBody Parser nesting "leave out <tbody>";
    /// A text directly in a table.
    TextInTable Parser nesting "put a text in a table";
    /// An attribute is written twice.
    RepeatAttribute Parser lost "write an attribute twice";
    /// The text of a `<pre>` or `<textarea>` begins with a newline.
    LeadingNewline Parser lost "begin a <pre> with a newline";
    /// A carriage return in a text.
    CarriageReturn Parser lost "put a carriage return in a text";
    /// The attributes in another order.
    ReorderAttributes Harmless harmless "reorder attributes";
    /// The classes in another order.
    ReorderClasses Harmless harmless "reorder classes";
    /// The declarations of an inline style in another order.
    ReorderStyles Harmless harmless "reorder styles";
    /// `class=""` where there is none.
    EmptyClass Harmless harmless "add an empty class";
    /// A nonce, which only the server knows.
    AddNonce Harmless harmless "add a nonce";
    /// What a resource came to isn't sent.
    DropResource Sent sent "drop a resource";
    /// What two resources came to has changed places.
    SwapResources Sent sent "swap two resources";
    /// An error that the server had isn't sent.
    DropError Sent sent "drop an error";
}
