package field

import (
	"strings"

	"lotse/flows"
	"lotse/ui/glyph"
)

// Format is an answer in the form of a text input.
func Format(v flows.Value) string { return flows.Format(v) }

// Show is an answer for a person, on one clean line; without a field it is a
// tick.
func Show(f *flows.Field, v flows.Value, ascii bool) string {
	if b, ok := v.(bool); ok && f == nil {
		if b {
			return glyph.Ticked.Of(ascii)
		}
		return glyph.Box.Of(ascii)
	}
	if f == nil || Empty(v) {
		return ""
	}
	return strings.Join(strings.Fields(flows.Clean(f.Show(v))), " ")
}

// Empty reports whether a value is no answer.
func Empty(v flows.Value) bool { return flows.Empty(v) }

// Same reports whether two values are the same answer, whether in typed or in
// kept form.
func Same(a, b flows.Value) bool { return flows.Same(a, b) }
