package register

import (
	"strconv"
	"strings"

	"lotse/flows"
)

// Told are rows of which is told: how many, and the first of them by number.
type Told struct {
	N     int
	First []int
}

// mostTold is how many rows a note names.
const mostTold = 30

// Add adds a row.
func (t *Told) Add(row int) {
	if t.N++; t.N <= mostTold {
		t.First = append(t.First, row)
	}
}

// Names are the rows as a sentence names them.
func (t *Told) Names() flows.Message {
	names := make([]string, len(t.First))
	for i, row := range t.First {
		names[i] = strconv.Itoa(row)
	}
	text := flows.Said(strings.Join(names, ", "))
	if t.N > len(names) {
		return flows.Msg("register.and_more", "names", text, "n", t.N-len(names))
	}
	return text
}
