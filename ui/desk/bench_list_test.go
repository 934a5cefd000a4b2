package desk

import (
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// BenchmarkList is a key on a list of which so many runs are here: Update and View.
func BenchmarkList(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		r := begun(b).size(160, 50)
		desk(r)
		rows := r.m.list.sections[1]
		for i := len(rows.rows); i < n; i++ {
			h := rows.rows[0]
			h.ID = strconv.Itoa(i)
			rows.rows = append(rows.rows, h)
		}
		for name, keys := range map[string][2]tea.KeyPressMsg{
			"down": {{Code: tea.KeyDown}, {Code: tea.KeyUp}},
			"page": {{Code: tea.KeyPgDown}, {Code: tea.KeyPgUp}},
			"end":  {{Code: tea.KeyEnd}, {Code: tea.KeyHome}},
		} {
			b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
				_ = r.m.View()
				for i := 0; b.Loop(); i++ {
					r.m.Update(keys[i/20%2])
					_ = r.m.View()
				}
			})
		}
	}
}
