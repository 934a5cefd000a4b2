package sqlite

import (
	"errors"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// TestFormatOfAProcedure: a procedure is stored with the version of its form,
// and one of a form to come is named, not guessed at.
func TestFormatOfAProcedure(t *testing.T) {
	d := opened(t)
	c, err := d.AddCustomer(ctx, run.Customer{Name: "Muster GmbH"})
	must(t, err)
	for id, one := range map[string]struct {
		doc  string
		want int
	}{
		"ab11": {`{"format":1,"procedure":"p"}`, 1},
		"ab12": {`{"format":2,"procedure":"p"}`, 2},
		"ab13": {"procedure: p", 1}, // what has no version has the first
	} {
		doc, want := one.doc, one.want
		l := storetest.NewLog(id, c)
		l.Header.Digest = "digest of " + doc
		l.Add(run.EventStarted, map[string]string{})
		b := l.Batch(1)
		b.Documents = map[string][]byte{l.Header.Digest: []byte(doc)}
		must(t, d.Append(ctx, b))
		var got int
		must(t, d.reader.QueryRow("SELECT format FROM procedures WHERE digest = ?", l.Header.Digest).Scan(&got))
		if got != want {
			t.Errorf("%s is stored in format %d, want %d", doc, got, want)
		}
		if stored, err := d.Document(ctx, l.Header.Digest); err != nil || string(stored) != doc {
			t.Errorf("%s is read as %s, %v", doc, stored, err)
		}
	}
	_, err = d.writer.Exec("UPDATE procedures SET format = ?", flows.NewestFormat+1)
	must(t, err)
	if _, err := d.Document(ctx, "digest of procedure: p"); !errors.Is(err, flows.ErrNewer) {
		t.Errorf("a form to come: %v", err)
	}
}
