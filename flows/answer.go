package flows

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Read reads an answer as it was given: a string as typed, a number, a bool or
// a list of strings. It gives the answer as it is kept and what is wrong with
// it: under a problem of level must the answer is invalid, and v is raw. An
// empty answer is nil. Rules with Require are not among the problems: they need
// a Scope.
func (it *Item) Read(raw Value, today time.Time) (v Value, problems []Problem) {
	return (&reading{item: it, today: today}).read(raw)
}

// Problems lists the problems of an answer in the form in which Read kept it.
// Reading it again changes nothing: what was no problem then is none now.
func (it *Item) Problems(kept Value, today time.Time) []Problem {
	_, problems := (&reading{item: it, today: today, kept: true}).read(kept)
	return problems
}

func (r *reading) read(raw Value) (v Value, problems []Problem) {
	raw = plainValue(raw)
	if limit, over := TooLong(raw); over {
		r.problem("too_long", "size", Size(raw), "limit", limit)
		return raw, r.problems
	}
	v = r.value(raw)
	if v != nil && !r.invalid {
		v = r.rules(v)
	}
	if r.invalid {
		return raw, r.problems
	}
	return v, r.problems
}

// Missing lists the problems of a field that applies and has no answer:
// required where it is, else what the rule wanted says.
func (it *Item) Missing() []Problem {
	if it.Field == nil {
		return nil
	}
	if it.Field.Required {
		return []Problem{problem("required", Must)}
	}
	var problems []Problem
	for i := range it.Rules {
		if it.Rules[i].Name == ruleWanted {
			problems = append(problems, it.Rules[i].problem(Msg(ruleWanted)))
		}
	}
	return problems
}

// Optional reports whether the field may stay empty: it is not required, no
// rule over other answers holds its step open, and none has a warning that
// must be accepted.
func (it *Item) Optional() bool {
	return it.Field != nil && !it.Field.Required && !slices.ContainsFunc(it.Rules, func(r Rule) bool {
		return r.Accept == AcceptRequired || r.Require != nil && (r.Level == "" || r.Level == Must)
	})
}

// Size is the length of an answer in bytes.
func Size(v Value) int {
	switch v := v.(type) {
	case string:
		return len(v)
	case []string:
		n := 0
		for _, s := range v {
			n += len(s) + 1
		}
		return n
	}
	return 0
}

// TooLong reports whether an answer is over the limit, and which that is.
func TooLong(v Value) (limit int, over bool) { return MaxText, Size(v) > MaxText }

// plainValue makes a Value of what a decoder of JSON or YAML gives.
func plainValue(raw Value) Value {
	switch raw := raw.(type) {
	case nil, string, float64, bool, []string:
		return raw
	case int:
		return float64(raw)
	case int64:
		return float64(raw)
	case uint64:
		return float64(raw)
	case []any:
		list := make([]string, 0, len(raw))
		for _, part := range raw {
			list = append(list, Format(plainValue(part)))
		}
		return list
	}
	return fmt.Sprint(raw)
}

// reading is one call of Read or Problems.
type reading struct {
	item     *Item
	today    time.Time
	problems []Problem
	invalid  bool
	kept     bool // it is an answer that stands
}

// problem adds a problem of level must; args are names and values in turn.
func (r *reading) problem(code string, args ...any) {
	r.add(code, Must, args...)
}

func (r *reading) add(code string, level Level, args ...any) {
	p := problem(code, level, args...)
	p.Message = p.Message.Map(Short)
	r.problems = append(r.problems, p)
	r.invalid = r.invalid || level == Must
}

// Short shortens a text from outside for use in a sentence: one clean line of
// at most 60 characters.
func Short(s string) string { return Cut(s, 60) }

// Cut is a text from outside as one clean line of at most so many characters,
// the last of which says if there was more.
func Cut(s string, most int) string {
	if len(s) > 4*most {
		s = s[:4*most]
	}
	s = CleanLine(s)
	if letters := []rune(s); len(letters) > most {
		return strings.TrimRight(string(letters[:most-1]), " ") + "…"
	}
	return s
}

// value parses what was given by the field's type; nil is no answer.
func (r *reading) value(raw Value) Value {
	f := r.item.Field
	if f == nil {
		r.problem("not_text")
		return nil
	}
	switch f.Type {
	case TypeSecret:
		if raw != nil && raw != "" {
			r.problem("secret")
		}
		return nil
	case TypeEmails, TypeChoices:
		return r.several(raw)
	case TypeNumber:
		if n, ok := raw.(float64); ok {
			return r.finite(n)
		}
	}
	if _, list := raw.([]string); list {
		r.problem("not_text")
		return nil
	}
	text, removed := Normalise(f.Type, Format(raw), f.Area)
	if text == "" {
		return nil
	}
	if removed.Any() {
		r.problems = append(r.problems, removed.Problem())
	}
	return r.single(text)
}

// several parses an answer of several values, from one text or a list.
func (r *reading) several(raw Value) Value {
	f := r.item.Field
	given, isList := raw.([]string)
	if !isList {
		given = []string{Format(raw)}
	}
	var all []string
	var removed Removed
	for _, part := range given {
		text, taken := Normalise(f.Type, part, false)
		removed.add(taken)
		all = append(all, r.split(text, isList)...)
	}
	if len(all) == 0 {
		return nil
	}
	if removed.Any() {
		r.problems = append(r.problems, removed.Problem())
	}
	if f.Type == TypeEmails {
		return r.emails(all)
	}
	return r.choices(all)
}

// split separates the values of one text. An option's label may contain a
// comma, so a text that is an option as a whole stays whole.
func (r *reading) split(text string, isList bool) []string {
	f := r.item.Field
	separators := ",;\n"
	if f.Type == TypeEmails {
		separators = ",; \n"
	} else if _, whole := f.option(text); whole || isList && text != "" {
		return []string{text}
	}
	var parts []string
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(separators, c) }) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
