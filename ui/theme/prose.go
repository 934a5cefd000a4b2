package theme

import (
	"strconv"
	"strings"

	"lotse/flows"
)

type proseKey struct {
	source string
	width  int
}

const maxProse = 512 // texts kept; a long session must not grow

func itoa(n int) string { return strconv.Itoa(n) }

// Prose draws Markdown in lines of at most width cells. The lines are kept and
// must not be changed.
func (t *Theme) Prose(source string, width int) []string {
	k := proseKey{source, width}
	if lines, ok := t.prose[k]; ok {
		return lines
	}
	lines := t.Draw(Parse(flows.Clean(source)), width)
	if len(t.prose) >= maxProse {
		clear(t.prose)
	}
	t.prose[k] = lines
	return lines
}

// First is the beginning of a text in plain words: its first paragraph, or the
// first item of its list.
func First(source string) string {
	var sb strings.Builder
	for _, b := range Parse(flows.Clean(source)) {
		for _, span := range b.Spans {
			sb.WriteString(strings.ReplaceAll(span.Text, "\n", " "))
		}
		if sb.Len() > 0 {
			break
		}
	}
	return sb.String()
}

// Draw sets blocks in lines: a free line between paragraphs, none between the
// items of a list.
func (t *Theme) Draw(blocks []Block, width int) []string {
	var lines []string
	for i, b := range blocks {
		if i > 0 && (b.Depth == 0 || blocks[i-1].Depth == 0) {
			lines = append(lines, "")
		}
		head := strings.Repeat("  ", max(b.Depth-1, 0))
		if b.Marker != "" {
			head += t.Dim.Render(b.Marker) + " "
		} else if b.Depth > 0 {
			head += "  "
		}
		if b.Pre {
			for line := range strings.SplitSeq(b.Spans[0].Text, "\n") {
				lines = append(lines, t.Fit(head+"  "+t.Code.Render(line), width))
			}
			continue
		}
		lines = append(lines, Hang(head, t.spans(b.Spans), width)...)
	}
	return lines
}

func (t *Theme) spans(spans []Span) string {
	var sb strings.Builder
	for i, s := range spans {
		sb.WriteString(t.ink(s))
		last := i == len(spans)-1 || spans[i+1].URL != s.URL
		if s.Mark == Link && last && s.URL != s.Text && s.URL != "mailto:"+s.Text {
			sb.WriteString(t.Dim.Render(" (" + s.URL + ")"))
		}
	}
	return sb.String()
}

func (t *Theme) ink(s Span) string {
	switch s.Mark {
	case Strong:
		return t.Bold.Render(s.Text)
	case Code:
		return t.Code.Render(s.Text)
	case Link:
		return t.Link.Render(s.Text)
	case Menu:
		return t.menu(s.Text)
	default:
		return s.Text
	}
}

// menu draws a menu path with quiet arrows, so that its names stand out.
func (t *Theme) menu(path string) string {
	parts := strings.Split(path, ">")
	for i := range parts {
		parts[i] = t.Bold.Render(strings.TrimSpace(parts[i]))
	}
	return strings.Join(parts, t.Dim.Render(" "+t.Arrow+" "))
}
