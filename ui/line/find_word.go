package line

import (
	"slices"
	"strings"

	"lotse/flows/words"
	"lotse/ui/palette"
)

// deeds are the words as entries: each sentence of help that begins with a word says
// what that word does.
func deeds(help []string) []palette.Entry {
	var all []palette.Entry
	there := map[string]bool{}
	for _, line := range help {
		for said := range strings.SplitSeq(line, ". ") {
			name := strings.TrimRight(strings.Fields(said + " .")[0], ",:.")
			known := slices.ContainsFunc(vocabulary, func(w words.Word) bool { return w.Name == name })
			if known && !there[name] {
				there[name] = true
				all = append(all, palette.Entry{Kind: palette.Action, Text: strings.TrimRight(said, "."), Key: name})
			}
		}
	}
	return all
}
