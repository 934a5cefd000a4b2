package compare

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// headed is a register in a file with that header and two rows.
func headed(t *testing.T, k Kind, header string) *Register {
	t.Helper()
	cells := len(strings.Split(header, ";"))
	text := header + "\n"
	for i := range 2 {
		row := make([]string, cells)
		for c := range row {
			if row[c] = fmt.Sprintf("%d", 1001+i*cells+c); strings.Split(header, ";")[c] == "is_barred" {
				row[c] = "0"
			}
		}
		text += strings.Join(row, ";") + "\n"
	}
	r, err := reads(t, k, text, Options{})
	if err != nil {
		t.Fatalf("%s: %v", header, err)
	}
	return r
}

// TestWhatDidNotRun holds that a rule whose column is not there is named, and has
// no count; and that a rule has a count where its columns are there.
func TestWhatDidNotRun(t *testing.T) {
	const all = "number;name;vat_number;is_barred"
	for name, tt := range map[string]struct {
		kind        Kind
		left, right string
		lacking     string
		not         []Rule
		worst       Level
	}{
		"every column":        {Customers, all, all, "", nil, Warn},
		"no names on a side":  {Customers, "number;vat_number;is_barred", all, "left.name", []Rule{MergeByName, NameDuplicate, NameTooLong, OtherName, NearName}, Warn},
		"no names at all":     {Suppliers, "number;vat_number;is_barred", "number;vat_number;is_barred", "left.name right.name", []Rule{MergeByName, NameDuplicate, NameTooLong, OtherName, NearName}, Must},
		"no ids, Netvisor's":  {Suppliers, "number;name;is_barred", all, "left.business_id", []Rule{OtherCompany, IDMissing, OverwriteByID, IDInvalid, IDDuplicate}, Warn},
		"no ids, the other's": {Suppliers, all, "number;name;is_barred", "right.business_id", []Rule{OtherCompany, OverwriteByID, IDInvalid, IDDuplicate}, Warn},
		"codes alone":         {Products, "number;is_barred", "code;is_barred", "left.name right.name", []Rule{NameDiffers, NameTooLong}, Must},
		"names of one side":   {Products, "number;name;is_barred", "code;is_barred", "right.name", []Rule{NameDiffers, NameTooLong}, Must},
		"only who is barred":  {Products, "number;name", "number;name;is_barred", "left.barred", []Rule{IsBarred}, Must},
	} {
		r, err := Compare(t.Context(), headed(t, tt.kind, tt.left), headed(t, tt.kind, tt.right+";x"), Plan{Kind: tt.kind, Left: Netvisor, Right: Rackbeat}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Trim(fmt.Sprint(r.Lacking()), "[]"); got != tt.lacking {
			t.Errorf("%s: no column for %s, want %s", name, got, tt.lacking)
		}
		var not []Rule
		for _, n := range r.NotRun {
			not = append(not, n.Rule)
			if missing := fmt.Sprint(n.Missing); missing != fmt.Sprint(r.Lacking()) {
				t.Errorf("%s: %s did not run without %s", name, n.Rule, missing)
			}
		}
		if !slices.Equal(not, tt.not) {
			t.Errorf("%s: %v did not run, want %v", name, not, tt.not)
		}
		for _, rule := range tt.kind.Rules() {
			if n, counted := r.Counts[rule]; counted != !slices.Contains(tt.not, rule) && n == 0 {
				t.Errorf("%s: %s %d times, counted %v", name, rule, n, counted)
			}
		}
	}
}

// TestWorst holds that what did not run is worth a warning, and that one that
// would only have told something is not.
func TestWorst(t *testing.T) {
	for name, tt := range map[string]struct {
		left, right string
		want        Level
	}{
		"all alike":      {"number;name;vat_number;is_barred\n1;a;;\n", "number;name;vat_number;is_barred\n1;a;;;\n", Info},
		"nobody barred":  {"number;name;vat_number\n1;a;\n", "number;name;vat_number\n1;a;;\n", Info},
		"no ids":         {"number;name\n1;a\n", "number;name\n1;a;\n", Warn},
		"ids of a side":  {"number;name;vat_number\n1;a;\n", "number;name\n1;a;\n", Warn},
		"a name differs": {"number;name;vat_number\n1;a;\n", "number;name;vat_number\n1;b;;\n", Warn},
		"a must":         {"number;name\n01;a\n", "number;name\n1;a;\n", Must},
	} {
		left, err := reads(t, Customers, tt.left, Options{})
		if err != nil {
			t.Fatal(err)
		}
		right, err := reads(t, Customers, tt.right, Options{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := Compare(t.Context(), left, right, Plan{Kind: Customers, Left: Netvisor, Right: Rackbeat}, nil)
		if err != nil || r.Worst() != tt.want {
			t.Errorf("%s: %s, %v", name, r.Worst(), err)
		}
	}
}

// TestFirstRecord holds that what the first version kept is read as it was; it
// says of its columns which rules had not run.
func TestFirstRecord(t *testing.T) {
	f, err := os.Open("testdata/record1.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	r, err := ReadReport(f)
	if err != nil {
		t.Fatal(err)
	}
	if r.Kind != Customers || r.LeftHalf.File != "left.csv" || r.RightHalf.Columns[Code] != "number" || len(r.Findings) != 3 || len(r.Counts) != len(Customers.Rules()) {
		t.Errorf("read as %+v", r)
	}
	if r.Counts[OtherCompany] != 1 || r.Counts[CodeNotNumeric] != 1 || r.Counts[OnlyLeft] != 1 || r.Findings[0].Rule != CodeNotNumeric || r.Findings[0].Left.Code != "10A" {
		t.Errorf("found %v: %+v", r.Counts, r.Findings)
	}
	if got := fmt.Sprint(r.Lacking()); got != "[left.barred right.name right.barred]" {
		t.Errorf("no column for %s", got)
	}
	if len(r.NotRun) != 6 {
		t.Errorf("not run: %v", r.NotRun)
	}
}
