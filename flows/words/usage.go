package words

import (
	"cmp"
	"regexp"
)

// filledIn are the words of a line of usage for what a person fills in.
var filledIn = regexp.MustCompile(`[A-Z]{2,}`)

// Usage is a line of usage, such as "done RUN STEP" or "[WHY]", in a language:
// what a person fills in stands in capitals and is named as the sentences of that
// language name it. Commands, flags and words of line mode stay as they are.
func Usage(lang, line string) string {
	l := languageOf(lang)
	if l == nil || l.fillIns == nil {
		return line
	}
	own := l.fillIns()
	return filledIn.ReplaceAllStringFunc(line, func(name string) string { return cmp.Or(own[name], name) })
}
