package library_test

import (
	"encoding/json"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/library"
)

// BenchmarkDecode is a stored procedure decoded, in the language that it is written in
// and in a translation, beside the reading of the JSON that it is stored in.
func BenchmarkDecode(b *testing.B) {
	p, err := flows.Open(library.FS, flows.Specs{}).Procedure("techdata-work365")
	if err != nil {
		b.Fatal(err)
	}
	doc := p.Bytes()
	for _, lang := range p.Languages {
		b.Run(lang, func(b *testing.B) {
			var ours, base time.Duration
			b.ReportAllocs()
			for b.Loop() {
				begun := time.Now()
				p, err := flows.Decode(doc)
				if err != nil {
					b.Fatal(err)
				}
				p.In(lang)
				ours += time.Since(begun)
				begun = time.Now()
				var plain any
				if err := json.Unmarshal(doc, &plain); err != nil {
					b.Fatal(err)
				}
				base += time.Since(begun)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(ours.Microseconds())/float64(b.N), "µs/decode")
			b.ReportMetric(float64(base.Microseconds())/float64(b.N), "µs/json")
			b.ReportMetric(float64(ours)/float64(base), "decode/json")
		})
	}
}
