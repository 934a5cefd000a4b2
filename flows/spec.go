package flows

// Specs tells the language what there is outside of it: checks, templates, and
// the words of line mode.
type Specs struct {
	Checks    []CheckSpec
	Templates []TemplateSpec
	LineWords func() []string // what line mode reads for itself, in any language: no word of a gate; nil: nothing
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
}

// TemplateSpec is what a draft's template needs.
type TemplateSpec struct {
	Name   string
	Inputs []string // ids of the fields and lists that it reads
	Asks   []string // ids of fields, secrets too, of which it says whether they are answered; "step.task" for a tick
}

// Input is a parameter of a check.
type Input struct {
	Name     string
	Types    []Type // types of fields it takes
	Required bool
	Many     bool
}
