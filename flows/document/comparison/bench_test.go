package comparison_test

import (
	"fmt"
	"io"
	"testing"
	"time"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

// BenchmarkTold tells 200,000 findings on paper, all that is said of each.
func BenchmarkTold(b *testing.B) {
	const n = 200_000
	r := report(compare.Customers, compare.RackbeatToNetvisor)
	r.Findings = make([]compare.Finding, n)
	for i := range r.Findings {
		left := compare.Card{Row: i + 2, Code: fmt.Sprint(10_000 + i), Name: fmt.Sprintf("Kauppa %d Oy", i), ID: "1967543-8"}
		right := left
		right.Row, right.Name = i+3, fmt.Sprintf("Kauppa nro %d Oy", i)
		f := compare.Finding{Rule: compare.OtherName, Side: compare.Both, Left: left, Right: right}
		if i >= n/2 {
			f = compare.Finding{Rule: compare.OnlyLeft, Side: compare.Left, Left: left}
		}
		r.Findings[i] = f
	}
	for _, ending := range comparison.Formats() {
		b.Run(ending[1:], func(b *testing.B) {
			var took time.Duration
			for b.Loop() {
				start := time.Now()
				if err := comparison.Writer(ending)(io.Discard, r, "fi"); err != nil {
					b.Fatal(err)
				}
				took += time.Since(start)
			}
			b.ReportMetric(float64(took.Nanoseconds())/float64(b.N)/n, "ns/finding")
		})
	}
}
