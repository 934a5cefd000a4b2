package run

import "lotse/flows"

// CustomerName is a customer's name in the form in which it is kept: without
// control characters, invisible characters, and blanks at its ends.
func CustomerName(s string) string {
	name, _ := flows.Normalise(flows.TypeText, flows.CleanLine(s), false)
	return name
}
