package comparison

import (
	"lotse/flows"
	"lotse/flows/words"
)

// word is a heading or a label.
func word(lang, code string) string {
	if s, _ := words.Sentence(lang, "compare.page."+code); s != "" {
		return s
	}
	return code
}

// wordf is a label with arguments.
func wordf(lang, code string, args ...any) string {
	return words.Say(lang, flows.Msg("compare.page."+code, args...))
}
