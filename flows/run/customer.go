package run

import "lotse/flows"

// CustomerName is a name as it is kept: without what a terminal would obey and
// what cannot be seen, and without blanks at its ends.
func CustomerName(s string) string {
	name, _ := flows.Normalise(flows.TypeText, flows.CleanLine(s), false)
	return name
}
