package line

import (
	"strings"
)

// cut takes the first part of what follows a word.
func cut(args string) (first, rest string) {
	first, rest, _ = strings.Cut(args, " ")
	return first, strings.TrimSpace(rest)
}
