package pack

import (
	"slices"
	"strconv"
	"strings"
)

// Compare compares two versions: -1, 0 or 1, as a is older than b, the same, or
// newer. What is no version is older than every one.
func Compare(a, b string) int {
	return slices.Compare(numbers(a), numbers(b))
}

// Serves reports whether a Lotse of this version, with or without the v of a tag,
// has what a pack asks for. One that was built without a version has: whoever
// builds it has all that there is.
func (p *Pack) Serves(lotse string) bool {
	tag := strings.TrimPrefix(lotse, "v")
	tag, _, _ = strings.Cut(tag, "+")
	if !version(tag) {
		return true
	}
	return Compare(tag, p.Least) >= 0
}

func numbers(v string) []int {
	if !version(v) {
		return nil
	}
	var list []int
	for part := range strings.SplitSeq(v, ".") {
		n, _ := strconv.Atoi(part) // digits alone, and few
		list = append(list, n)
	}
	return list
}
