package document

import (
	"strings"
	"testing"

	"lotse/flows"
)

// TestALetterCallsAFileByItsName, and leaves all else as it is.
func TestALetterCallsAFileByItsName(t *testing.T) {
	kept := "sha256:" + strings.Repeat("ab", 32) + "/plan.pdf"
	for _, tt := range []struct {
		f    *flows.Field
		v    flows.Value
		want string
	}{
		{&flows.Field{Type: flows.TypeFile}, kept, "plan.pdf"},
		{&flows.Field{Type: flows.TypeFile}, nil, ""},
		{&flows.Field{Type: flows.TypeText}, "a/b", "a/b"},
		{&flows.Field{Type: flows.TypeText}, kept, kept},
		{&flows.Field{Type: flows.TypeURL}, "https://example.org/x", "https://example.org/x"},
		{&flows.Field{Type: flows.TypeChoice, Options: []flows.Option{{Value: "a/b", Label: "A"}}}, "a/b", "a/b"},
		{nil, true, "true"},
		{nil, nil, ""},
	} {
		if got := show(tt.f, tt.v); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.v, got, tt.want)
		}
	}
}
