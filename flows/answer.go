package flows

import "time"

// Read reads an answer as it was given: a string as typed, a number, a bool or
// a list of strings. It gives the answer as it is kept and what is wrong with
// it: under a problem of level must the answer is invalid, and v is raw. An
// empty answer is nil. Rules with Require are not among the problems: they need
// a Scope.
func (it *Item) Read(raw Value, today time.Time, lang string) (v Value, problems []Problem) {
	return raw, nil
}

// Missing lists the problems of a field that applies and has no answer.
func (it *Item) Missing(lang string) []Problem { return nil }
