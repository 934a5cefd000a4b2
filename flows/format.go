package flows

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Format writes an answer as a person would type it; of several values with
// commas between them.
func Format(v Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []string:
		return strings.Join(v, ", ")
	}
	return fmt.Sprint(v)
}

// Empty reports whether a value is no answer.
func Empty(v Value) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []string:
		return len(v) == 0
	}
	return false
}

// Same reports whether two values are the same answer, whether given as typed
// or as kept.
func Same(a, b Value) bool {
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
