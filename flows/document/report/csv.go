package report

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/run"
	"lotse/flows/words"
)

// csvColumns are those of the CSV. What a line is about stands in kind: run, brought
// (who brought to a team's store what others did elsewhere), step, open, field, value, list, cell, attach, task, check, wait, gate, draft, action,
// letter, file, note.
var csvColumns = []string{
	"run", "mode", "customer", "procedure", "step", "item", "row", "column", "kind", "label", "value", "status",
	"problems", "accepted_why", "by", "at", "started", "ended", "worked_seconds", "sha256",
}

// line is a line of the CSV, without what all lines share.
type line struct {
	step, item, row, column, kind, label, value, status string
	problems                                            []Problem
	Deed
	started, ended *time.Time
	worked         time.Duration
	timed          bool // worked is known
	sum            string
}

// WriteCSV writes a record as a table, a line an answer, cell, task, check, wait,
// gate or letter, and one each for the run and its steps with their times. It is
// RFC 4180 in UTF-8 with a byte order mark, by which a spreadsheet knows it; a
// cell that a spreadsheet would compute has an apostrophe before it. Times are
// RFC 3339, in UTC.
func WriteCSV(w io.Writer, r *Record) error {
	t := &table{Record: r, out: bufio.NewWriterSize(w, 64<<10)}
	_, t.err = t.out.WriteString("\ufeff")
	t.csv = csv.NewWriter(t.out)
	t.csv.UseCRLF = true
	t.cells = append(t.cells, csvColumns...)
	t.flushLine()
	t.run()
	for i := range r.Steps {
		t.step(&r.Steps[i])
	}
	t.rest()
	if t.csv.Flush(); t.err == nil {
		t.err = t.csv.Error()
	}
	if t.err == nil {
		t.err = t.out.Flush()
	}
	if t.err != nil {
		return fmt.Errorf("write CSV: %w", t.err)
	}
	return nil
}

// table is a CSV being written.
type table struct {
	*Record
	out   *bufio.Writer
	csv   *csv.Writer
	err   error
	cells []string // of the line
}

// flushLine writes the cells of a line.
func (t *table) flushLine() {
	for i := range t.cells {
		t.cells[i] = paper.Inert(t.cells[i])
	}
	if t.err == nil {
		t.err = t.csv.Write(t.cells)
	}
	t.cells = t.cells[:0]
}

// put writes a line.
func (t *table) put(l line) {
	var texts, whys []string
	for i := range l.problems {
		p := &l.problems[i]
		texts = append(texts, p.Text)
		if p.Accepted != nil {
			whys = append(whys, *p.Accepted)
		}
	}
	worked := ""
	if l.timed {
		worked = strconv.FormatInt(seconds(l.worked), 10)
	}
	t.cells = append(t.cells, t.ID, string(t.Mode), t.Customer.Name, t.Procedure, l.step, l.item, l.row, l.column, l.kind, l.label, l.value, l.status,
		strings.Join(texts, "\n"), strings.Join(whys, "\n"), l.By, stampText(&l.At), stampText(l.started), stampText(l.ended), worked, l.sum)
	t.flushLine()
}

// stampText is a time; "" where it is not known.
func stampText(t *time.Time) string {
	if s := stampOf(t); s != nil {
		return *s
	}
	return ""
}

// run writes the line of the run, and what is open.
func (t *table) run() {
	t.put(line{
		kind: "run", label: t.Title, value: t.Achieved, status: string(t.Status), Deed: Deed{By: strings.Join(t.People, ", ")},
		started: &t.Started, ended: t.Ended, worked: t.Worked, timed: true, sum: t.Head,
	})
	for _, by := range t.Brought {
		t.put(line{kind: "brought", label: t.say("report.fact_brought"), Deed: Deed{By: by}})
	}
	for i := range t.Open {
		p := &t.Open[i]
		t.put(line{step: p.At.Step, item: p.At.Item, row: p.At.Row, column: p.At.Column, kind: "open", label: string(p.Kind), value: words.Say(t.Lang, p.Message), ended: p.Until})
	}
}

func (t *table) step(s *Step) {
	l := line{step: s.ID, kind: "step", label: s.Title, value: s.Why, status: string(s.State), Deed: Deed{By: strings.Join(s.By, ", ")}, started: s.Begun, ended: s.Done, worked: s.Worked, timed: true}
	if len(s.Because) > 0 {
		l.value = strings.Join(s.Because, "\n")
	}
	t.put(l)
	for i := range s.Notes {
		t.put(line{step: s.ID, kind: "note", value: s.Notes[i].Text, Deed: s.Notes[i].Deed})
	}
	for i := range s.Entries {
		t.entry(s, &s.Entries[i])
	}
}

// entry writes the line of an item, and one for each cell of a list.
func (t *table) entry(s *Step, e *Entry) {
	l := line{step: s.ID, item: e.Item, kind: string(e.Kind), label: e.Label, value: e.Text, status: e.Status, problems: e.Problems, Deed: e.Deed, ended: e.Until}
	switch {
	case e.Type == flows.TypeSecret && e.Set:
		l.value = t.say("report.set", "fingerprint", e.Fingerprint)
	case e.Check != nil:
		l.value = e.Check.Text
	case e.List != nil:
		l.value = strconv.Itoa(e.List.Count)
	case e.Kind == flows.KindWait:
		l.value = dotted(e.For, e.Note)
	case e.Kind == flows.KindGate:
		l.value = dotted(e.Decided, e.Note)
	case e.Kind == flows.KindTask:
		l.value, l.status = e.Note, doneStatus(e.Done)
	case e.Kind != flows.KindField && e.Kind != flows.KindValue && e.Kind != flows.KindAttach:
		l.value = e.Note
	}
	if len(e.Files) == 1 {
		l.sum = e.Files[0].Sum
	}
	t.put(l)
	if e.List == nil {
		return
	}
	for row := range e.List.Rows {
		t.row(s, e, &row)
	}
}

// doneStatus is the status of a task.
func doneStatus(done bool) string {
	if done {
		return string(run.Done)
	}
	return string(run.Open)
}

func (t *table) row(s *Step, e *Entry, row *Row) {
	for i := range row.Cells {
		c := &row.Cells[i]
		l := line{step: s.ID, item: e.Item, row: row.ID, column: c.Column.ID, kind: "cell", label: c.Column.Label, value: c.Text, Deed: c.Deed}
		if c.Kind == flows.KindTask {
			done, _ := c.Value.(bool)
			l.value, l.status = c.Note, doneStatus(done)
		}
		for k := range row.Problems {
			if row.Problems[k].Column == c.Column.ID {
				l.problems = append(l.problems, row.Problems[k])
			}
		}
		if len(c.Files) == 1 {
			l.sum = c.Files[0].Sum
		}
		t.put(l)
	}
}

// rest writes the lines of letters, files and rotations.
func (t *table) rest() {
	for i := range t.Letters {
		l := &t.Letters[i]
		t.put(line{step: l.Place.Step, item: l.Place.Item, kind: "letter", label: l.Label, value: l.How, status: "sent", Deed: l.Deed, sum: l.Sum})
	}
	for i := range t.Files {
		f := &t.Files[i]
		t.put(line{step: f.Place.Step, item: f.Place.Item, row: f.Place.Row, column: f.Place.Column, kind: "file", label: f.Name, value: f.Note, Deed: f.Deed, sum: f.Sum})
	}
	for i := range t.Secrets {
		s := &t.Secrets[i]
		t.put(line{step: s.At.Step, item: s.At.Item, kind: "rotation", label: s.Label, status: string(s.State), started: &s.Begun, ended: s.Ended})
	}
}
