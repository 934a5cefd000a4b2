package check

import (
	"fmt"
	"io"
	"testing"

	"lotse/flows/register/compare"
)

// BenchmarkPack packs 100,000 findings, beside their record as it is.
func BenchmarkPack(b *testing.B) {
	r := &compare.Report{Plan: compare.Plan{Kind: compare.Customers, Left: compare.Netvisor, Right: compare.Rackbeat}, Counts: map[compare.Rule]int{}}
	for i := range 100_000 {
		c := compare.Card{Row: i, Code: fmt.Sprint(10_000 + i), ID: "0112038-9", Name: fmt.Sprintf("Pohjola Osat %d Oy", i*7919%100_000)}
		r.Findings = append(r.Findings, compare.Finding{Rule: compare.OtherName, Side: compare.Both, Left: c, Right: c})
	}
	for name, write := range map[string]func(io.Writer, *compare.Report) error{"packed": pack, "plain": compare.Write} {
		b.Run(name, func(b *testing.B) {
			n := counter(0)
			for b.Loop() {
				if err := write(&n, r); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)/float64(b.N)/1e6, "MB")
		})
	}
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
