package desk

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/flows/run"
)

// found is a rig that stands on a check whose result is the comparison of two
// registers; before is one that was made earlier, "" for none.
func found(t testing.TB, before, netvisor, rackbeat string) *rig {
	t.Helper()
	r := comparing(t, "info@example.org", "info@example.org")
	if before != "" {
		r.recordFound(flows.At("compare.equal"), before, rackbeat)
	}
	r.recordFound(flows.At("compare.equal"), netvisor, rackbeat)
	r.refresh()
	return r
}

func (r *rig) recordFound(item flows.Address, netvisor, rackbeat string) {
	r.t.Helper()
	report := r.compared(netvisor, rackbeat)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if err := compare.Write(z, report); err != nil {
		r.t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		r.t.Fatal(err)
	}
	f, err := r.a.Put(r.t.Context(), "customers.ndjson.gz", &packed)
	if err != nil {
		r.t.Fatal(err)
	}
	result := run.CheckResult{Status: "failed", Finding: "code-empty", Message: flows.Said("Some must be put right."), Report: &f}
	if _, err := r.m.page.s.Do(true, run.RecordCheck{At: item, Result: result}); err != nil {
		r.t.Fatal(err)
	}
}

func (r *rig) compared(netvisor, rackbeat string) *compare.Report {
	r.t.Helper()
	var sides [2]*compare.Register
	for i, text := range []string{netvisor, rackbeat} {
		var err error
		src := register.Source{Name: []string{"netvisor.csv", "rackbeat.csv"}[i], R: strings.NewReader(text), Size: int64(len(text))}
		if sides[i], err = compare.Read(r.t.Context(), src, compare.Customers, compare.Options{}); err != nil {
			r.t.Fatal(err)
		}
	}
	plan := compare.Plan{Kind: compare.Customers, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.RackbeatToNetvisor}
	report, err := compare.Compare(r.t.Context(), sides[0], sides[1], plan, nil)
	if err != nil {
		r.t.Fatal(err)
	}
	return report
}

// demoFound stands on the comparison of the sample registers; the one before it
// knew nothing of Netvisor's last rows.
func demoFound(t testing.TB) *rig {
	t.Helper()
	p := sample.Demo(compare.Customers)
	lines := strings.SplitAfter(string(p.Netvisor), "\n")
	return found(t, strings.Join(lines[:len(lines)-8], "")+"9999;Vanha Kauppa Oy;;;;;;;;;;;\n", string(p.Netvisor), string(p.Rackbeat))
}

// berthFound stands on the harbour's check, whose result is the comparison of
// the sample registers; there was one before it.
func (r *rig) berthFound() *rig {
	r.t.Helper()
	p := sample.Demo(compare.Customers)
	lines := strings.SplitAfter(string(p.Netvisor), "\n")
	r.recordFound(flows.At("berth.token"), strings.Join(lines[:len(lines)-8], ""), string(p.Rackbeat))
	r.recordFound(flows.At("berth.token"), string(p.Netvisor), string(p.Rackbeat))
	r.refresh()
	r.goTo("berth")
	r.focus("token")
	return r
}

func TestTheTableOfFindings(t *testing.T) {
	r := demoFound(t)
	r.shows("f findings").keys("f")
	r.shows("43 of 43", "29 code", "2 business ID", "1 name", "8 only Netvisor", "4 only Rackbeat", "No code", "since the comparison before")
	o := r.m.over.(*findingsOver)
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
			if tt.holds(&o.found.Findings[i], o.found.Fresh[i]) {
				want++
			}
		}
		if o.count() != want || want == 0 {
			t.Errorf("%v: %d findings, want %d", tt.keys, o.count(), want)
		}
		for i := range o.count() {
			if k := o.index(i); !tt.holds(&o.found.Findings[k], o.found.Fresh[k]) {
				t.Errorf("%v lets %+v through", tt.keys, o.found.Findings[k])
			}
		}
	}
	if r.keys("esc").shows("43 of 43"); r.keys("esc").m.over != nil {
		t.Error("esc does not close the table")
	}
}

func TestAPairSideBySide(t *testing.T) {
	r := demoFound(t).keys("f", "right")
	o := r.m.over.(*findingsOver)
	for o.sieve.Rule != compare.OtherCompany {
		r.keys("right")
	}
	r.keys("enter").shows("Same code, another company", "1 of 1", "! business ID  9900281-4", "9900292-9", "! name", "Aivan Toinen Yritys Oy", "barred", "if not", "esc all of them")
	r.keys("pgdown", "pgdown", "pgdown").shows("repair")
	if r.keys("esc"); r.m.over == nil || o.pair {
		t.Error("esc does not go back to the table")
	}
	r.keys("c")
	if len(r.said) == 0 || fmt.Sprint(r.said[len(r.said)-1]) != "1027" {
		t.Errorf("copied: %v", r.said)
	}
}

// TestWhatIsNew holds a comparison against the one before it: what moved to
// another row is not new.
func TestWhatIsNew(t *testing.T) {
	head := "Asiakaskoodi;Nimi\n"
	r := found(t, head+"A1;Vanha Oy\nB2;Kadonnut Oy\n", head+"5;Uusi Rivi Oy\nA1;Vanha Oy\nA1;Vanha Oy\nC3;Uusi Oy\n", "number;name\n9;Muu Oy\n").keys("f")
	o := r.m.over.(*findingsOver)
	var news []string
	for i := range o.found.Findings {
		if o.found.Fresh[i] {
			news = append(news, string(o.found.Findings[i].Rule)+" "+o.found.Findings[i].Left.Code)
		}
	}
	want := "[code-duplicate A1 code-duplicate A1 code-not-numeric A1 code-not-numeric C3 name-duplicate A1 name-duplicate A1 only-left 5 only-left A1 only-left C3]"
	if fmt.Sprint(news) != want || o.found.News != 9 || o.found.Gone != 2 {
		t.Errorf("new %v (%d), gone %d, want %s", news, o.found.News, o.found.Gone, want)
	}
	r.shows("9 new, 2 gone")
}

func TestAFirstComparisonHasNothingNew(t *testing.T) {
	p := sample.Demo(compare.Customers)
	r := found(t, "", string(p.Netvisor), string(p.Rackbeat)).keys("f")
	r.hides("since the comparison before", "n new").keys("n").shows("This is the first comparison")
}

// TestAReportThatIsGone says so, and nothing else happens.
func TestAReportThatIsGone(t *testing.T) {
	r := comparing(t, "info@example.org", "info@example.org")
	result := run.CheckResult{Status: "failed", Report: &run.File{Name: "customers.ndjson.gz", Sum: strings.Repeat("0", 64)}}
	if _, err := r.m.page.s.Do(true, run.RecordCheck{At: flows.At("compare.equal"), Result: result}); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	r.keys("f").shows("What was found cannot be read").keys("down", "enter", "n", "/", "c", "esc")
	if r.m.over != nil {
		t.Error("it does not close")
	}
}

func TestFindingsFrames(t *testing.T) {
	for _, size := range sizes {
		for name, keys := range map[string][]string{
			"table": {"f", "down", "down"},
			"words": {"f", "/", "'kah'"},
			"pair":  {"f", "down", "down", "down", "down", "down", "down", "down", "down", "enter"},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				r := demoFound(t).size(size[0], size[1]).keys(keys...)
				bounded(t, r)
				lines := strings.Split(r.screen(), "\n")
				for i := range lines {
					lines[i] = strings.TrimRight(lines[i], " ")
				}
				golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
			})
		}
	}
}

// TestFindingsByMouse clicks what is seen, at every size, and turns the wheel.
func TestFindingsByMouse(t *testing.T) {
	for _, size := range sizes {
		r := demoFound(t).size(size[0], size[1]).keys("f", "end")
		o := r.m.over.(*findingsOver)
		click := func(y int) { r.send(tea.MouseClickMsg{X: 5, Y: y, Button: tea.MouseLeft}) }
		pointer := func() (y int) {
			return slices.IndexFunc(strings.Split(r.screen(), "\n"), func(l string) bool { return strings.HasPrefix(l, " │ ›") })
		}
		y := pointer()
		click(y - 1)
		if o.at != o.count()-2 || pointer() != y-1 || o.pair {
			t.Errorf("%v: a click on line %d chooses %d, which stands on %d", size, y-1, o.at, pointer())
		}
		click(y + 1) // below the table
		click(0)
		if o.at != o.count()-2 || o.pair {
			t.Errorf("%v: a click beside the table chooses %d", size, o.at)
		}
		click(y - 1)
		if !o.pair {
			t.Errorf("%v: a click on the chosen one does not open it", size)
		}
		r.keys("esc").send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
		if o.at != o.count()-5 {
			t.Errorf("%v: the wheel goes to %d", size, o.at)
		}
	}
}

// TestFindingsIntoAFile writes them, and goes back to the table.
func TestFindingsIntoAFile(t *testing.T) {
	r := demoFound(t).keys("f", "tab", "down", "f")
	t.Chdir(t.TempDir())
	r.shows("Write all findings into a file", "customers.html").keys("enter").shows("Written to customers.html.", "9 of 43")
	page, err := os.ReadFile("customers.html")
	if err != nil || !bytes.Contains(page, []byte("Etunollan Laakeri Oy")) || !bytes.Contains(page, []byte("Koodittoman Konepaja Oy")) {
		t.Fatalf("%v: %s", err, page)
	}
	r.keys("f", "enter").shows("There is such a file already")
	r.keys("'.txt'", "enter").shows("ends in none of .csv, .html, .xlsx")
	if r.keys("esc").shows("9 of 43"); r.m.over == nil {
		t.Error("esc does not go back to the findings")
	}
	files, err := os.ReadDir(".")
	if err != nil || len(files) != 1 {
		t.Errorf("there are %v, %v", files, err)
	}
}

// TestWritingFindingsIsGivenUp leaves no half of a file.
func TestWritingFindingsIsGivenUp(t *testing.T) {
	r := demoFound(t).keys("f", "f")
	t.Chdir(t.TempDir())
	_, cmd := r.m.Update(keyOf("enter"))
	r.shows("Writing").keys("esc").shows("43 of 43")
	r.do(cmd)
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("there are %v, %v", files, err)
	}
	r.hides("Written").shows("43 of 43")
}

// TestFindingsOfHostileFiles draws values that would obey no one.
func TestFindingsOfHostileFiles(t *testing.T) {
	long := strings.Repeat("漢字", 300)
	r := found(t, "", "Asiakaskoodi;Nimi\n\x1b[2J1;\u202egnol\u202c\n2;"+long+"\n", "number;name\n1;a\tb\n2;\x1b]0;x\x07\n")
	for _, size := range sizes {
		r.size(size[0], size[1]).keys("f", "down", "enter")
		bounded(t, r)
		r.keys("esc", "esc")
	}
}
