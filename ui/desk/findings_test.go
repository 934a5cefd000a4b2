package desk

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
	"lotse/flows/run"
	"lotse/ui/desk/room/roomtest"
)

// found is a rig that stands on a check whose result is the comparison of two
// registers; before is one that was made earlier, "" for none.
func found(t testing.TB, before, netvisor, rackbeat string) *rig {
	t.Helper()
	return comparing(t, "info@example.org", "info@example.org").found(before, netvisor, rackbeat)
}

// found puts on record what a comparison finds, and what one before it did.
func (r *rig) found(before, netvisor, rackbeat string) *rig {
	r.t.Helper()
	if before != "" {
		r.recordFound(flows.At("compare.equal"), before, rackbeat)
	}
	r.recordFound(flows.At("compare.equal"), netvisor, rackbeat)
	r.refresh()
	return r
}

// recordFound puts the comparison of two registers on record as a check's result.
func (r *rig) recordFound(item flows.Address, netvisor, rackbeat string) {
	r.t.Helper()
	r.recordReport(item, roomtest.Compared(r.t, netvisor, rackbeat))
}

func (r *rig) recordReport(item flows.Address, report *compare.Report) {
	r.t.Helper()
	result := run.CheckResult{Status: "failed", Finding: "code-empty", Message: flows.Said("Some must be put right."), Report: roomtest.Keep(r.t, r.a, report)}
	if _, err := r.m.page.s.Do(true, run.RecordCheck{At: item, Result: result}); err != nil {
		r.t.Fatal(err)
	}
}

// demoFound stands on the comparison of the sample registers; the one before it
// knew nothing of Netvisor's last rows.
func demoFound(t testing.TB) *rig {
	t.Helper()
	return comparing(t, "info@example.org", "info@example.org").demoFound()
}

func (r *rig) demoFound() *rig {
	r.t.Helper()
	p := sample.Demo(compare.Customers)
	lines := strings.SplitAfter(string(p.Netvisor), "\n")
	return r.found(strings.Join(lines[:len(lines)-8], "")+"9999;Vanha Kauppa Oy;;;;;;;;;;;\n", string(p.Netvisor), string(p.Rackbeat))
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

func TestAFirstComparisonHasNothingNew(t *testing.T) {
	p := sample.Demo(compare.Customers)
	r := found(t, "", string(p.Netvisor), string(p.Rackbeat)).keys("f")
	r.hides("since the last comparison", "n new").keys("n").shows("This is the first comparison")
}

// TestAReportThatIsGone says so, and nothing else happens.
func TestAReportThatIsGone(t *testing.T) {
	r := comparing(t, "info@example.org", "info@example.org")
	result := run.CheckResult{Status: "failed", Report: &run.File{Name: "customers.ndjson.gz", Sum: strings.Repeat("0", 64)}}
	if _, err := r.m.page.s.Do(true, run.RecordCheck{At: flows.At("compare.equal"), Result: result}); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	r.keys("f").shows("The findings cannot be read").keys("down", "enter", "n", "/", "c", "esc")
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
		click := func(y int) { r.send(tea.MouseClickMsg{X: 5, Y: y, Button: tea.MouseLeft}) }
		pointer := func() (y int) {
			return slices.IndexFunc(strings.Split(r.screen(), "\n"), func(l string) bool { return strings.HasPrefix(l, " │ ›") })
		}
		paired := func() bool { return pointer() < 0 }
		y := pointer()
		click(y - 1)
		if pointer() != y-1 || paired() {
			t.Errorf("%v: a click on line %d chooses the one on line %d", size, y-1, pointer())
		}
		click(y + 1) // below the table
		click(0)
		if pointer() != y-1 || paired() {
			t.Errorf("%v: a click beside the table chooses the one on line %d", size, pointer())
		}
		click(y - 1)
		if !paired() || !strings.Contains(r.screen(), "41 of 42") {
			t.Errorf("%v: a click on the chosen one does not open it", size)
		}
		r.keys("esc").send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
		if r.keys("enter"); !strings.Contains(r.screen(), "38 of 42") {
			t.Errorf("%v: the wheel goes to\n%s", size, r.screen())
		}
	}
}

// TestFindingsIntoAFile writes them, and goes back to the table.
func TestFindingsIntoAFile(t *testing.T) {
	r := demoFound(t).keys("f", "tab", "down", "f")
	t.Chdir(t.TempDir())
	r.shows("Write all findings to a file", "customers.html").keys("enter").shows("Written to customers.html.", "9 of 42")
	page, err := os.ReadFile("customers.html")
	if err != nil || !bytes.Contains(page, []byte("Etunollan Laakeri Oy")) || !bytes.Contains(page, []byte("Koodittoman Konepaja Oy")) {
		t.Fatalf("%v: %s", err, page)
	}
	r.keys("f", "enter").shows("This file exists already")
	r.keys("'.txt'", "enter").shows("has to end in one of .csv, .html")
	if r.keys("esc").shows("9 of 42"); r.m.over == nil {
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
	r.shows("Writing").keys("esc").shows("42 of 42")
	r.do(cmd)
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("there are %v, %v", files, err)
	}
	r.hides("Written").shows("42 of 42")
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
