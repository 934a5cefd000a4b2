package flows

import "strings"

// Address says where something stands in a run: a step, an item of it, a row of
// a list, one cell. An item that is a field or a list needs no step: its id
// stands once in a procedure. Column without Row is the column as a whole, as a
// procedure names it (list.column).
type Address struct{ Step, Item, Row, Column string }

func (Address) location() {}

// At is the address that a text names, for whoever writes it in a program: it
// panics where the text is none. What a person typed goes through ParseItem or
// ParseStep.
func At(text string) Address {
	a, ok := ParseItem(text)
	if !ok {
		panic("no address: " + text)
	}
	return a
}

// AtStep is the address of a step.
func AtStep(id string) Address { return Address{Step: id} }

// ParseItem reads the address of an item, a row or a cell: STEP.ITEM or ITEM
// alone, and behind it [ROW] or [ROW].COLUMN.
func ParseItem(text string) (a Address, ok bool) {
	name, rest, inList := strings.Cut(text, "[")
	if inList && !a.cell(rest) {
		return Address{}, false
	}
	step, item, dotted := strings.Cut(name, ".")
	if !dotted {
		step, item = "", name
	}
	if !isID(item) || dotted && !isID(step) {
		return Address{}, false
	}
	a.Step, a.Item = step, item
	return a, true
}

// ParseStep reads the address of a step, or of what is in one: STEP, or as
// ParseItem with the step named.
func ParseStep(text string) (a Address, ok bool) {
	if isID(text) {
		return Address{Step: text}, true
	}
	if a, ok = ParseItem(text); a.Step == "" {
		return Address{}, false
	}
	return a, ok
}

// ParseColumn reads a reference of the procedure language: a field's or a
// list's id, or list.column.
func ParseColumn(text string) Address {
	item, column, _ := strings.Cut(text, ".")
	return Address{Item: item, Column: column}
}

// cell reads ROW] or ROW].COLUMN.
func (a *Address) cell(text string) bool {
	row, rest, closed := strings.Cut(text, "]")
	if !closed || !isID(row) {
		return false
	}
	a.Row = row
	if rest == "" {
		return true
	}
	a.Column = strings.TrimPrefix(rest, ".")
	return rest[0] == '.' && isID(a.Column)
}

// isID reports whether a text can be an id of a step, an item, a row or a
// column.
func isID(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '_', c == '-':
		default:
			return false
		}
	}
	return text != ""
}

// String writes the address as ParseItem and ParseStep read it.
func (a Address) String() string {
	text := a.Step
	if a.Item != "" {
		text = a.ItemName()
	}
	if a.Row != "" {
		text += "[" + a.Row + "]"
	}
	if a.Column != "" {
		text += "." + a.Column
	}
	return text
}

// ItemName is the item's part of the address, without row and column.
func (a Address) ItemName() string {
	if a.Step == "" {
		return a.Item
	}
	return a.Step + "." + a.Item
}

// Whole is the address of the item that it is in.
func (a Address) Whole() Address { return Address{Step: a.Step, Item: a.Item} }

// AsItem makes the row a part of the item's id, as an item that repeats is called in
// a row: ITEM[ROW]. A cell, or what is in no row, stays as it is.
func (a Address) AsItem() Address {
	if a.Row == "" || a.Column != "" || a.Item == "" {
		return a
	}
	return Address{Step: a.Step, Item: a.Item + "[" + a.Row + "]"}
}

// In is the address of a row, or of a cell of it, of the list at a.
func (a Address) In(row, column string) Address {
	a.Row, a.Column = row, column
	return a
}

// IsZero reports whether it names nothing.
func (a Address) IsZero() bool { return a == Address{} }

// MarshalText writes String.
func (a Address) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads it; a text without a dot is an item. What is no address
// becomes the zero Address: events of older versions have such.
func (a *Address) UnmarshalText(text []byte) error {
	*a, _ = ParseItem(string(text))
	return nil
}
