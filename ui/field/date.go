package field

import (
	"strings"
	"time"

	"lotse/flows"
	"lotse/ui/theme"
)

// date is a text input that understands how people write days, and says which
// one it understood.
type date struct {
	*line
	width int
}

func (k Kit) newDate(start string) *date {
	d := &date{line: k.newLine(start, k.Text.Field.DateHint, false)}
	d.SetSize(40, 1)
	return d
}

// Value is the day in its ISO form, and what was typed where that is no day.
func (d *date) Value() flows.Value {
	typed := Format(d.line.Value())
	if day, ok := flows.ParseDate(typed, d.kit.Today); ok {
		return day.Format(time.DateOnly)
	}
	return typed
}

func (d *date) SetSize(w, _ int) {
	d.width = w
	d.line.SetSize(min(w, 28), 1)
}

func (d *date) Lines() []string {
	in := strings.TrimRight(d.line.Lines()[0], " ")
	typed := strings.TrimSpace(d.value)
	if typed == "" {
		return []string{in}
	}
	say := d.kit.Theme.Warn.Render(d.kit.Text.Field.DateUnknown)
	if day, ok := flows.ParseDate(typed, d.kit.Today); ok {
		say = d.kit.Theme.Dim.Render(day.Format("Mon 2 Jan 2006"))
	}
	short := d.kit.Theme.Pad(in, min(max(theme.Width(in)+2, 14), d.width))
	return []string{d.kit.Theme.Fit(short+say, d.width)}
}
