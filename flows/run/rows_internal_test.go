package run

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"lotse/flows"
)

// TestValuesThatStandTwiceAreCounted holds the counting, which goes along with
// every change, against counting anew.
func TestValuesThatStandTwiceAreCounted(t *testing.T) {
	it := &flows.Item{List: &flows.List{Unique: []flows.Unique{{Column: "a"}, {Column: "b"}}}}
	g := rand.New(rand.NewPCG(1, 2))
	r, j := &rows{}, &problemFinder{}
	for n := range 3000 {
		value := func() flows.Value { return []flows.Value{nil, "x", " X ", "y", 3.0, "z"}[g.IntN(6)] }
		fresh := &row{id: rowID(n), cells: []cell{{column: "a", value: value()}, {column: "b", value: value()}}}
		i := 0
		if len(r.order) > 0 {
			i = g.IntN(len(r.order))
		}
		switch k := g.IntN(10); {
		case len(r.order) == 0 || k < 4:
			r.insert(i, fresh)
		case k < 7:
			r.remove(r.order[i].id)
		case k < 9:
			r.put(i, r.order[i].with(cell{column: "a", value: value()}))
		default:
			r.become(append([]*row{fresh}, r.order[:min(len(r.order), 4)]...))
		}
		for _, row := range r.order {
			for _, u := range it.List.Unique {
				column := u.Column
				if got, want := j.duplicateColumns(it, r, row)[column] != nil, naive(r.order, row, column); got != want {
					t.Fatalf("after %s changes: %s of %s stands twice: %v", strconv.Itoa(n), column, row.id, got)
				}
			}
		}
	}
}

func naive(order []*row, row *row, column string) bool {
	key := uniqueKey(row.cell(column).value)
	times := 0
	for _, other := range order {
		if uniqueKey(other.cell(column).value) == key {
			times++
		}
	}
	return key != "" && times > 1
}
