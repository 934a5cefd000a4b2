package words

import (
	"cmp"
	"regexp"
)

// filledIn are the words of a line of usage for what a person fills in.
var filledIn = regexp.MustCompile(`[A-Z]{2,}`)

// fillIns names them in the languages that have names of their own for them.
var fillIns = map[string]func() map[string]string{
	German:  germanFillIns,
	Finnish: finnishFillIns,
}

// Usage is a line of usage, such as "done RUN STEP" or "[WHY]", in a language:
// what a person fills in stands in capitals and is named as the sentences of that
// language name it. Commands, flags and words of line mode stay as they are.
func Usage(lang, line string) string {
	names := fillIns[lang]
	if names == nil {
		return line
	}
	own := names()
	return filledIn.ReplaceAllStringFunc(line, func(name string) string { return cmp.Or(own[name], name) })
}
