package flows

import "strings"

// loadUnit reads what a number counts, such as days.
func (l *loader) loadUnit(o *object, f *Field) {
	if f.Unit = o.text("unit"); f.Unit == "" {
		return
	}
	l.needs(fifthFormat)
	if f.Type != TypeNumber {
		l.fault(o.Get("unit").FilePlace, "lint.only_number_unit")
	}
}

// WithUnit is a number of the field as it is written somewhere, with what it counts.
func (f *Field) WithUnit(number string) string {
	if f.Unit == "" {
		return number
	}
	return number + " " + f.Unit
}

// withoutUnit is a number as it was typed, without the unit that may stand behind it.
func (f *Field) withoutUnit(text string) string {
	number := strings.TrimSpace(text)
	if at := len(number) - len(f.Unit); f.Unit != "" && at > 0 && strings.EqualFold(number[at:], f.Unit) {
		return strings.TrimSpace(number[:at])
	}
	return text
}
