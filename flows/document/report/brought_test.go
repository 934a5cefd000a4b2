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
	reports := func() (md, asJSON, csv string) {
		r := report.New(d.ViewIn("en", d.now), events, d.options(false))
		return string(written(t, paper.Markdown, report.Document(r))), string(written(t, report.WriteJSON, r)), string(written(t, report.WriteCSV, r))
	}
	for i := range events {
		events[i].Writer = events[i].By
	}
	if md, asJSON, csv := reports(); strings.Contains(md, "Brought here by") || !strings.Contains(asJSON, `"brought_by":[]`) || strings.Contains(csv, "brought") {
		t.Error(md, asJSON, csv)
	}
	events[0].Writer, events[1].Writer, events[2].Writer = "kim", "erika", "kim"
	md, asJSON, csv := reports()
	if !strings.Contains(md, "* **Brought here by:** kim and erika") || !strings.Contains(asJSON, `"brought_by":["kim","erika"]`) {
		t.Error(md, asJSON)
	}
	if kim, erika := strings.Index(csv, ",brought,Brought here by,,,,,kim,"), strings.Index(csv, ",brought,Brought here by,,,,,erika,"); kim < 0 || erika < kim {
		t.Error(csv)
	}
}
