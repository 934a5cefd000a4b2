package face

import (
	"time"

	"lotse/flows"
	"lotse/flows/words"
)

// Show is an answer as a sentence of a language has it: an option by its label, a
// file by its name, days, numbers and lists as they are written in that language.
func Show(lang string, f *flows.Field, v flows.Value) string {
	switch v := v.(type) {
	case float64:
		return words.Number(lang, v)
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
