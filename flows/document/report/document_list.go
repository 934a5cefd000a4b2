package report

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/words"
)

// list is a list as a table: a row a line, and what is wrong in it in the last
// column, where anything is.
func (p *page) list(s *Step, e *Entry) {
	p.add(paper.Heading{Level: 3, ID: "list." + s.ID + "." + e.Item, Text: e.Label})
	head := []string{"#"}
	for _, c := range e.List.Columns {
		head = append(head, c.Label)
	}
	if e.List.Wrong {
		head = append(head, p.say("report.head_problems"))
	}
	p.add(paper.Table{Head: head, Rows: func(yield func([]string) bool) {
		n := 0
		for row := range e.List.Rows {
			n++
			if !yield(p.row(e.List, &row, n)) {
				return
			}
		}
	}})
	if line := p.whoElse(s, e); line != "" {
		p.add(paper.Paragraph{Text: paper.Say(line)})
	}
	for i := range e.Problems {
		for _, line := range p.problem(&e.Problems[i], nil) {
			p.add(paper.Notice{Tone: paper.Careful, Text: line})
		}
	}
}

// row is a row of a table.
func (p *page) row(l *List, row *Row, n int) []string {
	cells := make([]string, 0, len(l.Columns)+2)
	cells = append(cells, strconv.Itoa(n))
	for _, column := range l.Columns {
		text := ""
		if i := slices.IndexFunc(row.Cells, func(c Cell) bool { return c.Column.ID == column.ID }); i >= 0 {
			text = p.cell(&row.Cells[i])
		}
		cells = append(cells, text)
	}
	if l.Wrong {
		cells = append(cells, strings.Join(p.rowProblems(row), " "))
	}
	return cells
}

// cell is a cell as a person reads it.
func (p *page) cell(c *Cell) string {
	if c.Kind != flows.KindTask {
		return c.Text
	}
	done, _ := c.Value.(bool)
	text := doneWord(words.For(p.Lang), c.Kind, done)
	if c.Note != "" {
		text += ": " + c.Note
	}
	for i := range c.Files {
		text += ", " + c.Files[i].Name
	}
	return text
}

// rowProblems are the problems of a row, in sentences.
func (p *page) rowProblems(row *Row) []string {
	var all []string
	for i := range row.Problems {
		for _, line := range p.problem(&row.Problems[i], nil) {
			all = append(all, line[0].Text)
		}
	}
	return all
}
