package command

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// verb says what an assignment does.
type verb int

const (
	assign verb = iota // PLACE=VALUE
	addRow             // LIST+=OBJECT
	delRow             // LIST[ROW]-
)

// assignment is an argument of set.
type assignment struct {
	at    flows.Address
	verb  verb
	value string
}

// parsePlace reads STEP.ITEM, FIELD, STEP.LIST[ROW] or STEP.LIST[ROW].COLUMN.
func parsePlace(arg string) (flows.Address, error) {
	p, ok := flows.ParseItem(arg)
	if !ok {
		return p, usage("cmd.names_no_item", "word", short(arg))
	}
	return p, nil
}

// resolve reads a place and finds the step and the item of a run that it names.
func resolve(s *run.Session, arg string) (*flows.Step, *flows.Item, error) {
	at, err := parsePlace(arg)
	if err != nil {
		return nil, nil, err
	}
	return s.Resolve(at)
}

// parseAssignment reads an argument of set.
func parseAssignment(arg string) (assignment, error) {
	var a assignment
	name, value, found := strings.Cut(arg, "=")
	switch {
	case found && strings.HasSuffix(name, "+"):
		a.verb, a.value, name = addRow, value, strings.TrimSuffix(name, "+")
	case found:
		a.value = value
	case strings.HasSuffix(name, "]-"):
		a.verb, name = delRow, strings.TrimSuffix(name, "-")
	default:
		// The argument is not repeated: it may be a secret that went astray.
		return a, usage("cmd.sets_nothing")
	}
	p, err := parsePlace(name)
	if err != nil {
		return a, err
	}
	a.at = p
	return a, a.fits(name)
}

// fits reports what is wrong with a verb at its place.
func (a assignment) fits(name string) error {
	switch {
	case a.verb == addRow && a.at.Row != "":
		return usage("cmd.add_to_list", "word", short(name))
	case a.verb == delRow && a.at.Column != "":
		return usage("cmd.remove_whole", "word", short(name))
	case a.verb == assign && a.at.Row != "" && a.at.Column == "":
		return usage("cmd.name_column", "word", short(name))
	}
	return nil
}

// short is a text cut to what a refusal can show.
func short(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
