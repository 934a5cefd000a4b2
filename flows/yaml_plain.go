package flows

import (
	"regexp"
	"sync"
)

// meanings are what readers of YAML, by its versions 1.1 and 1.2, take a text
// without quotes for, and not for a text. A yes and a no, which 1.2 takes as they
// are written, are none.
var meanings = sync.OnceValue(func() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"thing.nothing": regexp.MustCompile(`^(~|null|Null|NULL)$`),
		"thing.truth":   regexp.MustCompile(`^(true|True|TRUE|false|False|FALSE)$`),
		"thing.date":    regexp.MustCompile(`^\d{4}-\d\d?-\d\d?(([Tt]|[ \t]+)\d\d?:\d\d.*)?$`),
		"thing.number": regexp.MustCompile(`^([-+]?(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|` +
			`[0-9][0-9_]*|([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*|[0-9][0-9_]*)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))|\.(nan|NaN|NAN))$`),
	}
})

// meant is what a text without quotes is taken for, as a code; "" for a text.
func meant(text string) string {
	if len(text) > 40 {
		return ""
	}
	for code, is := range meanings() {
		if is.MatchString(text) {
			return code
		}
	}
	return ""
}
