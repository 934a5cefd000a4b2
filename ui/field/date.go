package field

import (
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

// date is a text input that understands how people write days, and shows which
// day it understood.
type date struct {
	*line
	width int
}

func (k Kit) newDate(start string) *date {
	if day, err := time.Parse(time.DateOnly, start); err == nil {
		start = words.Day(k.Lang, day)
	}
	d := &date{line: k.newLine(start, k.Text.Field.DateHint, false)}
	d.SetSize(40, 1)
	return d
}

// Value is the day in its ISO form, or the typed text if that is no day.
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

// Lines implements Widget: after the typed text come the understood day with
// its weekday, or why there is none.
func (d *date) Lines() []string {
	in := strings.TrimRight(d.line.Lines()[0], " ")
	typed := strings.TrimSpace(d.value)
	if typed == "" {
		return []string{in}
	}
	t := d.kit.Theme
	short := t.Pad(in, min(max(theme.Width(in)+2, 14), d.width))
	return []string{t.Fit(short+d.understood(typed), d.width)}
}

func (d *date) understood(typed string) string {
	t, w := d.kit.Theme, d.kit.Text
	day, ok := flows.ParseDate(typed, d.kit.Today)
	switch {
	case ok:
		return t.Dim.Render(w.Weekday(day.Weekday()) + " " + words.Day(d.kit.Lang, day))
	case flows.NoSuchDay(typed, d.kit.Today):
		return t.Warn.Render(w.Typing.NoSuchDay)
	default:
		return t.Warn.Render(w.Field.DateUnknown)
	}
}
