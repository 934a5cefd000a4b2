package report_test

import (
	"strings"
	"testing"

	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
)

// TestWhoBroughtIt says who has brought to a team's store what others did elsewhere, each
// once, and nothing where everybody wrote their own.
func TestWhoBroughtIt(t *testing.T) {
	d := begin(t, procedure(t, "sage-main-contact"), run.Real, "Muster GmbH")
	d.toEnd("walk-sage-ordered.yaml")
	events := d.Events()
	report1 := func() string {
		r := report.New(d.ViewIn("en", d.now), events, d.options(false))
		return string(written(t, paper.Markdown, report.Document(r)))
	}
	for i := range events {
		events[i].Writer = events[i].By
	}
	if md := report1(); strings.Contains(md, "Brought here by") {
		t.Error(md)
	}
	events[0].Writer, events[1].Writer, events[2].Writer = "kim", "erika", "kim"
	if md := report1(); !strings.Contains(md, "* **Brought here by:** kim and erika") {
		t.Error(md)
	}
}
