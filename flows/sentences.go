package flows

import "strings"

// Sentences are what a person reads, by language and code.
type Sentences map[string]map[string]string

// Say is the sentence for a code in a language, with {name} replaced by the
// arguments; English stands in where there is no translation, and the code
// itself where there is no sentence.
func (s Sentences) Say(lang, code string, args map[string]string) string {
	sentence, ok := s[lang][code]
	if !ok {
		sentence, ok = s[english][code]
	}
	if !ok {
		return code
	}
	var pairs []string
	for name, v := range args {
		pairs = append(pairs, "{"+name+"}", v)
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}
