package flows

import "strings"

// Type is the type of a field's answer.
type Type string

// The types of answers.
const (
	TypeText    Type = "text"
	TypeSecret  Type = "secret"
	TypeEmail   Type = "email"
	TypeEmails  Type = "emails"
	TypeURL     Type = "url"
	TypeCode    Type = "code"
	TypeChoice  Type = "choice"
	TypeChoices Type = "choices"
	TypeDate    Type = "date"
	TypeNumber  Type = "number"
	TypeFile    Type = "file"
)

// fieldType is what there is to know of a type.
type fieldType struct {
	Type
	form string // code of what an answer looks like, in a word or two; "": any text
	// read reads an answer of one text: what is kept of it, nil where it is none.
	// Types without are kept as they are typed, or read otherwise: a secret never
	// as a text, several answers one by one.
	read func(r *reading, text string) Value
}

// fieldTypes are all types. One is its line here, its sentences in flows/words
// (what it looks like, what is wrong with an answer) and the code that reads it; a
// widget, where a line of text does not do, is the screen's.
var fieldTypes = []fieldType{
	{TypeText, "", nil},
	{TypeSecret, "form.secret", nil},
	{TypeEmail, "form.email", (*reading).email},
	{TypeEmails, "form.emails", nil},
	{TypeURL, "form.url", (*reading).url},
	{TypeCode, "", (*reading).code},
	{TypeChoice, "", (*reading).choice},
	{TypeChoices, "", nil},
	{TypeDate, "form.date", (*reading).date},
	{TypeNumber, "form.number", (*reading).number},
	{TypeFile, "form.file", (*reading).file},
}

// of is what there is to know of the type of a field.
func (f *Field) of() *fieldType {
	for i := range fieldTypes {
		if fieldTypes[i].Type == f.Type {
			return &fieldTypes[i]
		}
	}
	return &fieldType{Type: f.Type}
}

// Form says what an answer of the field looks like, in a word or two; the zero
// Message where it is any text, or one of its options.
func (f *Field) Form() Message {
	if f.Unit != "" {
		return Msg("form.number_unit", "unit", f.Unit)
	}
	return Message{Code: f.of().form}
}

// typeNames are the names of all types, as procedures have them.
func typeNames() []string {
	names := make([]string, len(fieldTypes))
	for i := range fieldTypes {
		names[i] = string(fieldTypes[i].Type)
	}
	return names
}

// single reads one text as the field's type has it.
func (r *reading) single(text string) Value {
	if read := r.item.Field.of().read; read != nil {
		return read(r, text)
	}
	return text
}

// code is one word.
func (r *reading) code(text string) Value {
	if strings.ContainsAny(text, " \n\t") {
		r.problem("code")
	}
	return text
}

// file names a kept file.
func (r *reading) file(text string) Value {
	if _, _, kept := KeptFile(text); !kept {
		r.problem("file")
	}
	return text
}
