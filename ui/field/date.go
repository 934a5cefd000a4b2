package field

import (
	"strconv"
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
	if day, ok := ParseDate(typed, d.kit.Today); ok {
		return day.Format(time.DateOnly)
	}
	return typed
}

func (d *date) SetSize(w, _ int) {
	d.width = w
	d.line.SetSize(min(w, 28), 1)
}

func (d *date) Lines() []string {
	in := d.line.Lines()[0]
	typed := strings.TrimSpace(d.value)
	if typed == "" {
		return []string{in}
	}
	say := d.kit.Theme.Warn.Render(d.kit.Text.Field.DateUnknown)
	if day, ok := ParseDate(typed, d.kit.Today); ok {
		say = d.kit.Theme.Dim.Render(day.Format("Mon 2 Jan 2006"))
	}
	short := d.kit.Theme.Pad(in, min(max(theme.Width(typed)+3, 14), d.width))
	return []string{d.kit.Theme.Fit(short+say, d.width)}
}

// ParseDate reads a day as people write it: 2026-05-01, 1.5.2026, 1.5., +3d,
// +2w, today, tomorrow, fri. A day without a year is the next one.
func ParseDate(s string, today time.Time) (time.Time, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	y, m, d := today.Date()
	base := time.Date(y, m, d, 0, 0, 0, 0, today.Location())
	if t, err := time.ParseInLocation(time.DateOnly, s, today.Location()); err == nil {
		return t, true
	}
	switch s {
	case "today":
		return base, true
	case "tomorrow":
		return base.AddDate(0, 0, 1), true
	}
	if t, ok := relative(s, base); ok {
		return t, true
	}
	if t, ok := weekday(s, base); ok {
		return t, true
	}
	return dotted(s, base)
}

func relative(s string, base time.Time) (time.Time, bool) {
	if len(s) < 3 || s[0] != '+' {
		return time.Time{}, false
	}
	n, err := strconv.Atoi(s[1 : len(s)-1])
	if err != nil || n < 0 || n > 5000 {
		return time.Time{}, false
	}
	switch s[len(s)-1] {
	case 'd':
		return base.AddDate(0, 0, n), true
	case 'w':
		return base.AddDate(0, 0, 7*n), true
	}
	return time.Time{}, false
}

func weekday(s string, base time.Time) (time.Time, bool) {
	if len(s) < 3 {
		return time.Time{}, false
	}
	for i := 1; i <= 7; i++ {
		day := base.AddDate(0, 0, i)
		if strings.HasPrefix(strings.ToLower(day.Weekday().String()), s) {
			return day, true
		}
	}
	return time.Time{}, false
}

func dotted(s string, base time.Time) (time.Time, bool) {
	parts := strings.Split(strings.TrimSuffix(s, "."), ".")
	if len(parts) < 2 || len(parts) > 3 {
		return time.Time{}, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil || v < 1 {
			return time.Time{}, false
		}
		n[i] = v
	}
	year := n[2]
	switch {
	case year == 0:
		year = base.Year()
	case year < 100:
		year += 2000
	}
	t := time.Date(year, time.Month(n[1]), n[0], 0, 0, 0, 0, base.Location())
	if t.Day() != n[0] || int(t.Month()) != n[1] {
		return time.Time{}, false
	}
	if n[2] == 0 && t.Before(base) {
		t = t.AddDate(1, 0, 0)
	}
	return t, true
}
