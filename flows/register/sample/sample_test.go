package sample

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"lotse/flows/register"
	"lotse/flows/register/compare"
)

// parse reads a register by encoding/csv, and knows its columns.
func parse(t *testing.T, s compare.System, k compare.Kind, file []byte) *compare.Register {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	if s == compare.Netvisor {
		r.Comma = ';'
	}
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{"id": -1}
	for i, header := range all[0] {
		switch header {
		case "Asiakaskoodi", "Toimittajakoodi", "Tuotekoodi", "number":
			at["code"] = i
		case "Nimi", "Nimeke", "name":
			at["name"] = i
		case "Y-tunnus", "Y-Tunnus", "company_vat":
			at["id"] = i
		case "Aktiivinen", "is_barred":
			at["barred"] = i
		}
	}
	var cards []compare.Card
	for i, cells := range all[1:] {
		if len(cells) != 13 {
			t.Fatalf("%s %s: row %d has %d cells", s, k, i, len(cells))
		}
		c := compare.Card{Row: 2 + i, Code: cells[at["code"]], Name: cells[at["name"]], IsBarred: cells[at["barred"]] == map[compare.System]string{compare.Netvisor: "0", compare.Rackbeat: "true"}[s]}
		if at["id"] >= 0 {
			c.ID = cells[at["id"]]
		}
		cards = append(cards, c)
	}
	return compare.FromCards(string(s), "", cards)
}

func compared(t *testing.T, k compare.Kind, p Pair) *compare.Report {
	t.Helper()
	plan := compare.Plan{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat}
	r, err := compare.Compare(t.Context(), parse(t, compare.Netvisor, k, p.Netvisor), parse(t, compare.Rackbeat, k, p.Rackbeat), plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestDemo holds that a demonstration shows every rule, and stays one that can
// be looked through.
func TestDemo(t *testing.T) {
	for _, k := range compare.Kinds() {
		r := compared(t, k, Demo(k))
		for _, rule := range k.Rules() {
			if r.Counts[rule] == 0 {
				t.Errorf("%s: nothing hits %s", k, rule)
			}
		}
		if n := max(r.LeftHalf.Rows, r.RightHalf.Rows); n > 45 || r.Matches.Code < n/2 {
			t.Errorf("%s: %d rows, %+v", k, n, r.Matches)
		}
		if k != compare.Products && (r.Matches.BusinessID == 0 || r.Matches.Name == 0) {
			t.Errorf("%s: %+v", k, r.Matches)
		}
	}
}

// TestDemoIsReadAsItIsWritten holds that a comparison takes the columns that are
// meant.
func TestDemoIsReadAsItIsWritten(t *testing.T) {
	for _, k := range compare.Kinds() {
		p := Demo(k)
		for s, file := range map[compare.System][]byte{compare.Netvisor: p.Netvisor, compare.Rackbeat: p.Rackbeat} {
			want := parse(t, s, k, file)
			got, err := compare.Read(t.Context(), register.Source{Name: "f.csv", R: bytes.NewReader(file), Size: int64(len(file))}, k, compare.Options{})
			if err != nil || got.Len() != want.Len() {
				t.Fatalf("%s %s: %v", s, k, err)
			}
			for i := range want.Len() {
				if got.Card(i) != want.Card(i) {
					t.Errorf("%s %s: %+v, want %+v", s, k, got.Card(i), want.Card(i))
				}
			}
		}
	}
}

func TestMany(t *testing.T) {
	const rows = 20_000
	for _, k := range compare.Kinds() {
		p := Many(k, rows, 1)
		r := compared(t, k, p)
		if r.LeftHalf.Rows != rows || r.RightHalf.Rows != rows || r.Matches.Code < rows*9/10 || len(r.Findings) > rows/2 {
			t.Errorf("%s: %+v, %d and %d rows, %d findings", k, r.Matches, r.LeftHalf.Rows, r.RightHalf.Rows, len(r.Findings))
		}
		if again := Many(k, rows, 1); !bytes.Equal(again.Netvisor, p.Netvisor) || !bytes.Equal(again.Rackbeat, p.Rackbeat) {
			t.Errorf("%s: the same seed made another register", k)
		}
		if other := Many(k, rows, 2); bytes.Equal(other.Netvisor, p.Netvisor) {
			t.Errorf("%s: another seed made the same register", k)
		}
		if k != compare.Products && (r.Counts[compare.NearName] < rows/1000 || r.Counts[compare.NameDuplicate] > rows/1000 || r.Counts[compare.IDDuplicate] > rows/1000) {
			t.Errorf("%s: %v", k, r.Counts)
		}
	}
	if p := Many(compare.Customers, 0, 1); bytes.Count(p.Netvisor, []byte("\n")) != 1 {
		t.Errorf("no rows: %q", p.Netvisor)
	}
}

// TestBusinessIDs: 1967543-8, 1366959-8 and 0112038-9 are known to fit.
func TestBusinessIDs(t *testing.T) {
	for number, want := range map[int]string{1967543: "1967543-8", 1366959: "1366959-8", 112038: "0112038-9", 100000: "0100000-2", 1000008: "", 0: ""} {
		if got := BusinessID(number); got != want {
			t.Errorf("%07d: %q, want %q", number, got, want)
		}
	}
	valid := regexp.MustCompile(`^([0-9]{7}-[0-9])?$`)
	for n := range 100_000 {
		if id := BusinessID(n * 97); !valid.MatchString(id) {
			t.Fatalf("%d: %q", n*97, id)
		}
	}
}

// TestNamesAreFar holds that no two names of the first are the same.
func TestNamesAreFar(t *testing.T) {
	seen := map[string]bool{}
	for n := range 200_000 {
		w := invented(n)
		if seen[w] {
			t.Fatalf("%s stands twice", w)
		}
		seen[w] = true
	}
	if strings.ToLower(heads) != letters || len(letters) != 16 {
		t.Error("the letters do not fit")
	}
}
