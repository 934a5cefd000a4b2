package flows

// Truth is the value of a condition: what reads something unset, invalid or
// hidden is Undecided, never true or false by accident. And, or and not are
// Kleene's.
type Truth int8

// The three truths. The zero value is Undecided.
const (
	Undecided Truth = iota
	False
	True
)

// RefKind says what a condition, an input or a text reads.
type RefKind string

// The kinds of references.
const (
	RefField   RefKind = "field"   // a field outside lists, by its id
	RefColumn  RefKind = "column"  // a column, by its id, in the same row or through a list
	RefList    RefKind = "list"    // the rows of a list, by its id
	RefTask    RefKind = "task"    // a task or a gate, as done("step.task")
	RefCheck   RefKind = "check"   // as check("step.check")
	RefOutcome RefKind = "outcome" // as outcome("step.wait")
	RefContext RefKind = "context" // what is no answer: Today, or CustomerName
	RefName    RefKind = "name"    // a name of a program's own, by its path
)

// Ref is one thing that is read.
type Ref struct {
	Kind RefKind
	ID   string // field, column or list id; "step.item" for the others
}

// Scope answers what a condition reads. ok is false for what is unset, invalid,
// hidden or undecided.
type Scope interface {
	Field(id string) (v Value, ok bool)
	// Rows calls yield with one RowScope a row, until it returns false; ok is
	// false where the list is hidden or has fewer rows than it needs.
	Rows(list string, yield func(Scope) bool) (ok bool)
	Check(ref string) (status string, ok bool)
	Outcome(ref string) (outcome string, ok bool)
	// Done reports whether a task is ticked, or a gate passed.
	Done(ref string) (done, ok bool)
	// Given reports whether a field that applies has an answer, a secret one
	// too; ok is false where that is invalid, hidden or undecided.
	Given(id string) (given, ok bool)
	// Context is what is known of a run beside its answers: Today as an ISO date,
	// and CustomerName.
	Context(name string) (text string, ok bool)
}

// Today is the day on which an expression is worked out, where the person is.
const Today = "today"

// Cond is a condition that was proved at load: it parses, its types fit, and
// what it reads exists. A nil *Cond is always True.
type Cond struct {
	Source string // as written
	reads  []Ref
	root   node
}

// Reads lists what the condition may read, each once, in the order of the text.
func (c *Cond) Reads() []Ref {
	if c == nil {
		return nil
	}
	return c.reads
}

// Eval is the condition's truth in s.
func (c *Cond) Eval(s Scope) Truth {
	if c == nil {
		return True
	}
	return c.root.truth(s)
}

// node is one part of a condition's tree.
type node interface {
	truth(Scope) Truth
}
