package desk

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/desk/start"
	"lotse/ui/field"
	"lotse/ui/tty"
)

// longRig is on a step with a required choice of many options.
func longRig(t *testing.T) *rig {
	t.Helper()
	var options []string
	for i := range 12 {
		options = append(options, fmt.Sprintf("port%d: Port of %c%d", i, 'A'+i, i))
	}
	doc := "procedure: ports\nversion: 1\ntitle: Ports\nsource: {document: none.txt, read: 2026-11-21}\nsteps:\n  - id: where\n    title: Where to\n    items:\n" +
		"      - {field: port, type: choice, label: Port, required: true, options: {" + strings.Join(options, ", ") + "}}\n" +
		"      - {field: note, type: text, label: Note}\n"
	r := newRig(t)
	r.m.cfg.Library = flows.Open(fstest.MapFS{"ports.yaml": {Data: []byte(doc)}}, testSpecs)
	r.do(r.m.start("ports", "Muster GmbH", run.Rehearsal))
	if r.m.page == nil {
		t.Fatalf("no run was started: %s", r.m.status.text)
	}
	return r
}

func TestALongChoiceIsFilteredAfterASlash(t *testing.T) {
	r := longRig(t)
	r.shows("/ filter")
	r.keys("'p'") // a letter is no filter: it is the shared view
	if !r.m.share {
		t.Error("a letter types before the filter is open")
	}
	r.keys("'p'", "/").shows("filter:", "esc all options")
	r.keys("'of h'").shows("filter: of h", "Port of H7").hides("Port of A0")
	if r.m.page.View().Step("where").Item("port").Value != nil {
		t.Fatal("filtering chose something")
	}
	r.keys("esc").shows("Port of A0").hides("filter:")
	if !r.m.page.engaged {
		t.Fatal("esc left the field instead of the filter")
	}
	r.keys("/", "'zzz'", "enter").shows("nothing matches")
	if r.m.page.At().Item != "port" {
		t.Fatal("enter with nothing chosen went on")
	}
	r.keys("esc", "/", "'h7'", "enter")
	if got := r.value("where", "port"); got != "port7" || r.m.page.At().Item != "note" {
		t.Errorf("port is %v, the focus on %s", got, r.m.page.At().Item)
	}
	r = longRig(t).keys("4")
	if got := r.value("where", "port"); got != "port3" {
		t.Errorf("by number: %v", got)
	}
	r = longRig(t).keys("tab", "enter")
	if r.m.page.At().Step != "where" || r.m.page.At().Item != "port" || !strings.Contains(r.m.status.text, "Port") {
		t.Errorf("required was not required: on %s, %q", r.m.page.At().Item, r.m.status.text)
	}
}

func TestAKillInAListComesBackToTheCell(t *testing.T) {
	r := begun(t).fill()
	r.crew()
	r.focus("people")
	r.keys("down", "enter", "'7'")
	row, column := r.m.page.widget.(*field.Table).FocusedCell()
	r.send(saveTickMsg{})
	list, err := r.a.Unsaved(context.Background(), r.m.page.s.ID())
	if err != nil || len(list) != 1 || list[0].Row != row || list[0].Column != column {
		t.Fatalf("kept %v, %v", list, err)
	}
	cfg := r.m.cfg
	cfg.Run = r.m.page.s.ID()
	r.start(cfg) // as after a kill
	table, ok := r.m.page.widget.(*field.Table)
	if !ok {
		t.Fatalf("the focus is on %s", r.m.page.At().Item)
	}
	if gotRow, gotColumn := table.FocusedCell(); gotRow != row || gotColumn != column {
		t.Errorf("it came back to %s.%s, it was in %s.%s\n%s", gotRow, gotColumn, row, column, r.screen())
	}
}

// Whatever takes a paste says why it does not take one that is too long.
func TestALongPasteIsRefusedEverywhere(t *testing.T) {
	long := strings.Repeat("Muster ", 20<<10)
	places := append(focuses, overlayFrames...)
	for _, f := range places {
		r := standing(t, f.come)
		before := r.stand()
		events := 0
		if r.m.page != nil {
			events = len(r.log())
		}
		r.paste(long)
		if v := r.m.View(); strings.Contains(v.Content, "Muster Muster") {
			t.Errorf("on %s it was pasted", f.name)
		}
		after := r.stand()
		switch o := r.m.over.(type) {
		case *room.Form:
			after.said = o.Err
		case *start.Over:
			after.said = o.Err
		}
		if r.m.over == nil && after.said == "" {
			t.Errorf("on %s nothing says why", f.name)
		}
		if r.m.page != nil && len(r.log()) != events || after.over != before.over {
			t.Errorf("on %s it did something", f.name)
		}
	}
}

// What is cut at the input is refused whole, also where many rows could be
// pasted.
func TestAHugePasteIsRefusedWhole(t *testing.T) {
	r := begun(t).fill()
	n := len(r.log())
	r.paste(strings.Repeat("4711\tmate\n", tty.MaxPaste/10+1))
	if !strings.Contains(r.m.status.text, "2 MiB") || len(r.log()) != n {
		t.Errorf("it says %q, and %d events came of it", r.m.status.text, len(r.log())-n)
	}
}
