package findings

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/desk/room/roomtest"
)

// rig is the table of what a comparison found, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t *testing.T
	o *Over
}

// found opens the comparison of two registers; before is one that was made
// earlier, "" for none.
func found(t *testing.T, before, netvisor, rackbeat string) *rig {
	t.Helper()
	r, kept := &rig{Desk: roomtest.New(), t: t}, storetest.NewMemory()
	var results []run.CheckResult
	for _, left := range []string{before, netvisor} {
		if left != "" {
			results = append(results, run.CheckResult{Report: roomtest.Keep(t, kept, roomtest.Compared(t, left, rackbeat))})
		}
	}
	r.Do(Open(r.Desk, Check{Label: "equal", Results: results, Kept: kept, Lang: "en"}))
	r.o = r.Over.(*Over)
	return r
}

// demoFound is the comparison of the sample registers; the one before it knew
// nothing of Netvisor's last rows.
func demoFound(t *testing.T) *rig {
	t.Helper()
	p := sample.Demo(compare.Customers)
	lines := strings.SplitAfter(string(p.Netvisor), "\n")
	return found(t, strings.Join(lines[:len(lines)-8], "")+"9999;Vanha Kauppa Oy;;;;;;;;;;;\n", string(p.Netvisor), string(p.Rackbeat))
}

func (r *rig) keys(names ...string) *rig {
	r.Keys(names...)
	return r
}

// shows fails unless the frame holds every text.
func (r *rig) shows(texts ...string) *rig {
	r.t.Helper()
	for _, s := range texts {
		if !strings.Contains(r.Screen(), s) {
			r.t.Fatalf("not shown: %q\n%s", s, r.Screen())
		}
	}
	return r
}

func TestTheTableOfFindings(t *testing.T) {
	r := demoFound(t)
	r.shows("42 of 42", "29 code", "2 business ID", "1 name", "8 only Netvisor", "4 only Rackbeat", "No code", "since the last comparison")
	o := r.o
	for _, tt := range []struct {
		keys  []string
		shows string
		holds func(f *compare.Finding, fresh bool) bool
	}{
		{[]string{"tab"}, "must", func(f *compare.Finding, _ bool) bool { return compare.Customers.Level(f.Rule) == compare.Must }},
		{[]string{"right"}, "No code", func(f *compare.Finding, _ bool) bool { return f.Rule == compare.CodeEmpty }},
		{[]string{"left", "tab"}, "look at", func(f *compare.Finding, _ bool) bool { return compare.Customers.Level(f.Rule) == compare.Warn }},
		{[]string{"tab", "tab", "n"}, "new only", func(_ *compare.Finding, fresh bool) bool { return fresh }},
		{[]string{"n", "/", "'etunollan laakeri'"}, "has etunollan laakeri", func(f *compare.Finding, _ bool) bool {
			return f.Left.Name == "Etunollan Laakeri Oy" || f.Right.Name == "Etunollan Laakeri Oy"
		}},
	} {
		r.keys("down", "down").keys(tt.keys...).shows(tt.shows)
		if o.at != 0 {
			t.Errorf("%v: the pointer stands on %d", tt.keys, o.at)
		}
		want := 0
		for i := range o.found.Findings {
			if tt.holds(&o.found.Findings[i], o.found.IsNew[i]) {
				want++
			}
		}
		if o.count() != want || want == 0 {
			t.Errorf("%v: %d findings, want %d", tt.keys, o.count(), want)
		}
		for i := range o.count() {
			if k := o.index(i); !tt.holds(&o.found.Findings[k], o.found.IsNew[k]) {
				t.Errorf("%v lets %+v through", tt.keys, o.found.Findings[k])
			}
		}
	}
	if r.keys("esc").shows("42 of 42"); r.keys("esc").Over != nil {
		t.Error("esc does not close the table")
	}
}

func TestAPairSideBySide(t *testing.T) {
	r := demoFound(t).keys("right")
	o := r.o
	for o.filters.Rule != compare.OtherCompany {
		r.keys("right")
	}
	r.keys("enter").shows("Same code, another company", "1 of 1", "! business ID  9900281-4", "9900292-9", "! name", "Aivan Toinen Yritys Oy", "barred", "if not")
	r.keys("pgdown", "pgdown", "pgdown").shows("repair")
	if r.keys("esc"); r.Over == nil || o.pair {
		t.Error("esc does not go back to the table")
	}
	r.keys("c")
	if fmt.Sprint(r.Copied) != "[1027]" {
		t.Errorf("copied: %v", r.Copied)
	}
}

// TestWhatIsNew holds a comparison against the one before it: what moved to
// another row is not new.
func TestWhatIsNew(t *testing.T) {
	head := "Asiakaskoodi;Nimi\n"
	r := found(t, head+"A1;Vanha Oy\nB2;Kadonnut Oy\n", head+"5;Uusi Rivi Oy\nA1;Vanha Oy\nA1;Vanha Oy\nC3;Uusi Oy\n", "number;name\n9;Muu Oy\n")
	o := r.o
	var news []string
	for i := range o.found.Findings {
		if o.found.IsNew[i] {
			news = append(news, string(o.found.Findings[i].Rule)+" "+o.found.Findings[i].Left.Code)
		}
	}
	want := "[code-duplicate A1 code-duplicate A1 code-not-numeric A1 code-not-numeric C3 name-duplicate A1 name-duplicate A1 only-left 5 only-left A1 only-left C3]"
	if fmt.Sprint(news) != want || o.found.NewCount != 9 || o.found.GoneCount != 2 {
		t.Errorf("new %v (%d), gone %d, want %s", news, o.found.NewCount, o.found.GoneCount, want)
	}
	r.shows("9 new, 2 gone")
}
