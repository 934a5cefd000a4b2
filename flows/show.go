package flows

import (
	"strconv"
	"strings"
)

// Show is an answer as a person reads it: an option by its label, several
// answers with commas, a file by its name, a number with its unit.
func (f *Field) Show(v Value) string {
	switch v := v.(type) {
	case string:
		return f.showText(v)
	case []string:
		shown := make([]string, len(v))
		for i, s := range v {
			shown[i] = f.showText(s)
		}
		return strings.Join(shown, ", ")
	case float64:
		return f.WithUnit(strconv.FormatFloat(v, 'f', -1, 64))
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func (f *Field) showText(s string) string {
	for _, options := range [][]Option{f.Options, f.withheld} {
		for _, o := range options {
			if o.Value == s {
				return o.Label
			}
		}
	}
	if _, name, ok := strings.Cut(s, "/"); ok && f.Type == TypeFile {
		return name
	}
	return s
}
