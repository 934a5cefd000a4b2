package flows

import "strings"

// Kind is the kind of an item; the set is closed.
type Kind string

// The kinds of items.
const (
	KindText   Kind = "text"
	KindCopy   Kind = "copy"
	KindAttach Kind = "attach"
	KindField  Kind = "field"
	KindValue  Kind = "value"
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
	ID       string // unique in its step; a field's, a value's, a list's and a column's in the procedure
	Kind     Kind
	Label    string // short, what the person reads first; empty for text, and for a file that goes by its name
	Help     string // Markdown, folded
	When     *Cond  // nil: always
	Facts    []string
	Internal bool
	Each     string // the list for every row of which it is there; "": once
	Rules    []Rule // what has to hold, beside what type and Required say
	Origin

	Text   *Text
	Copy   *Copy
	Attach *Enclosure
	Field  *Field
	Value  *Computed
	List   *List
	Task   *Task
	Check  *Check
	Draft  *Draft
	Wait   *Wait
	Gate   *Gate
	Action *Action
	End    *End
}

// Name is what a person calls the item: its label, of a file without one the name of
// the file, else its id.
func (it *Item) Name() string {
	switch {
	case it.Label != "":
		return it.Label
	case it.Attach != nil:
		return it.Attach.File
	}
	return it.ID
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

// Field asks for one answer.
type Field struct {
	Type        Type
	Required    bool
	Area        bool     // a text of several lines
	Once        bool     // a secret that whoever shows it shows only once
	Options     []Option // of a choice or choices, in order
	Default     Value    // stands there at first; counts as the answer until another is given
	Placeholder string
	Unit        string   // of a number: what it counts; shown beside it, and no part of it
	Keep        bool     // a new round of its step leaves the answer as it is
	filled      bool     // the default names answers
	withheld    []Option // that are not offered now; see Offer
	Large       bool     // a file that may have MaxLarge bytes, not MaxEvidence alone
}

// MaxFile is how many bytes the file of a field may have.
func (f *Field) MaxFile() int64 {
	if f.Large {
		return MaxLarge
	}
	return MaxEvidence
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
	Request  *HTTPRequest        // of the check http.json; nil of any other
}

// Finding is what one finding of a check holds up.
type Finding struct {
	Level  Level
	Accept Acceptance // how it is taken, where Level is Warn
}

// Draft is a document written from the answers.
type Draft struct {
	Template string  // its name: of a letter of the procedure, or as in a TemplateSpec
	To       string  // field id of the recipient's address; may be empty
	Letter   *Letter // the procedure's own of that name; nil: the program's
}

// Gate is a point of no return.
type Gate struct {
	Requires []Precondition
	Word     string // what has to be typed, in the language of the procedure; see Takes
	Warning  string // what cannot be undone; Markdown
	base     string // the word in the language that the procedure is written in
}

// Takes reports whether what was typed passes the gate: its word, in the
// language of the procedure or in its base language, so that what is written for
// one language passes it in every other. Case counts; blanks around it do not.
func (g *Gate) Takes(typed string) bool {
	typed = strings.TrimSpace(typed)
	return typed == g.Word || typed == g.base
}

// Precondition is what must hold before a gate opens.
type Precondition struct {
	Cond *Cond
	Text string
}

// RotateSecret is what an action runs that replaces a secret.
const RotateSecret = "secret.rotate"

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
