package document

import (
	"strings"
	"testing"

	"lotse/flows"
)

func TestShow(t *testing.T) {
	options := []flows.Option{{Value: "a", Label: "Apples"}, {Value: "b", Label: "Pears"}, {Value: "c", Label: "c"}}
	for _, c := range []struct {
		lang  string
		field flows.Field
		value flows.Value
		want  string
	}{
		{"en", flows.Field{Type: flows.TypeText}, "2026-12-24", "2026-12-24"},
		{"de", flows.Field{Type: flows.TypeText}, "2026-12-24", "2026-12-24"}, // no date, though it looks like one
		{"en", flows.Field{Type: flows.TypeDate}, "2026-12-24", "2026-12-24"},
		{"de", flows.Field{Type: flows.TypeDate}, "2026-12-24", "24.12.2026"},
		{"fi", flows.Field{Type: flows.TypeDate}, "2026-12-04", "4.12.2026"},
		{"sv", flows.Field{Type: flows.TypeDate}, "2026-12-24", "2026-12-24"}, // a language without words
		{"de", flows.Field{Type: flows.TypeDate}, "soon", "soon"},
		{"en", flows.Field{Type: flows.TypeNumber}, 49.5, "49.5"},
		{"de", flows.Field{Type: flows.TypeNumber}, 49.5, "49,5"},
		{"fi", flows.Field{Type: flows.TypeNumber}, 50.0, "50"},
		{"de", flows.Field{Type: flows.TypeChoice, Options: options}, "b", "Pears"},
		{"en", flows.Field{Type: flows.TypeChoices, Options: options}, []string{"a", "b", "c"}, "Apples, Pears and c"},
		{"de", flows.Field{Type: flows.TypeChoices, Options: options}, []string{"a", "b"}, "Apples und Pears"},
		{"fi", flows.Field{Type: flows.TypeEmails}, []string{"x@example.org"}, "x@example.org"},
		{"de", flows.Field{Type: flows.TypeFile}, "sha256:" + strings.Repeat("ab", 32) + "/a b.csv", "a b.csv"},
		{"de", flows.Field{Type: flows.TypeText}, nil, ""},
	} {
		if got := Show(c.lang, &c.field, c.value); got != c.want {
			t.Errorf("%s %v in %s is %q, want %q", c.field.Type, c.value, c.lang, got, c.want)
		}
	}
}
