package flows

import "strings"

// DefaultNames lists the answers that the default is made of, the customer's name
// among them; none where it is the same whatever is answered.
func (f *Field) DefaultNames() []string {
	text, _ := f.Default.(string)
	if !f.filled {
		return nil
	}
	return Placeholders(text)
}

// passage of a default that is made of answers. One that is not is an answer, and no
// text.
func (f *Field) defaultPassage(path string, v visit) {
	text, _ := f.Default.(string)
	if !f.filled {
		return
	}
	v.input(path, ".default", &text)
	f.Default = text
}

// filledDefault takes a default that names answers as it is: whether it is a good
// answer, they say. What an older program has stored is an answer, whatever it holds.
func (l *loader) filledDefault(f *Field, raw Value) bool {
	text, _ := raw.(string)
	if !strings.Contains(text, placeholder) || l.stored && l.storedFormat < fifthFormat {
		return false
	}
	l.needs(fifthFormat)
	f.Default, f.filled = text, true
	return true
}

// defaults links the default of a field: an answer names no other.
func (k *linker) defaults(path string, it *Item, row string) {
	given := Format(it.Field.Default)
	switch {
	case it.Field.filled && row != "":
		k.fault(k.placeAt(path+".default"), "lint.default_column")
	case !it.Field.filled:
		k.placeholders(nil, Passage{Path: path + ".default", Text: &given}, 0)
	}
}
