package report_test

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestReports holds the report of a finished run of each procedure in each
// language: as Markdown, as JSON, and as a summary.
func TestReports(t *testing.T) {
	for _, c := range drives {
		d := begin(t, procedure(t, c.procedure), run.Real, "Muster GmbH")
		d.toEnd(c.answers)
		for _, lang := range words.Languages() {
			r := d.record(lang, false)
			t.Run(c.procedure+"."+lang, func(t *testing.T) {
				t.Run("md", func(t *testing.T) { golden.RequireEqual(t, masked(r, written(t, paper.Markdown, report.Document(r)))) })
				t.Run("json", func(t *testing.T) { golden.RequireEqual(t, masked(r, written(t, report.WriteJSON, r))) })
				t.Run("txt", func(t *testing.T) { golden.RequireEqual(t, []byte(report.Summary(r))) })
			})
		}
	}
}

// written is what a writer writes.
func written[T any](t testing.TB, write func(io.Writer, T) error, v T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ofEvents are the hashes of a link.
var ofEvents = regexp.MustCompile(`"(sum|hash)":"[0-9a-f]{64}"`)

// masked is a report without what changes with every letter of its procedure: the
// digest, and the hashes of the events, which TestTheChainLeadsToTheHead holds.
func masked(r *report.Record, text []byte) []byte {
	none := []byte(strings.Repeat("0", 64))
	for _, hash := range []string{r.Digest, r.Head, r.Head[:16]} {
		text = bytes.ReplaceAll(text, []byte(hash), none[:len(hash)])
	}
	return ofEvents.ReplaceAll(text, []byte(`"$1":"`+string(none)+`"`))
}
