package roomtest

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// Compared is the comparison of the customers of two registers.
func Compared(t testing.TB, netvisor, rackbeat string) *compare.Report {
	t.Helper()
	var sides [2]*compare.Register
	for i, text := range []string{netvisor, rackbeat} {
		var err error
		src := register.Source{Name: []string{"netvisor.csv", "rackbeat.csv"}[i], R: strings.NewReader(text), Size: int64(len(text))}
		if sides[i], err = compare.Read(t.Context(), src, compare.Customers, compare.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	plan := compare.Plan{Kind: compare.Customers, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.RackbeatToNetvisor}
	report, err := compare.Compare(t.Context(), sides[0], sides[1], plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// Keep keeps a report as a check does.
func Keep(t testing.TB, a run.EvidenceStore, report *compare.Report) *run.File {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if err := compare.Write(z, report); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := a.Put(t.Context(), "customers.ndjson.gz", &packed)
	if err != nil {
		t.Fatal(err)
	}
	return &f
}
