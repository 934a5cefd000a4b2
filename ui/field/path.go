package field

import (
	"path"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/theme"
)

// pathLine is a line for the path of a file: tab completes it as a shell does, and
// lists what there is where it goes on in several ways. Where nothing is left to
// complete, tab goes on as everywhere.
type pathLine struct {
	*line
	names []string // that the path goes on with; nil: one, or none
	asked string   // the text that tab has completed
}

// Path makes an input for the path of a file.
func (k Kit) Path(start, placeholder string) Widget {
	return k.newPath(k.newLine(start, placeholder, false))
}

func (k Kit) newPath(l *line) Widget {
	if k.Names == nil {
		return l
	}
	return &pathLine{line: l, asked: l.value}
}

// Key implements Widget.
func (p *pathLine) Key(msg tea.KeyPressMsg) KeyResult {
	if msg.String() != "tab" {
		p.names = nil
		return p.line.Key(msg)
	}
	if p.value == "" || p.value == p.asked {
		p.names = nil
		return Pass
	}
	names := p.kit.Names(p.value)
	if len(names) == 0 || len(names) == 1 && names[0] == p.value {
		return Pass
	}
	p.complete(names)
	return Stay
}

// complete writes what all names have in common, and lists several.
func (p *pathLine) complete(names []string) {
	text := names[0]
	for _, n := range names[1:] {
		text = text[:common(text, n)]
	}
	if quote := p.value[:len(p.value)-len(strings.TrimLeft(p.value, `"'`))]; quote != "" {
		text = quote + text
	}
	if text != p.value {
		p.set(text)
	}
	p.names = nil
	switch {
	case len(names) > 1:
		p.names = names
		p.asked = ""
	case strings.HasSuffix(text, "/"):
		p.asked = "" // tab goes on into the folder
	default:
		p.asked = text
	}
}

// Blur implements Widget.
func (p *pathLine) Blur() {
	p.names = nil
	p.line.Blur()
}

// Owns implements Widget: tab is the path's while there is something to complete.
func (p *pathLine) Owns(k string) bool { return k == "tab" && p.value != "" && p.value != p.asked }

// Lines implements Widget: below the path stands how it can go on.
func (p *pathLine) Lines() []string {
	lines := p.line.Lines()
	if len(p.names) == 0 {
		return lines
	}
	return append(lines, p.list())
}

// list is as many of the names as fit in a line, without what they have in common
// before their own name, and how many more there are.
func (p *pathLine) list() string {
	t := p.kit.Theme
	row, more := "", len(p.names)
	for _, n := range p.names {
		name := path.Base(n)
		if strings.HasSuffix(n, "/") {
			name += "/"
		}
		rest := ""
		if more > 1 {
			rest = "  +" + strconv.Itoa(more-1)
		}
		if row != "" && theme.Width(row)+2+theme.Width(name)+theme.Width(rest) > p.width {
			break
		}
		if row != "" {
			row += "  "
		}
		row += name
		more--
	}
	if more > 0 {
		row += "  +" + strconv.Itoa(more)
	}
	return t.Faint.Render(t.Fit(row, p.width))
}
