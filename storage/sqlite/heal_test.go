package sqlite

import (
	"strings"
	"testing"
)

// TestMisnamedEvidenceIsHealed holds that a database of version 1, which took
// every sum in an event for a kept file, names the kept ones alone afterwards.
func TestMisnamedEvidenceIsHealed(t *testing.T) {
	path := oldDB(t, 1)
	sum := func(c string) string { return strings.Repeat(c, 64) }
	db := pool(path, alone, 1)
	for seq, e := range []struct{ kind, data, content, sums string }{
		{"ticked", `{"item":"s.t","evidence":{"name":"x","sha256":"` + sum("a") + `","size":1}}`, "", "a"},
		{"rows_replaced", `{"item":"s.l","count":1,"sha256":"` + sum("b") + `","source":{"name":"x.csv","sha256":"` + sum("c") + `","size":1}}`, `[{"f":{"value":"sha256:` + sum("d") + `/x"}}]`, "bcd"},
		{"rows_replaced", `{"item":"s.l","count":1,"sha256":"` + sum("b") + `"}`, `[{"f":{"value":"` + sum("a") + `"}}]`, "b"},
		{"noted", `{"text":"sha256:` + sum("c") + `/x"}`, "", "c"},
		{"answered", `{"item":"s.f","value":"sha256:` + sum("e") + `/x"}`, "", "e"},
		{"cell", `{"item":"s.l","row":"r1","column":"f","value":"sha256:` + sum("f") + `/x"}`, "", "f"},
		{"checked", `{"item":"s.c","result":{"report":{"name":"x","sha256":"` + sum("0") + `","size":1}}}`, "", "0"},
	} {
		n := seq + 2
		_, err := db.Exec("INSERT INTO events VALUES ('ab12', ?, 0, '', 'real', ?, '', ?, x'00', x'00', x'00', x'00')", n, e.kind, []byte(e.data))
		must(t, err)
		if e.content != "" {
			_, err := db.Exec("INSERT INTO contents VALUES ('ab12', ?, ?)", n, []byte(e.content))
			must(t, err)
		}
		for _, c := range e.sums {
			_, err := db.Exec("INSERT INTO evidence VALUES (?, 'ab12', ?)", sum(string(c)), n)
			must(t, err)
		}
	}
	_, err := db.Exec("INSERT INTO evidence_new VALUES (?, 7)", sum("c"))
	must(t, err)
	must(t, db.Close())

	d, err := Open(ctx, path, Options{})
	must(t, err)
	defer func() { must(t, d.Close()) }()
	for query, want := range map[string]string{
		"SELECT substr(sum, 1, 1) || seq FROM evidence ORDER BY seq, sum":   "a2 d3 e6 f7 08",
		"SELECT substr(sum, 1, 1) || at FROM evidence_new ORDER BY sum":     "b0 c7",
		"SELECT name FROM sqlite_schema WHERE name LIKE 'misnamed%'":        "",
		"SELECT group_concat(seq) FROM events WHERE run = 'ab12' AND seq>1": "2,3,4,5,6,7,8",
	} {
		all, err := sumsOf(ctx, d.reader, query)
		must(t, err)
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
}
