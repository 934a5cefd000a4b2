package sample

import (
	"fmt"
	"math/rand/v2"

	"lotse/flows/register/compare"
)

// Pair is a register of both systems, as CSV.
type Pair struct{ Netvisor, Rackbeat []byte }

// Demo is a pair of some 40 rows a side in which every rule finds something.
func Demo(k compare.Kind) Pair {
	netvisor, rackbeat := demoRows(k)
	return Pair{Netvisor: write(compare.Netvisor, k, netvisor), Rackbeat: write(compare.Rackbeat, k, rackbeat)}
}

// Many is a pair of so many rows a side, of which some 940 in 1,000 are the same
// in both systems; Rackbeat's rows are in another order. It makes up to 5,000,000.
func Many(k compare.Kind, rows int, seed uint64) Pair {
	r := rand.New(rand.NewPCG(seed, 6)) //nolint:gosec // always the same, and nothing secret
	m := maker{kind: k, rand: r, spread: r.IntN(spreads)}
	netvisor, rackbeat := make([]row, rows), make([]row, rows)
	for i := range rows {
		netvisor[i], rackbeat[i] = m.pair(i)
	}
	p := Pair{Netvisor: write(compare.Netvisor, k, netvisor)}
	r.Shuffle(rows, func(i, j int) { rackbeat[i], rackbeat[j] = rackbeat[j], rackbeat[i] })
	p.Rackbeat = write(compare.Rackbeat, k, rackbeat)
	return p
}

// row is what counts of a row, and from which the other columns are made.
type row struct {
	n              int
	code, id, name string
	barred         bool
}

// maker makes rows.
type maker struct {
	kind   compare.Kind
	rand   *rand.Rand
	spread int
}

// row is the n-th card that there is, the same in both systems.
func (m *maker) row(n int) row {
	r := row{n: n, code: fmt.Sprint(10001 + n), name: name(n + m.spread)}
	if m.kind == compare.Products {
		r.code, r.name = fmt.Sprintf("T-%06d", n+1), product(n+m.spread)
	} else {
		r.id = BusinessID(issued + (n*7_654_321+m.spread)%(idNumbers-issued))
	}
	return r
}

// pair is the n-th row of both systems. Of a thousand pairs some 940 are the
// same; of the others each is something that a comparison has to find.
func (m *maker) pair(n int) (netvisor, rackbeat row) {
	netvisor, rackbeat = m.row(n), m.row(n)
	other := n + elsewhere
	switch dice := m.rand.IntN(1000); {
	case dice < 15: // overwritten by business id
		rackbeat.code = m.row(other).code
	case dice < 22: // merged by name
		rackbeat.code, rackbeat.id = m.row(other).code, ""
	case dice < 32: // only in one of them
		rackbeat = m.row(other)
	case dice < 38: // renamed
		rackbeat.name = m.row(other).name
	case dice < 41: // another company
		rackbeat.id, rackbeat.name = m.row(other).id, m.row(other).name
	case dice < 44: // alike
		rackbeat.code, rackbeat.id = m.row(other).code, ""
		rackbeat.name = misspelt(netvisor.name)
	case dice < 46:
		netvisor.code = "0" + netvisor.code
	case dice < 47:
		netvisor.code = "1,2E+05"
	case dice < 49:
		netvisor.code = "A" + netvisor.code
	case dice < 51:
		netvisor.id = spoilt(netvisor.id)
	case dice < 53:
		netvisor.barred = true
	case dice < 54:
		netvisor.code = ""
	}
	return netvisor, rackbeat
}

// elsewhere is where the numbers of the cards begin that are in one system only.
const elsewhere = 5_000_000

// misspelt changes the fourth letter of a name.
func misspelt(name string) string {
	b := []rune(name)
	if b[3] == 'a' {
		b[3] = 'e'
	} else {
		b[3] = 'a'
	}
	return string(b)
}

// spoilt gives a business id a check digit that does not fit.
func spoilt(id string) string {
	if id == "" {
		return "-"
	}
	return id[:len(id)-1] + string('0'+(id[len(id)-1]-'0'+1)%10)
}
