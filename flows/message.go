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
	return insert(sentence, args)
}

// Message is the sentence of the language of procedures for a code.
func Message(lang, code string, args map[string]string) string {
	return sentences.Say(lang, code, args)
}

// insert replaces {name} in a sentence; a name without an argument stays.
func insert(sentence string, args map[string]string) string {
	if len(args) == 0 || !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := args[name]
		if !closed || !known {
			b.WriteByte('{')
			sentence = rest
			continue
		}
		b.WriteString(value)
		sentence = after
	}
}

// sentences are those of problems. One has about 60 columns on a screen; it
// names the thing and the way out.
var sentences = Sentences{english: inEnglish, "de": inGerman, "fi": inFinnish}
