//! What can be found, each with a stable code, why it matters and how it is mended.

use std::fmt::{self, Display};

use serde::{Serialize, Serializer};

/// How bad a finding is. Every finding fails the check; this says what to mend first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Works in today's browsers, not in older ones.
    Warning,
    /// The page is not what its author wrote.
    Error,
    /// A person may press one thing and get another.
    Critical,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
            Self::Critical => "critical",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $code:literal $severity:ident $title:literal, $consequence:literal, $fix:literal;)+) => {
        /// A class of finding. The hundreds are stable: 1 structure, 2 text, 3 attributes, 4 what a parser rebuilds,
        /// 5 environment, 6 data and what waits for it, 8 allowances.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(
                #[doc = concat!($code, ": ", $title, ".")]
                $(#[$doc])*
                $variant,
            )+
        }

        impl Code {
            /// Every code that this version can report.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code itself: `H105`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// What it is, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }

            /// How bad it is when nothing makes it worse.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// What happens to the page.
            #[must_use]
            pub const fn consequence(self) -> &'static str {
                match self { $(Self::$variant => $consequence),+ }
            }

            /// How it is mended.
            #[must_use]
            pub const fn fix(self) -> &'static str {
                match self { $(Self::$variant => $fix),+ }
            }

            /// All of it at length, as Markdown: what it is, an example, why it breaks, and the example mended.
            #[must_use]
            pub const fn explain(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("explain/", $code, ".md"))),+ }
            }
        }
    };
}

codes! {
    TagDiffers "H101" Error "another element in the browser than on the server",
        "the browser keeps the server's element; the client's attributes and handlers land on it without a word",
        "write the same element on both sides; what depends on the side belongs into an Effect, which runs after hydration";
    KindDiffers "H102" Error "an element on one side, a text on the other",
        "hydration stops here with a panic, and everything after this place stays dead",
        "write the same kind of node on both sides";
    OnlyOnServer "H103" Error "nodes that only the server writes",
        "the client never adopts them; nodes after them are adopted as their predecessors",
        "draw them on both sides, or on neither and add them in an Effect";
    OnlyInBrowser "H104" Error "nodes that the server doesn't write",
        "the client's walk finds nothing, stays where it is, and binds the node before them or their parent",
        "draw them on both sides, or on neither and add them in an Effect";
    BranchDiffers "H105" Error "another branch in the browser than on the server",
        "the browser shows the server's branch and runs the client's",
        "decide from what both sides know: props or a Resource, not cfg!, a cookie, storage or the window";
    ListLength "H106" Error "a list of another length",
        "the client looks for the list's end in the wrong place and panics, or binds items to their neighbours",
        "make the list from the same data on both sides";
    ListOrder "H107" Error "a list in another order",
        "items keep the server's looks and get their neighbours' handlers",
        "sort the list; iterate a Vec or BTreeMap instead of a HashMap";
    Wrapped "H108" Error "an element around others that only one side writes",
        "the client's walk is one level too high or too low: it adopts the wrapper for what is in it",
        "write the wrapper on both sides; hydrate into the very element that the page has around the view";
    IslandDiffers "H109" Error "another island, or an island with other props",
        "the browser starts the island with the server's name and props, not with those that the client would give it",
        "compute an island's props from what both sides know; build both sides from the same source folder";
    WalkStops "H121" Error "a walk that stops",
        "hydration panics here, and everything after this place stays dead",
        "look at what was said: Leptos wanted another kind of node than the page has";
    WalkStuck "H122" Error "a walk that finds no node",
        "it stays where it is and binds the node before, or the parent, a second time",
        "draw the same nodes on both sides; if both do, Leptos's writer and its walk disagree about this view";
    AdoptedTwice "H123" Error "a node that is adopted twice",
        "two views write to one node, and the handlers of both answer it",
        "draw the same nodes on both sides; if both do, Leptos's writer and its walk disagree about this view";
    NeverAdopted "H124" Error "a node that is never adopted",
        "it stays on the page as the server wrote it, and nothing answers it",
        "draw the same nodes on both sides; if both do, Leptos's writer and its walk disagree about this view";
    ChangesPage "H125" Error "a page that hydration changes",
        "what a person has seen is replaced under their hands",
        "draw the same first frame on both sides; what changes later belongs into an Effect";
    Speaks "H126" Error "a hydration that complains",
        "Leptos or the browser says in the console that something is wrong",
        "read what was said: each sentence of Leptos's names its cure";
    OthersHandler "H127" Critical "a handler on another control",
        "whoever presses this control gets what another one promises",
        "draw the same while hydrating as otherwise, and let no drawing look for elements in the page";
    Unanswered "H128" Error "a control without its handler",
        "it looks alive, and nothing answers it",
        "draw the same while hydrating as otherwise, and let no drawing look for elements in the page";
    TextDiffers "H201" Error "another text in the browser than on the server",
        "the browser shows the server's text until the value changes; it doesn't correct itself",
        "make the text from the same data on both sides; format numbers, dates and languages from props";
    TextNodes "H202" Error "the same text, cut into other nodes",
        "two writers share one text node, or the walk stops at a marker that isn't there",
        "write the text in one piece, or in the same pieces, on both sides";
    AttributeValue "H301" Error "an attribute with another value",
        "the browser keeps the server's value until the client's changes",
        "compute the value from what both sides know";
    AttributeOnlyInBrowser "H302" Error "an attribute that the server doesn't write",
        "the element stays without it",
        "write it on both sides, or set it in an Effect";
    AttributeOnlyOnServer "H303" Error "an attribute that only the server writes",
        "it is never removed",
        "write it on both sides, or on neither";
    BooleanAttribute "H304" Error "an attribute that is on at one side and off at the other",
        "it stays as the server wrote it: a disabled control stays disabled",
        "decide from what both sides know; what only the browser knows is set in an Effect";
    RuntimeAttribute "H305" Error "an attribute that hydration overwrites",
        "Leptos sets such names again: what reads it before then, style or script, sees the other value",
        "compute the value from what both sides know";
    ClassDiffers "H311" Error "other classes",
        "the element keeps the server's classes",
        "decide classes from what both sides know";
    StyleDiffers "H312" Error "another inline style",
        "the element keeps the server's style",
        "decide styles from what both sides know";
    ValueNotSent "H331" Error "a value that is not in the HTML",
        "without script, and until the script has come, the control says something else",
        "write the value as `value=` or `checked=`, beside or in place of `prop:` and `bind:`";
    Overwrites "H332" Error "a control that forgets what was typed",
        "whatever was typed before the script came is replaced at hydration",
        "write the first value as `value=`; read the control in its handlers in place of `prop:` and `bind:`";
    LosesFocus "H333" Error "a control that loses the focus",
        "whoever is typing types into nothing",
        "don't move the focus while drawing; an Effect may, if nothing has it";
    LayoutShift "H334" Error "a page that moves while it hydrates",
        "whoever is about to press something presses what has come in its place",
        "have styles and classes in the server's page; leave a place for what comes later";
    ReferenceDiffers "H341" Error "an id, or a reference to one, that differs",
        "labels, descriptions and script look for an element that isn't there",
        "make ids from names, not from chance or a counter";
    Rebuilt "H400" Error "the parser builds another tree",
        "hydration walks over nodes that nobody wrote",
        "look at both trees above; HTML doesn't allow this nesting";
    EndsParagraph "H401" Error "a <p> that its content ends",
        "the parser closes the <p> before this element and puts what follows beside it",
        "use <div> in place of <p>, or <span> in place of the inner element";
    ImpliedElement "H402" Error "an element that the parser adds",
        "the parser puts its own element around this one; handlers bind one level too high",
        "write the implied <tbody>, <tr> or <colgroup> yourself";
    FosterParented "H403" Error "content that the parser moves out of a table",
        "the parser puts it before the table",
        "put it into a cell, or outside the table";
    Dropped "H404" Error "a tag that the parser drops",
        "the element isn't there; its children stand in its place",
        "put it where HTML allows it: table parts into a table";
    NestedForm "H405" Critical "a form within a form",
        "the parser drops the inner form: its fields are sent to the outer form's action",
        "put the forms beside each other; a control can name its form by the attribute `form`";
    NestedInteractive "H406" Error "a link or button within its like",
        "the parser closes the outer one first: they end up beside each other",
        "put them beside each other";
    NestedHeading "H407" Error "a heading within a heading",
        "the parser closes the outer one first",
        "close the outer heading, or use <span>";
    ClosedByLike "H408" Error "an item within its like",
        "the parser closes the outer item first",
        "put the inner item into a list of its own";
    Renamed "H409" Error "an element that the parser renames",
        "another element stands in its place",
        "write <img>";
    LeadingNewline "H410" Error "a newline that the parser eats",
        "the text begins one line later than written, or its node is missing and hydration panics",
        "begin the text with one more newline, or without any";
    Normalised "H411" Error "a character that no parser keeps",
        "a carriage return becomes a newline, a NUL vanishes: the texts differ",
        "normalise the text before it is drawn";
    RawMarker "H412" Error "a marker that becomes visible text",
        "the content of this element is text, so Leptos's marker is shown, or sent with the form",
        "give the element one text, made with format!";
    Misnested "H413" Error "tags that overlap",
        "the parser repeats and moves elements until nothing overlaps",
        "close tags in the reverse order; look at what is given to inner_html";
    RepeatedAttribute "H415" Error "an attribute written twice",
        "the parser keeps the first value; a client that renders anew keeps the last",
        "give it once: look for a spread attribute that is also written in the view";
    LeavesForeign "H416" Error "HTML within SVG or a formula",
        "the parser ends the drawing before this element and puts it beside it",
        "put it into <foreignObject>, or outside the drawing";
    EndsOuter "H417" Error "an element that ends the one it stands in",
        "the parser closes the outer element first: they end up beside each other",
        "put it outside";
    SelectContent "H490" Warning "content of <select> that older parsers drop",
        "engines from before customizable selects drop these tags, so that hydration panics there",
        "keep to <option>, <optgroup> and <hr>, with text alone in an option";
    Chance "H501" Error "a first frame that is made by chance",
        "each visitor gets another page, and the client draws yet another one",
        "make ids from names and data; give chance to the view as a prop, so that both sides have the same";
    Counter "H502" Error "a first frame that differs the second time",
        "the server counts visitors, the client begins anew: they agree on the first page only",
        "make ids from names; keep counters out of views";
    Unordered "H503" Error "a first frame whose order is made by chance",
        "items come in another order in each process: the client's handlers land on their neighbours",
        "iterate a Vec or BTreeMap instead of a HashMap, or sort";
    Clock "H504" Error "a first frame that depends on the time",
        "the client draws later than the server, sometimes after the minute, the hour or the day has changed",
        "give the time to the view as a prop; what must tick is set in an Effect";
    Zone "H505" Error "a first frame that depends on the time zone",
        "the server's zone is not the visitor's",
        "show the time in a named zone that both sides get as a prop, or set it in an Effect";
    Language "H506" Error "a first frame that depends on the machine's language",
        "the server's language is not the visitor's",
        "give the language to the view as a prop";
    Screen "H507" Error "a first frame that depends on the screen",
        "the server knows no window: the visitor sees its page until something changes",
        "draw one page and let a media query decide; what script must know is read in an Effect";
    Storage "H508" Error "a first frame that depends on the browser's storage",
        "the server can't read it: the visitor sees the server's page, and the client believes another",
        "keep it in a cookie that the server reads, or read storage in an Effect after hydration";
    Address "H511" Error "a first frame that depends on a part of the address that the server never sees",
        "whatever stands behind # is the browser's alone",
        "use the path or the query, or read it in an Effect";
    Wasm "H512" Error "a first frame that comes out otherwise in wasm",
        "the client's machine has other numbers than the server's: pointers and `usize` are half as wide there",
        "use u32 or u64 in what is drawn, hash by a hasher that is the same everywhere, and don't ask for the target";
    BuildsDiffer "H513" Error "the two sides were not built from the same cases or flags",
        "what was compared is not what runs",
        "build both sides from one list of cases with the same features";
    ServerFunctionAddress "H514" Error "a server function with another address on each side",
        "without script the form is sent to the server's address; the client calls one that the server doesn't answer",
        "its address ends with a hash of the folder it was built in: build both sides in one, or give it an `endpoint`";
    OldClient "H515" Error "a client that was built from other cases than the page",
        "what it adopts is not what it would draw: everything else that is found may come from that",
        "build both sides from one state of the sources, and serve no client from an older cache";
    NeedsBrowser "H516" Error "a first frame that panics",
        "the page dies before it is drawn, or this view can't be checked without a browser",
        "call the browser's API in an Effect or in a handler, never while drawing";
    ResourceNumbers "H601" Critical "resources with other numbers",
        "the client gives each resource the value of another one that the server sent, without a word where both have one type",
        "create the same resources in the same order on both sides, not within cfg! or a branch that differs";
    PayloadLost "H602" Error "a value that the wire doesn't carry",
        "the client begins with another value than the server, or waits for one that it believes lost",
        "send a type that its encoding reads back whole: no NaN, no skipped field, no map with keys that aren't text";
    ReadOutside "H603" Error "a resource that is read outside of <Suspense>",
        "the server doesn't wait for it, and the client may have it already",
        "read it within <Suspense> or <Transition>, or use a LocalResource";
    StillWaiting "H604" Error "something that the server had and the client still waits for",
        "hydration looks for a marker where the server's nodes are, and panics or binds the wrong ones",
        "await nothing but resources within <Suspense>: only their values are sent along";
    LocalResource "H605" Error "a part for the browser alone on one side only",
        "the client adopts the fallback for the content, or shows the fallback for ever",
        "read the LocalResource on both sides, within <Suspense>";
    ErrorDiffers "H607" Error "an error on one side only",
        "the client adopts the fallback of <ErrorBoundary> for its content, or the other way round",
        "let the same data decide on both sides: a Resource that holds a Result";
    StreamsDiffer "H608" Error "a page that depends on how it is streamed",
        "what is adopted in one mode is missing or elsewhere in the other",
        "put an element around the text behind <Suspense>; put <Suspense> where a script finds its comments";
    UnusedAllowance "H801" Error "an allowance that nothing needs",
        "it would hide the next mistake at its place",
        "take it out";
    ExpiredAllowance "H802" Error "an allowance past its end",
        "it allows nothing any more",
        "mend what it allowed, or argue for a later day";
    NotAllowable "H803" Error "an allowance of what can't be allowed",
        "it allows nothing: what can bind a wrong control is found whatever anybody allows",
        "mend what was found, and take the allowance out";
    ReasonMissing "H804" Error "an allowance without a reason",
        "it allows nothing, since nobody could tell later whether it is still right",
        "say why the difference does no harm";
}

impl Code {
    /// Whether anybody may let it be: not what can bind a wrong control, not what leaves a view unchecked, and not what
    /// is wrong with an allowance.
    #[must_use]
    pub const fn may_be_allowed(self) -> bool {
        !matches!(
            self,
            Self::NestedForm
                | Self::BuildsDiffer
                | Self::OldClient
                | Self::NeedsBrowser
                | Self::WalkStuck
                | Self::AdoptedTwice
                | Self::OthersHandler
                | Self::ResourceNumbers
                | Self::UnusedAllowance
                | Self::ExpiredAllowance
                | Self::NotAllowable
                | Self::ReasonMissing
        )
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
