package flows

import (
	"strings"
	"unicode/utf8"
)

// Computed is worked out from answers: nobody enters it, and no event has it.
type Computed struct {
	Is *Expr

	as     Field // how what comes of it is typed, read and shown, as if it were an answer
	from   int   // where in the text of its key the expression begins, in characters
	linked bool  // what comes after it may read it
}

// valueTypes are the types that a value can have: what its expression gives, or
// for a text what kind of text that is.
var valueTypes = []Type{TypeText, TypeEmail, TypeURL, TypeCode, TypeNumber, TypeDate}

func valueTypeNames() []string {
	names := make([]string, len(valueTypes))
	for i, t := range valueTypes {
		names[i] = string(t)
	}
	return names
}

// Holds is how what the item holds is typed and shown: a field's answer, or what
// a value comes to; nil where it holds neither.
func (it *Item) Holds() *Field {
	if it.Value != nil {
		return &it.Value.as
	}
	return it.Field
}

// readable reports whether other items read what it holds by its id alone.
func (it *Item) readable() bool { return it.Kind == KindField || it.Kind == KindValue }

// valueID is the id of a value, which may have its expression behind it.
func valueID(text string) string {
	id, _, _ := strings.Cut(text, "=")
	return strings.TrimSpace(id)
}

// loadValue reads ID = EXPRESSION, or the expression at the key is.
func (l *loader) loadValue(o *object, it *Item) {
	l.needs(fifthFormat)
	it.Value = &Computed{Is: &Expr{}}
	it.Value.as.Type = Type(o.oneOf("type", valueTypeNames()...))
	head, source, short := strings.Cut(o.text("value"), "=")
	long := o.written("is")
	switch {
	case short && o.Get("is") != nil:
		l.fault(o.Get("is").FilePlace, "lint.value_twice")
		return
	case short:
		behind := strings.TrimLeft(source, " ")
		it.Value.from = utf8.RuneCountInString(head) + 1 + len(source) - len(behind)
		it.Value.Is.Source = strings.TrimSpace(source)
	default:
		it.Value.Is.Source = long
	}
	if it.Value.Is.Source == "" && o.Get("is") == nil {
		l.fault(o.FilePlace, "lint.value_none", "id", it.ID)
	}
	if l.alone && it.Value.Is.Source != "" {
		_, bad := parse(it.Value.Is.Source)
		e, whole := l.valueSource(o.path, it.Value)
		l.misfits(e, whole, bad.behind(it.Value.from))
	}
}

// behind is the misfit of an expression with something before it.
func (m *misfit) behind(n int) *misfit {
	for part := m; part != nil; part = part.also {
		part.at += n
	}
	return m
}

// valueSource is where the expression of a value is written, and the text there.
func (l *loader) valueSource(path string, v *Computed) (*Element, string) {
	if e := l.elements[path+".is"]; e != nil {
		return e, v.Is.Source
	}
	if e := l.elements[path+".value"]; e != nil {
		return e, e.Text
	}
	return &Element{FilePlace: l.placeAt(path)}, ""
}

// value links a value: its expression reads what comes before it, and gives what
// its type says.
func (k *linker) value(path string, it *Item, own int) {
	v := it.Value
	if v == nil || v.Is.Source == "" {
		return
	}
	e, whole := k.valueSource(path, v)
	declared := v.as.Type
	v.as.Type = ""
	made, c, bad := compileExpr(v.Is.Source, k.known, "")
	v.linked = true
	for i := range c.reads {
		c.reads[i].at += v.from
	}
	if !k.proven(e, whole, c, bad.behind(v.from)) {
		return
	}
	k.earlier(e, whole, c.reads, own)
	if cannotBe(made.Type, declared) {
		k.fault(k.placeAt(path+".type"), "lint.value_type", "type", string(declared), "is", operand{texter: made.text, numberer: made.number, date: made.Type == TypeDate}.what())
	}
	*v.Is = *made
	if v.as.Type = declared; declared == "" {
		v.as.Type = made.Type
	}
}

// cannotBe reports whether an expression of a type cannot have the declared one.
func cannotBe(is, declared Type) bool {
	if declared == "" || is == declared {
		return false
	}
	return is != TypeText || declared == TypeNumber || declared == TypeDate
}

// Answer is a field that has what the value comes to, with the value's rules: what
// is wrong with it is what would be wrong with the same answer.
func (it *Item) Answer() *Item {
	if it.Value == nil {
		return it
	}
	return &Item{ID: it.ID, Kind: KindField, Label: it.Label, Rules: it.Rules, Field: &it.Value.as}
}
