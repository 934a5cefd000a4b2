package desk

import (
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/ui/desk/room/roomtest"
)

// manyFindings is a table of so many findings.
func manyFindings(b *testing.B, n int) *rig {
	b.Helper()
	report := roomtest.Compared(b, "Asiakaskoodi;Nimi\n", "number;name\n")
	report.Findings = make([]compare.Finding, n)
	for i := range report.Findings {
		card := compare.Card{Row: i + 2, Code: fmt.Sprint(10_000 + i), Name: fmt.Sprintf("Kauppa %d Oy", i)}
		report.Findings[i] = compare.Finding{Rule: compare.OtherName, Side: compare.Both, Left: card, Right: card}
	}
	report.Counts[compare.OtherName] = n
	r := comparing(b, "info@example.org", "info@example.org")
	r.recordReport(flows.At("compare.equal"), report)
	r.refresh()
	return r.size(120, 40).keys("f", "end").shows(fmt.Sprintf("%d of %d", n, n))
}

// BenchmarkFindings is a key in a table of 200,000 findings, Update and View,
// beside the same in an empty one: moving, and typing a filter, which is applied
// beside the screen.
func BenchmarkFindings(b *testing.B) {
	for _, keys := range []struct {
		name   string
		before string
		keys   [2]tea.KeyPressMsg
	}{
		{"move", "", [2]tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyPgUp}}},
		{"filter", "/", [2]tea.KeyPressMsg{{Code: '7', Text: "7"}, {Code: tea.KeyBackspace}}},
	} {
		b.Run(keys.name, func(b *testing.B) {
			var took [2]time.Duration
			rigs := [2]*rig{manyFindings(b, 200_000), manyFindings(b, 0)}
			for _, r := range rigs {
				if keys.before != "" {
					r.keys(keys.before)
				}
			}
			for i := 0; b.Loop(); i++ {
				for n, r := range rigs {
					start := time.Now()
					r.m.Update(keys.keys[i%2])
					_ = r.m.View()
					took[n] += time.Since(start)
				}
			}
			b.ReportMetric(float64(took[0].Microseconds())/1000/float64(b.N), "ms/key")
			b.ReportMetric(float64(took[0])/float64(took[1]), "x-empty")
		})
	}
}
