package paper

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"lotse/flows/document/cells"
	"lotse/flows/document/page"
)

// Text writes a document as plain lines, for a terminal, a mail or the clipboard.
// Width is how many cells a line has at most; 0 is as many as it needs. A link's
// address stands behind it. Data is not written.
func Text(w io.Writer, d *Document, width int) error {
	t := &plain{out: bufio.NewWriterSize(w, 64<<10), lang: page.Language(d.Lang), width: width}
	if d.Mark != "" {
		t.paragraph("", d.Mark)
	}
	t.underlined(oneLine(d.Title), "=")
	if d.About != "" {
		t.paragraph("", d.About)
	}
	for _, b := range d.Blocks {
		t.block(b)
	}
	if d.Foot != "" {
		t.gap()
		t.lines("", d.Foot)
	}
	if err := t.out.Flush(); err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	return nil
}

// plain is a text being written.
type plain struct {
	out     *bufio.Writer
	lang    string
	width   int
	isBegun bool
}

// put writes a line; what went wrong is said at the end.
func (t *plain) put(line string) {
	_, _ = t.out.WriteString(strings.TrimRight(line, " "))
	_ = t.out.WriteByte('\n')
	t.isBegun = true
}

// gap is a blank line, but not at the beginning.
func (t *plain) gap() {
	if t.isBegun {
		t.put("")
	}
}

// lines writes a text behind a mark, and its further lines below its beginning.
func (t *plain) lines(mark, text string) {
	rest := strings.Repeat(" ", cells.Width(mark))
	for _, l := range t.wrap(oneLine(text), len(rest)) {
		t.put(mark + l)
		mark = rest
	}
}

// wrap breaks a text that is set in; 20 cells are for it in any case.
func (t *plain) wrap(text string, indent int) []string {
	if t.width <= 0 {
		return []string{text}
	}
	return cells.Wrap(text, max(t.width-indent, 20))
}

func (t *plain) paragraph(mark, text string) {
	t.gap()
	t.lines(mark, text)
}

// underlined is a heading.
func (t *plain) underlined(text, line string) {
	t.gap()
	longest := 0
	for _, l := range t.wrap(text, 0) {
		t.put(l)
		longest = max(longest, cells.Width(l))
	}
	t.put(strings.Repeat(line, longest))
}

func (t *plain) block(b Block) {
	switch b := b.(type) {
	case Heading:
		t.heading(b)
	case Paragraph:
		t.paragraph("", plainLine(b.Text))
	case Notice:
		t.paragraph(t.begin(b.Tone), plainLine(b.Text))
	case Facts:
		t.gap()
		for _, f := range b.Rows {
			t.lines("", plainLine(factLine(f)))
			t.notes(f.Notes)
		}
	case List:
		t.gap()
		for i, p := range b.Points {
			t.lines(mark(b.Numbered, i), plainLine(p))
		}
	case Boxes:
		t.gap()
		for _, box := range b.Rows {
			t.lines(map[bool]string{false: "[ ] ", true: "[x] "}[box.Done], plainLine(box.Text))
			t.notes(box.Notes)
		}
	case Table:
		t.table(b)
	case Verbatim:
		t.verbatim(b)
	}
}

func mark(isNumbered bool, i int) string {
	if isNumbered {
		return strconv.Itoa(i+1) + ". "
	}
	return "- "
}

func (t *plain) notes(notes []Line) {
	for _, n := range notes {
		t.lines("    ", plainLine(n))
	}
}

func (t *plain) heading(h Heading) {
	text := oneLine(h.Text)
	if said := state(h.Tone, h.State); said != "" {
		text += " · " + said
	}
	if h.Level <= 1 {
		t.underlined(text, "-")
		return
	}
	t.paragraph("", text)
}

// begin is what a notice begins with.
func (t *plain) begin(tone Tone) string {
	begin := tones[tone].sign
	if word := toneWord(t.lang, tone); word != "" {
		begin += " " + word + ":"
	}
	if begin == "" {
		return ""
	}
	return begin + " "
}

// table writes each row as what stands under each head, line by line: columns need
// a width that is not known where a line has none.
func (t *plain) table(b Table) {
	empty := true
	for row := range b.Rows {
		empty = false
		t.gap()
		for i, c := range fit(row, len(b.Head)) {
			if c == "" {
				continue
			}
			name := ""
			if i < len(b.Head) {
				name = label(b.Head[i]) + " "
			}
			t.lines("", name+c)
		}
	}
	if empty {
		t.paragraph("", b.None)
	}
}

func (t *plain) verbatim(v Verbatim) {
	if v.Title != "" {
		t.paragraph("", v.Title)
	}
	t.gap()
	for _, l := range linesOf(v.Text) {
		t.put("    " + untabbed(l))
	}
}

// plainLine is a line without its marks; the address of a link stands behind it.
func plainLine(l Line) string {
	var b strings.Builder
	for _, s := range l {
		text := oneLine(s.Text)
		if s.Menu {
			text = strings.Join(menuParts(s.Text), menuMark)
		}
		b.WriteString(text)
		if target := address(s.Link); target != "" && text != "" && target != text && target != "mailto:"+text {
			b.WriteString(" <" + target + ">")
		}
	}
	return b.String()
}
