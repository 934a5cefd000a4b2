package sqlite_test

import (
	"path/filepath"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// FuzzSearch searches for any text in any text: never an error, and what stands
// behind the text is found.
func FuzzSearch(f *testing.F) {
	db := open(f, filepath.Join(f.TempDir(), "lotse.db"))
	l := storetest.NewLog("ab12", mustCustomer(f, db))
	f.Add("Muster GmbH", "must")
	f.Add(`"`, `" OR NEAR/2 (`)
	f.Add("\x00", "\xff*")
	f.Fuzz(func(t *testing.T, text, words string) {
		l.Answer("name", "x")
		b := l.Batch(int64(len(l.Events)))
		if len(l.Events) == 1 {
			b = l.Batch(1)
		}
		b.Index = storetest.Index(text+" zzzz", "")
		must(t, db.Append(ctx, b))
		_, err := db.Headers(ctx, run.Query{Text: words})
		must(t, err)
		p, err := db.Headers(ctx, run.Query{Text: "zzz"})
		must(t, err)
		if p.Total != 1 {
			t.Errorf("%q: found %d", text, p.Total)
		}
	})
}
