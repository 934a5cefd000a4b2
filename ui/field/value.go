package field

import (
	"strings"

	"lotse/flows"
	"lotse/ui/glyph"
)

// Format is an answer as it stands in a text input.
func Format(v flows.Value) string { return flows.Format(v) }

// Show is an answer as a person reads it, in one line that is clean for a
// screen; of no field it is a tick.
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

// Same reports whether two values are the same answer, whether given as typed
// or as kept.
func Same(a, b flows.Value) bool { return flows.Same(a, b) }
