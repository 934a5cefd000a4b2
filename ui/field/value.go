package field

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/ui/text"
)

// Format is an answer as it stands in a text input.
func Format(v flows.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return strings.Join(v, ", ")
	default:
		return ""
	}
}

// Show is an answer as a person reads it, in one line that is clean for a
// screen; of no field it is a tick.
func Show(f *flows.Field, v flows.Value, ascii bool) string {
	if b, ok := v.(bool); ok && f == nil {
		if b {
			return text.Ticked.Of(ascii)
		}
		return text.Box.Of(ascii)
	}
	if f == nil || Empty(v) {
		return ""
	}
	return strings.Join(strings.Fields(flows.Clean(f.Show(v))), " ")
}

// Empty reports whether a value is no answer.
func Empty(v flows.Value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []string:
		return len(v) == 0
	default:
		return false
	}
}

// Same reports whether two values are the same answer, whether given as typed
// or as kept.
func Same(a, b flows.Value) bool {
	if Empty(a) || Empty(b) {
		return Empty(a) && Empty(b)
	}
	x, xok := a.([]string)
	y, yok := b.([]string)
	if xok && yok {
		return slices.Equal(x, y)
	}
	return Format(a) == Format(b)
}
