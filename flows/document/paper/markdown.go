package paper

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Markdown writes a document as CommonMark with the tables and boxes of GFM.
// Every text in it reads as itself. Data is not written.
func Markdown(w io.Writer, d *Document) error {
	m := &markdown{out: bufio.NewWriterSize(w, 64<<10), lang: d.Lang}
	if mark := oneLine(d.Mark); mark != "" {
		m.paragraph("", Line{{Text: mark, Strong: true}})
	}
	m.heading(1, d.Title, "")
	if d.About != "" {
		m.paragraph("", Say(d.About))
	}
	for _, b := range d.Blocks {
		m.block(b)
	}
	if d.Foot != "" {
		m.put("---\n\n")
		m.paragraph("", Say(d.Foot))
	}
	if err := m.out.Flush(); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

// markdown is a document being written.
type markdown struct {
	out   *bufio.Writer
	lang  string
	lists int // the lists so far: two in a row differ in their marks, lest they be one
}

// put writes; what went wrong is said at the end.
func (m *markdown) put(parts ...string) {
	for _, s := range parts {
		_, _ = m.out.WriteString(s)
	}
}

func (m *markdown) block(b Block) {
	switch b := b.(type) {
	case Heading:
		m.heading(b.Level+1, b.Text, state(b.Tone, b.State))
	case Paragraph:
		m.paragraph("", b.Text)
	case Notice:
		m.notice(b)
	case Facts:
		m.facts(b)
	case List:
		m.list(b)
	case Boxes:
		m.boxes(b)
	case Table:
		m.table(b)
	case Verbatim:
		m.verbatim(b)
	}
}

func (m *markdown) heading(level int, text, state string) {
	line := Say(text)
	if state != "" {
		line = append(line, Span{Text: " · " + state})
	}
	m.put(strings.Repeat("#", min(max(level, 1), 6)), " ", inline(line), "\n\n")
}

// paragraph is a line with blank lines around it.
func (m *markdown) paragraph(before string, l Line) {
	if text := begin(l); text != "" {
		m.put(before, text, "\n\n")
	}
}

func (m *markdown) notice(n Notice) {
	line := Line{}
	if word := toneWord(m.lang, n.Tone); word != "" {
		line = Line{{Text: word + ":", Strong: true}, {Text: " "}}
	} else if sign := tones[n.Tone].sign; sign != "" {
		line = Say(sign + " ")
	}
	m.paragraph("> ", append(line, n.Text...))
}

// bullet is the mark of the points of a list.
func (m *markdown) bullet() string {
	m.lists++
	return [2]string{"- ", "* "}[m.lists%2]
}

// point is a point of a list, and what is noted on it.
func (m *markdown) point(mark string, l Line, notes []Line) {
	m.put(mark, begin(l), "\n")
	for _, n := range notes {
		m.put(strings.Repeat(" ", len(mark)), "- ", begin(n), "\n")
	}
}

func (m *markdown) facts(f Facts) {
	mark := m.bullet()
	for _, fact := range f.Rows {
		m.point(mark, factLine(fact), fact.Notes)
	}
	m.put("\n")
}

// factLine is a fact on one line.
func factLine(f Fact) Line {
	var line Line
	if name := label(f.Name); name != "" {
		line = Line{{Text: name, Strong: true}, {Text: " "}}
	}
	line = append(line, f.Value...)
	said := state(f.Tone, f.State)
	if said != "" && !f.Value.isEmpty() {
		said = " · " + said
	}
	return append(line, Span{Text: said})
}

func (m *markdown) list(l List) {
	mark := m.bullet()
	behind := [2]string{". ", ") "}[m.lists%2]
	for i, p := range l.Points {
		if l.Numbered {
			mark = strconv.Itoa(i+1) + behind
		}
		m.point(mark, p, nil)
	}
	m.put("\n")
}

func (m *markdown) boxes(b Boxes) {
	mark := m.bullet()
	for _, box := range b.Rows {
		m.put(mark, map[bool]string{false: "[ ] ", true: "[x] "}[box.Done])
		m.point("", box.Text, nil)
		for _, n := range box.Notes {
			m.point("  - ", n, nil)
		}
	}
	m.put("\n")
}

func (m *markdown) table(t Table) {
	empty := true
	for row := range t.Rows {
		if empty {
			m.row(fit(t.Head, len(t.Head)))
			m.put(strings.Repeat("| --- ", max(len(t.Head), 1)), "|\n")
			empty = false
		}
		m.row(fit(row, len(t.Head)))
	}
	if empty {
		m.paragraph("", Say(t.None))
		return
	}
	m.put("\n")
}

func (m *markdown) row(cells []string) {
	for _, c := range cells {
		m.put("| ", strings.ReplaceAll(inline(Say(c)), `\|`, "&#124;"), " ")
	}
	m.put("|\n")
}

// verbatim stands between fences that are longer than any in it.
func (m *markdown) verbatim(v Verbatim) {
	m.paragraph("", Line{{Text: v.Title, Strong: true}})
	lines := linesOf(v.Text)
	fence := strings.Repeat("`", max(3, 1+longestRun(strings.Join(lines, "\n"), '`')))
	m.put(fence, "\n", strings.Join(lines, "\n"), "\n", fence, "\n\n")
}
