package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// shape is what a command prints: with --json the struct itself, else its
// lines.
type shape interface{ lines(s *sheet) }

// print writes a shape to stdout.
func (c *call) print(s shape) error {
	if c.flags.json {
		return writeJSON(c.out, s)
	}
	page := sheet{lang: c.lang(), now: c.Now()}
	s.lines(&page)
	if _, err := io.WriteString(c.out, page.String()); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

// text is a sentence in the person's language.
func (c *call) text(code string, args ...any) string {
	return words.Say(c.lang(), flows.Msg(code, args...))
}

// talk says something beside the data.
func (c *call) talk(code string, args ...any) { fmt.Fprintln(c.Err, c.text(code, args...)) }

// writeJSON writes v as one object.
func writeJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("encode the output: %w", err)
	}
	if _, err := w.Write(flows.EscapeUnseen(b.Bytes())); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

// sheet collects lines of text in a language; rows that follow each other are
// aligned.
type sheet struct {
	lang string
	now  time.Time
	b    strings.Builder
	rows [][]string
}

// text is a sentence in the language of the sheet.
func (s *sheet) text(code string, args ...any) string {
	return words.Say(s.lang, flows.Msg(code, args...))
}

// say adds a sentence, on a line of its own.
func (s *sheet) say(code string, args ...any) { s.line("%s", s.text(code, args...)) }

// time is when something was, where the person is; at is a time as JSON has it.
func (s *sheet) time(at string) string {
	t, err := time.Parse(stampLayout, at)
	if err != nil {
		return at
	}
	return words.Time(s.lang, t.Local())
}

// line adds a line of data, of its own.
func (s *sheet) line(format string, args ...any) {
	s.align()
	s.b.WriteString(strings.TrimRight(flows.CleanLine(fmt.Sprintf(format, args...)), " "))
	s.b.WriteByte('\n')
}

// under adds a line among rows, which keep their columns.
func (s *sheet) under(format string, args ...any) { s.row(fmt.Sprintf(format, args...)) }

// row adds a row whose cells stand below those of the row before.
func (s *sheet) row(cells ...string) {
	for i := range cells {
		cells[i] = flows.CleanLine(cells[i])
	}
	s.rows = append(s.rows, cells)
}

// String is all of it.
func (s *sheet) String() string {
	s.align()
	return s.b.String()
}

// align writes the waiting rows; the last column is not padded.
func (s *sheet) align() {
	var widths []int
	for _, cells := range s.rows {
		if len(cells) == 1 {
			continue // a line among rows
		}
		for i, cell := range cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], theme.Width(cell))
		}
	}
	for _, cells := range s.rows {
		var line strings.Builder
		for i, cell := range cells {
			line.WriteString(cell)
			if i < len(cells)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-theme.Width(cell)+2))
			}
		}
		s.b.WriteString(strings.TrimRight(line.String(), " "))
		s.b.WriteByte('\n')
	}
	s.rows = nil
}
