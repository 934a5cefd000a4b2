package field

import (
	"path"
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

// Show is an answer as a person reads it: options by their labels, a file by
// its name, line breaks as blanks. It is clean for a screen.
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
	switch f.Type {
	case flows.TypeChoice:
		return label(f, Format(v))
	case flows.TypeChoices:
		list, ok := v.([]string)
		if !ok {
			return flows.Clean(Format(v))
		}
		labels := make([]string, len(list))
		for i, o := range list {
			labels[i] = label(f, o)
		}
		return strings.Join(labels, ", ")
	case flows.TypeFile:
		return flows.Clean(path.Base(Format(v)))
	default:
		return flows.Clean(strings.Join(strings.Fields(Format(v)), " "))
	}
}

func label(f *flows.Field, value string) string {
	for _, o := range f.Options {
		if o.Value == value {
			return o.Label
		}
	}
	return flows.Clean(value)
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
