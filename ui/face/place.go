package face

import "strings"

// Place is where an answer stands, of a name as a check's cause gives it:
// "step.field", or "step.list[row].column".
type Place struct{ Step, Item, Row, Column string }

// PlaceOf takes such a name apart.
func PlaceOf(name string) Place {
	var p Place
	p.Step, name, _ = strings.Cut(name, ".")
	if before, rest, inList := strings.Cut(name, "["); inList {
		p.Item = before
		p.Row, p.Column, _ = strings.Cut(rest, "].")
		return p
	}
	p.Item = name
	return p
}
