package compare

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestWhatWasNotComparedIsSaid: a rule that could not look at some rows is named
// with how many, is worth a warning where it would have been, and has no count of
// nothing; one that looked at all is not named.
func TestWhatWasNotComparedIsSaid(t *testing.T) {
	const header, plain = "Asiakaskoodi;Nimi;Y-tunnus;is_barred", "101;Satama Oy;0112038-9;0/102;Pohjola Oy;;0"
	names := "merge-by-name name-duplicate name-too-long near-name same-code-other-name"
	ids := "business-id-duplicate business-id-invalid overwrite-by-business-id same-code-other-company"
	for name, c := range map[string]struct {
		kind   Kind
		header string // of the left side; "" for the usual one
		rows   string
		places string
		rules  string
		worst  Level
	}{
		"all is compared":             {Customers, "", plain, "", "", Info},
		"a name of an error":          {Customers, "", "101;#N/A;0112038-9;0/102;Pohjola Oy;;0", "left.name 1", names, Warn},
		"a name with an unread sign":  {Customers, "", "101;Sat\ufffdma Oy;0112038-9;0/102;Pohjola Oy;;0", "left.name 1", names, Warn},
		"names made UTF-8 twice":      {Customers, "", "101;SÃ¤tama Oy;0112038-9;0/102;Pöhjola Oy;;0", "left.name 1", "", Warn},
		"names of two kinds of error": {Customers, "", "101;#REF!;0112038-9;0/102;#PUUTTUU!;;0", "left.name 2", names, Warn},
		"a business id of an error":   {Customers, "", "101;Satama Oy;#N/A;0/102;Pohjola Oy;;0", "left.business_id 1", ids, Warn},
		"Netvisor's suppliers":        {Suppliers, "Toimittajakoodi;Nimi;Y-tunnus;is_barred", "101;Satama Oy;#N/A;0/102;Pohjola Oy;0112038-9;0", "left.business_id 1", ids + " business-id-missing", Warn},
		"a name and an id":            {Customers, "", "101;#N/A;0112038-9;0/102;Pohjola Oy;#WERT!;0", "left.business_id 1, left.name 1", ids + " " + names, Warn},
		"names of products":           {Products, "Tuotekoodi;Nimi;is_barred", "101;#N/A;0/102;Pohjola Oy;0", "left.name 1", "name-differs name-too-long", Warn},
		"who is barred, a word":       {Customers, "", "101;Satama Oy;0112038-9;vielleicht/102;Pohjola Oy;;0", "left.barred 1", "barred", Info},
		"who is barred, a date":       {Customers, "", "101;Satama Oy;0112038-9;2024-05-01/102;Pohjola Oy;;", "left.barred 1", "barred", Info},
		"who is active, nothing":      {Customers, "Asiakaskoodi;Nimi;Y-tunnus;Aktiivinen", "101;Satama Oy;0112038-9;x/102;Pohjola Oy;;", "left.barred 1", "barred", Info},
		"who is active, words":        {Customers, "Asiakaskoodi;Nimi;Y-tunnus;Aktiivinen", "101;Satama Oy;0112038-9;kyllä/102;Pohjola Oy;;aktiivinen", "", "", Info},
		"who is barred, nothing":      {Customers, "", "101;Satama Oy;0112038-9;/102;Pohjola Oy;;0", "", "", Info},
		"a total that may be a card":  {Customers, "", "101;Satama Oy;0112038-9;0/102;Pohjola Oy;;0/002;Yhteensä;;", "left.code 1", "", Warn},
		"a total that is none":        {Customers, "", "101;Satama Oy;0112038-9;0/102;Pohjola Oy;;0/2;Yhteensä;;", "", "", Info},
		"a product that may be a sum": {Products, "Tuotekoodi;Nimi;is_barred", "BOLT;Satama Oy;0/102;Pohjola Oy;0/TOTAL;3;", "left.code 1", "", Must},
		"a code that is told":         {Customers, "", "#N/A;Satama Oy;0112038-9;0/102;Pohjola Oy;;0", "", "", Must},
	} {
		if c.header == "" {
			c.header = header
		}
		left := fileOf(t, c.kind, c.header, c.rows)
		codes := map[Kind]string{Customers: "Asiakaskoodi", Suppliers: "Toimittajakoodi", Products: "Tuotekoodi"}[c.kind]
		right := fileOf(t, c.kind, codes+";Nimi;Y-tunnus;is_barred", plain)
		right.Info.Sum = "" // the same rows are no other file here
		r, err := Compare(t.Context(), left, right, Plan{Kind: c.kind, Left: Netvisor, Right: Rackbeat}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var places []string
		for _, u := range r.Unread() {
			places = append(places, fmt.Sprintf("%s %d", u.Place, u.Rows))
		}
		if got := strings.Join(places, ", "); got != c.places {
			t.Errorf("%s: not compared: %q, want %q", name, got, c.places)
		}
		checkIdle(t, name, r, c.rules)
		if r.Worst() != c.worst {
			t.Errorf("%s: %s, want %s: %v", name, r.Worst(), c.worst, r.Counts)
		}
		var kept bytes.Buffer
		if err := Write(&kept, r); err != nil {
			t.Fatal(err)
		}
		if again, err := ReadReport(&kept); err != nil || !reflect.DeepEqual(again.NotRun, r.NotRun) {
			t.Errorf("%s: kept as %+v, %v", name, again, err)
		}
	}
}

// checkIdle holds that these rules are not run for some rows, and that none of
// them counts nothing; any where they are not said.
func checkIdle(t *testing.T, name string, r *Report, rules string) {
	t.Helper()
	var not []string
	for _, n := range r.NotRun {
		not = append(not, string(n.Rule))
		if count, counted := r.Counts[n.Rule]; counted && count == 0 {
			t.Errorf("%s: %s counts nothing", name, n.Rule)
		}
		if len(n.Missing) > 0 || r.Lacks(n.Rule) || r.Ran(n.Rule) {
			t.Errorf("%s: %+v", name, n)
		}
	}
	want := strings.Fields(rules)
	slices.Sort(want)
	slices.Sort(not)
	if rules != "" && !slices.Equal(not, want) || (len(not) > 0) != (len(r.Unread()) > 0) {
		t.Errorf("%s: not run %v, want %v", name, not, want)
	}
}
