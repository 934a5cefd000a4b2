package document

import (
	"time"

	"lotse/flows"
	"lotse/flows/words"
)

// Show is an answer as text in a language: an option by its label, a file by
// its name; dates, numbers and lists as that language writes them, a number with its unit.
func Show(lang string, f *flows.Field, v flows.Value) string {
	switch v := v.(type) {
	case float64:
		return f.WithUnit(words.Number(lang, v))
	case []string:
		shown := make([]string, len(v))
		for i, one := range v {
			shown[i] = f.Show(one)
		}
		return words.List(lang, shown)
	case string:
		if day, err := time.Parse(time.DateOnly, v); err == nil && f.Type == flows.TypeDate {
			return words.Day(lang, day)
		}
	}
	return f.Show(v)
}
