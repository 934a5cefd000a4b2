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
	ID        string   // kebab-case, unique in a library
	Version   int      // raised by its author with every change of meaning
	Title     string   // what the procedure sets up
	Summary   string   // one sentence for whoever chooses among procedures
	Source    Source   // the document that it follows
	Systems   []string // the systems that it touches, by their names
	Facts     []string // ids of the facts of the document, in its order
	Steps     []Step   // in the order in which they are walked
	Lang      string   // language of the texts in this copy
	Languages []string // all languages that it has, "en" first
	Digest    string   // hex SHA-256 of the document with includes and overlays

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
	Facts    []string // facts that no single item of the step carries
	Internal bool     // not for the customer's eyes
	Minutes  int      // usual length; 0: not known
	Source   string   // where in the document; may be empty
	Items    []Item
}

// Branch is one answer to "and if you don't see that?".
type Branch struct {
	Letter string // "a", "b", ...
	Text   string
}

// Kind is the kind of an item; the set is closed.
type Kind string

// The kinds of items.
const (
	KindText   Kind = "text"
	KindCopy   Kind = "copy"
	KindField  Kind = "field"
	KindList   Kind = "list"
	KindTask   Kind = "task"
	KindCheck  Kind = "check"
	KindDraft  Kind = "draft"
	KindWait   Kind = "wait"
	KindGate   Kind = "gate"
	KindAction Kind = "action"
	KindEnd    Kind = "end"
)

// Item is one thing on a page. What is common to all kinds stands here; the
// one pointer that belongs to Kind is set, the others are nil.
type Item struct {
	ID       string // unique in its step; a field's, a list's and a column's in the procedure
	Kind     Kind
	Label    string // short, what the person reads first; empty for text
	Help     string // Markdown, folded
	When     *Cond  // nil: always
	Facts    []string
	Internal bool
	Rules    []Rule // what has to hold, beside what type and Required say
	Origin

	Text   *Text
	Copy   *Copy
	Field  *Field
	List   *List
	Task   *Task
	Check  *Check
	Draft  *Draft
	Wait   *Wait
	Gate   *Gate
	Action *Action
	End    *End
}

// Text is prose in Markdown: paragraphs, lists, bold, code, links, and a menu
// path as [[A > B]]. It may name answers as {{ field }} and {{ customer }}.
type Text struct {
	Body string
	Tell bool // has to be read: completing the step is the read mark
	Fold bool // help: shown folded
}

// Copy is something to paste into a portal.
type Copy struct {
	Value string // a constant, or
	Of    string // the id of a field whose answer is copied
}

// Type is the type of a field's answer.
type Type string

// The types of answers.
const (
	TypeText    Type = "text"
	TypeSecret  Type = "secret"
	TypeEmail   Type = "email"
	TypeEmails  Type = "emails"
	TypeURL     Type = "url"
	TypeCode    Type = "code"
	TypeChoice  Type = "choice"
	TypeChoices Type = "choices"
	TypeDate    Type = "date"
	TypeNumber  Type = "number"
	TypeFile    Type = "file"
)

// Field asks for one answer.
type Field struct {
	Type        Type
	Required    bool
	Area        bool     // a text of several lines
	Once        bool     // a secret that whoever shows it shows only once
	Options     []Option // of a choice or choices, in order
	Default     Value    // stands there at first; counts as the answer until another is given
	Placeholder string
	Keep        bool // a new round of its step leaves the answer as it is
	Large       bool // a file that may have MaxLarge bytes, not MaxEvidence alone
}

// MaxFile is how many bytes the file of a field may have.
func (f *Field) MaxFile() int64 {
	if f.Large {
		return MaxLarge
	}
	return MaxEvidence
}

// Option is one choice: a stable value and what the person reads.
type Option struct {
	Value string
	Label string
}

// List is a group of columns that repeats.
type List struct {
	Columns []Item // fields and tasks
	Min     int    // rows needed to complete the step
	Max     int    // 0: the program's limit
	Unique  []Unique
	Row     string // what one row is called, for example "organisation"
}

// Unique is a column in which no value may stand twice.
type Unique struct {
	Column string
	When   *Cond  // nil: always
	Level  Level  // Must unless said
	Text   string // the problem's sentence; "" takes the usual one
}

// Task is something that a person does elsewhere and ticks off.
type Task struct {
	Optional bool
	Evidence Evidence
}

// Evidence is what a task asks for as proof.
type Evidence string

// The kinds of evidence.
const (
	NoEvidence       Evidence = ""
	FileEvidence     Evidence = "file"
	SentenceEvidence Evidence = "sentence"
)

// Check is something that Lotse runs.
type Check struct {
	Run      string              // name of the check, as in a CheckSpec
	With     map[string][]string // parameter -> field ids (columns as list.column)
	Const    map[string]string   // parameter -> constant text
	Level    Level               // what a failed or unknown result holds up; Must unless said
	Findings map[string]Finding  // what single findings hold up, where it differs
}

// Finding is what one finding of a check holds up.
type Finding struct {
	Level  Level
	Accept Acceptance // how it is taken, where Level is Warn
}

// Draft is a document written from the answers.
type Draft struct {
	Template string // name of the template, as in a TemplateSpec
	To       string // field id of the recipient's address; may be empty
}

// Wait lasts until a time, or until somebody answers.
type Wait struct {
	For    string // who is waited for
	Reason string // what they do: a verb and what follows, after For
	Usual  string // usual length, only where a source gives one
	Try    string // what to try when nothing comes; Markdown
	Then   string // step of which the answer opens a new round; may be empty
}

// Gate is a point of no return.
type Gate struct {
	Requires []Precondition
	Word     string // what has to be typed
	Warning  string // what cannot be undone; Markdown
}

// Precondition is what must hold before a gate opens.
type Precondition struct {
	Cond *Cond
	Text string
}

// Action is offered on the finished run.
type Action struct {
	Run  string // name of the action
	Of   string // field that it is about
	Body string // what it does; Markdown
}

// End ends the run where the item applies and its step is completed. While it
// may apply, what follows is undecided; where it applies, it is not needed.
type End struct {
	Outcome string // kebab-case, on record
	Reason  string // a sentence
}

// Rule is something that has to hold for an answer, by name (see Rules) or as
// an expression over answers.
type Rule struct {
	Name    string            // a named rule, or "" with Require
	Args    map[string]string // arguments of the named rule
	Require *Cond             // must not be false; undecided is no problem
	Code    string            // code of the problem; a named rule's is its name unless said
	Level   Level             // Must unless said
	Accept  Acceptance        // how a warning is taken
	Text    string            // the problem's sentence; "" takes the rule's own
	Origin
}

// CheckSpec tells the language what a check is, so that procedures can be
// proved without the code that runs it.
type CheckSpec struct {
	Name     string
	Title    string
	Inputs   []Input  // parameters
	Findings []string // codes that a result may carry
	// Levels says, of a check that finds many things at once, how serious each is
	// where the procedure says nothing else; nil for other checks.
	Levels map[string]Level
	Built  bool // false: its running part comes with a later version
}

// TemplateSpec is what a draft's template needs.
type TemplateSpec struct {
	Name   string
	Inputs []string // ids of the fields and lists that it reads
	Asks   []string // ids of fields, secrets too, of which it says whether they are answered; "step.task" for a tick
	Built  bool
}

// Input is a parameter of a check.
type Input struct {
	Name     string
	Types    []Type // types of fields it takes
	Required bool
	Many     bool
}
