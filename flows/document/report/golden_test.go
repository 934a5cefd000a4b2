package report_test

import (
	"bytes"
	"io"
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
				t.Run("md", func(t *testing.T) { golden.RequireEqual(t, written(t, paper.Markdown, report.Document(r))) })
				t.Run("json", func(t *testing.T) { golden.RequireEqual(t, written(t, report.WriteJSON, r)) })
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
