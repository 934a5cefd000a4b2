package flows

import (
	"slices"
	"strings"
)

// maxNear bounds among how many names the one that was meant is looked for.
const maxNear = 2000

// nearest says what a wrong name may have meant, or what there is, as the end of
// a sentence.
func nearest(wrong string, names []string) Message {
	if len(names) > maxNear {
		return Msg("near.many")
	}
	slices.Sort(names)
	best, least := "", len(wrong)/3+2
	for _, name := range names {
		if d := Distance(wrong, name); d < least {
			best, least = name, d
		}
	}
	switch {
	case best != "":
		return Msg("near.meant", "name", best)
	case len(names) == 0:
		return Msg("near.none")
	case len(names) == 1:
		return Msg("near.one", "name", names[0])
	case len(names) > 12:
		return Msg("near.more", "names", strings.Join(names[:12], ", "), "n", len(names)-12)
	}
	return Msg("near.all", "names", strings.Join(names, ", "))
}

// Distance counts the letters to add, drop or change between two names, in bytes;
// it is 64 where one is longer than that.
func Distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := before
			if a[i] != b[j] {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}

func keys[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	return names
}
