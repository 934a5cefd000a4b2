package register

import (
	"strconv"
	"strings"

	"lotse/flows"
)

// RowTally counts rows, and keeps the numbers of the first of them.
type RowTally struct {
	N     int
	First []int
}

// mostNamed is how many rows a note names.
const mostNamed = 30

// Add adds a row.
func (t *RowTally) Add(row int) {
	if t.N++; t.N <= mostNamed {
		t.First = append(t.First, row)
	}
}

// Names are the rows as a sentence names them.
func (t *RowTally) Names() flows.Message {
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
