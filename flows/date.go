package flows

import (
	"strconv"
	"strings"
	"time"
)

const isoDate = "2006-01-02"

// days are the words for days, in the languages that people type them in.
var days = map[string]int{ // days from today
	"today": 0, "heute": 0, "tänään": 0,
	"tomorrow": 1, "morgen": 1, "huomenna": 1,
}

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "montag": time.Monday, "maanantai": time.Monday,
	"tuesday": time.Tuesday, "dienstag": time.Tuesday, "tiistai": time.Tuesday,
	"wednesday": time.Wednesday, "mittwoch": time.Wednesday, "keskiviikko": time.Wednesday,
	"thursday": time.Thursday, "donnerstag": time.Thursday, "torstai": time.Thursday,
	"friday": time.Friday, "freitag": time.Friday, "perjantai": time.Friday,
	"saturday": time.Saturday, "samstag": time.Saturday, "sonnabend": time.Saturday, "lauantai": time.Saturday,
	"sunday": time.Sunday, "sonntag": time.Sunday, "sunnuntai": time.Sunday,
}

// date reads a date and gives its ISO form.
func (r *reading) date(text string) Value {
	day, ok := ParseDate(text, r.today)
	if !ok {
		r.problem("date")
		return nil
	}
	return day.Format(isoDate)
}

// Morning is the moment of a day at which one looks again where no time was
// said: eight o'clock in the day's zone.
func Morning(day time.Time) time.Time {
	year, month, date := day.Date()
	return time.Date(year, month, date, 8, 0, 0, 0, day.Location())
}

// ParseDate reads a date as people type it, as seen from today: 2026-11-24,
// 24.11.2026, 24.11. (the next one), +3d, +2w, +1m, monday (the next one, never
// today), tomorrow. It gives midnight in today's zone.
func ParseDate(text string, today time.Time) (time.Time, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	year, month, day := today.Date()
	today = time.Date(year, month, day, 0, 0, 0, 0, today.Location())
	if n, ok := days[text]; ok {
		return today.AddDate(0, 0, n), true
	}
	if w, ok := weekdays[text]; ok {
		ahead := (int(w) - int(today.Weekday()) + 6) % 7
		return today.AddDate(0, 0, ahead+1), true
	}
	if strings.HasPrefix(text, "+") {
		return ahead(text[1:], today)
	}
	if strings.Contains(text, ".") {
		return dotted(text, today)
	}
	t, err := time.ParseInLocation(isoDate, text, today.Location())
	return t, err == nil && t.Year() > 0
}

// ahead reads 3d, 2w or 1m.
func ahead(text string, today time.Time) (time.Time, bool) {
	if len(text) < 2 {
		return today, false
	}
	n, err := strconv.ParseUint(text[:len(text)-1], 10, 32)
	if err != nil || n > 3660 {
		return today, false
	}
	switch text[len(text)-1] {
	case 'd', 't': // Tage
		return today.AddDate(0, 0, int(n)), true
	case 'w':
		return today.AddDate(0, 0, 7*int(n)), true
	case 'm':
		return today.AddDate(0, int(n), 0), true
	}
	return today, false
}

// dotted reads 24.11.2026, 24.11.26, 24.11. and 24.11: without a year the next
// such day, today included.
func dotted(text string, today time.Time) (time.Time, bool) {
	parts := strings.Split(strings.TrimSuffix(text, "."), ".")
	var n [3]int
	if len(parts) < 2 || len(parts) > 3 {
		return today, false
	}
	for i, part := range parts {
		v, err := strconv.ParseUint(strings.TrimSpace(part), 10, 16)
		if err != nil {
			return today, false
		}
		n[i] = int(v)
	}
	if len(parts) == 3 {
		switch len(strings.TrimSpace(parts[2])) {
		case 2:
			n[2] += 2000
		case 4:
		default:
			return today, false
		}
		return onDay(n[2], n[1], n[0], today.Location())
	}
	for year := today.Year(); year <= today.Year()+8; year++ { // 29.2. may be 8 years away
		if t, ok := onDay(year, n[1], n[0], today.Location()); ok && !t.Before(today) {
			return t, true
		}
	}
	return today, false
}

// onDay is a day that is in the calendar.
func onDay(year, month, day int, zone *time.Location) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, zone)
	return t, t.Day() == day && int(t.Month()) == month && year > 0
}
