package desk

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestColumnsUseTheRoom: whatever the width and the content, a title is neither cut
// nor dropped while ten columns are free, and no row is wider than the window.
func TestColumnsUseTheRoom(t *testing.T) {
	for _, content := range []rowWidths{
		{point: 2, name: 19, title: 25, count: 5, warnings: 3, why: 19},
		{point: 2, name: 40, title: 36, count: 7, why: 40},
		{point: 4, name: 6, title: 12, count: 3, why: 8},
		{point: 2, name: 8, title: 36, count: 5, why: 40},
		{point: 2, name: 40, title: 5, count: 5, warnings: 4, why: 5},
	} {
		for w := 40; w <= 200; w++ {
			got := content.fit(w)
			if got.all() > w {
				t.Fatalf("%+v in %d: %+v is %d wide", content, w, got, got.all())
			}
			if free := w - got.all(); got.title < content.title && free >= 10 {
				t.Fatalf("%+v in %d: the title has %d columns and %d are free", content, w, got.title, free)
			}
			if got.name > content.name || got.title > content.title || got.why > content.why {
				t.Fatalf("%+v in %d: %+v is wider than what stands in it", content, w, got)
			}
			if got.name < min(content.name, 8) || got.why < min(content.why, 8) {
				t.Fatalf("%+v in %d: %+v has lost a column", content, w, got)
			}
		}
	}
}

// titled puts runs with these customers and titles into the list.
func titled(r *rig, rows ...[2]string) {
	var all []run.Header
	for i, row := range rows {
		all = append(all, run.Header{
			ID: fmt.Sprint(i), Customer: run.Customer{ID: fmt.Sprint(i), Name: row[0]}, Title: row[1],
			Mode: run.Real, Status: run.StatusOpen, Changed: r.at, Started: r.at, Progress: run.Progress{Done: 3, Open: 9},
		})
	}
	r.m.list.gen++
	r.m.list.sections = []*section{{kind: open, rows: all, total: tally{n: len(all)}}}
}

// TestTitlesStandInFull at the widths that people have, in every language and with
// wide letters; beside the list is a pane only where it costs no title.
func TestTitlesStandInFull(t *testing.T) {
	rows := [][2]string{{"Autohaus Süd GmbH", "Sage-Hauptansprechpartner"}, {"東京自動車部品株式会社", "Netvisor / Rackbeat"}, {"Kfz-Teile Nord GmbH", "TecCom import"}}
	for _, lang := range []string{"en", "de", "fi"} {
		r := speaking(t, lang, os.DirFS("testdata/procedures"), testSpecs)
		titled(r, rows...)
		for w := 80; w <= 200; w++ {
			r.size(w, 30)
			lines := strings.Split(r.screen(), "\n")
			for _, row := range rows {
				if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, row[0]) && strings.Contains(line, row[1]) }) {
					t.Fatalf("%s, %d columns: %q is cut\n%s", lang, w, row[1], r.screen())
				}
			}
			bounded(t, r)
		}
	}
}

// TestTheDetailsTakeTheRoomBelow: below a short list they stand in full, and below
// a long one they have lines of their own.
func TestTheDetailsTakeTheRoomBelow(t *testing.T) {
	r := begun(t).size(80, 24).atDesk()
	b := r.m.list.details
	for range 5 {
		b.brief = append(b.brief, flows.Msg("brief.say", "say", strings.Repeat("please ", 15)))
	}
	if n := len(r.m.list.brief(r.m.list.row(r.m.list.at), b, 76)); n != 11 {
		t.Fatalf("the brief has %d lines", n)
	}
	if strings.Contains(r.screen(), " "+r.m.th.Dots) {
		t.Errorf("details are cut\n%s", r.screen())
	}
	var many [][2]string
	for i := range 60 {
		many = append(many, [2]string{fmt.Sprintf("Customer %d", i), "TecCom import"})
	}
	titled(r, many...)
	if body := strings.Split(r.screen(), "\n"); strings.TrimSpace(body[17]) != "" || strings.TrimSpace(body[16]) == "" {
		t.Errorf("no empty line before the details\n%s", r.screen())
	}
}
