package report_test

import (
	"bytes"
	"testing"

	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
)

// TestAPDFHasTheDateOfItsReport: not of the hour in which the file was made, nor
// none.
func TestAPDFHasTheDateOfItsReport(t *testing.T) {
	r := pier(t, run.Real, "").record("en", false)
	file := written(t, paper.PDF, report.Document(r))
	if want := "/CreationDate (D:" + r.Written.UTC().Format("20060102150405") + ")"; !bytes.Contains(file, []byte(want)) {
		t.Errorf("the file lacks %s", want)
	}
}
