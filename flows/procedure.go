// Package flows is the language in which Lotse's procedures are written: a
// procedure is a document of steps, a step is a page of items, read from top to
// bottom. The package loads such documents (strict YAML), proves them (lint),
// translates them (overlays) and knows the rules that an answer has to keep.
//
// It is pure: it imports io/fs, the YAML and expression parsers, x/text and idna, and
// nothing of Lotse. Whoever needs a clock, a network or a disk hands it in.
package flows

// Procedure is one documented onboarding procedure in one language. It is
// immutable after Load; In gives the same procedure with other texts.
type Procedure struct {
	ID        string   // kebab-case, unique in its source
	Version   int      // raised by its author with every change of meaning
	Title     string   // what the procedure sets up
	Summary   string   // one sentence for whoever chooses among procedures
	Source    Source   // the document that it follows
	Systems   []string // the systems that it touches, by their names
	Facts     []string // ids of the facts of the document, in its order
	Steps     []Step   // in the order in which they are walked
	Renamed   []Rename // what was called otherwise in earlier versions, in the order of the document
	Lang      string   // language of the texts in this copy
	Languages []string // all languages that it has, the one that it is written in first
	Digest    string   // hex SHA-256 of the document with includes and overlays
	// Provenance is where it was taken from; of one that is decoded nobody knows it.
	Provenance Provenance

	index  *index  // where ids are, and what reads what; shared by all languages
	tongue *tongue // its other languages; shared by all of them
	bytes  []byte
}

// Source names the document that a procedure follows.
type Source struct {
	Document string // file name
	Read     string // ISO date on which it was read
}

// Actor is who acts in a step.
type Actor string

// The actors of a step.
const (
	Consultant Actor = "consultant"
	Customer   Actor = "customer"
	Vendor     Actor = "vendor"
)

// Step is a page of items.
type Step struct {
	ID       string   // kebab-case, unique in the procedure
	Title    string   // a few words
	When     *Cond    // nil: always
	Needs    []string // ids of earlier steps that must be done or not needed first
	Actor    Actor
	Say      string   // one sentence to read aloud
	See      string   // what the other side sees then
	IfNot    []Branch // what to do when they see something else
	Have     string   // what the customer should have at hand for it; for the sheet before a run
	Who      string   // whom it takes at the customer's
	Facts    []string // facts that no single item of the step carries
	Internal bool     // not for the customer's eyes
	Minutes  int      // usual length; 0: not known
	Source   string   // where in the document; may be empty
	System   string   // one of the procedure's, on which it happens; may be empty
	Page     Page     // on which it happens
	Items    []Item
}

// Branch is one answer to "and if you don't see that?".
type Branch struct {
	Letter string // "a", "b", ...
	Text   string
}
