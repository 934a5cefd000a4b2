package flows

import "strings"

// formMark begins the item of an address in a form; no id of an item has it.
const formMark = "/"

// InForm is the address of a field of a form that asks for words about the step
// or the item at a: a reason, a note. Only unsubmitted input stands at such an
// address, and no procedure can have an item there.
func (a Address) InForm(form, field string) Address {
	return Address{Step: a.Step, Item: formMark + form + formMark + field, Row: a.Whole().String()}
}

// Form gives the form that an address is in, and the step or the item that it
// asks about. ok is false if the address is in none.
func (a Address) Form() (form string, about Address, ok bool) {
	rest, ok := strings.CutPrefix(a.Item, formMark)
	if !ok {
		return "", Address{}, false
	}
	form, _, _ = strings.Cut(rest, formMark)
	about, ok = ParseStep(a.Row)
	return form, about, ok
}
