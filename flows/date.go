package flows

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

const isoDate = "2006-01-02"

// days are the words for days, in the languages that people type them in.
var days = map[string]int{ // days from today
	"yesterday": -1, "gestern": -1, "eilen": -1,
	"today": 0, "heute": 0, "tänään": 0,
	"tomorrow": 1, "morgen": 1, "huomenna": 1,
	"übermorgen": 2, "ylihuomenna": 2,
}

// weekdays are their names and what is short for them; no two languages mean
// different days by the same letters.
var weekdays = byName(map[time.Weekday]string{
	time.Monday:    "monday mon mo montag ma maanantai maanantaina",
	time.Tuesday:   "tuesday tue tues tu dienstag di ti tiistai tiistaina",
	time.Wednesday: "wednesday wed we mittwoch mi ke keskiviikko keskiviikkona",
	time.Thursday:  "thursday thu thur thurs th donnerstag do to torstai torstaina",
	time.Friday:    "friday fri fr freitag pe perjantai perjantaina",
	time.Saturday:  "saturday sat sa samstag sonnabend la lauantai lauantaina",
	time.Sunday:    "sunday sun su sonntag so sunnuntai sunnuntaina",
})

func byName(names map[time.Weekday]string) map[string]time.Weekday {
	all := map[string]time.Weekday{}
	for day, list := range names {
		for _, name := range strings.Fields(list) {
			all[name] = day
		}
	}
	return all
}

// spans are the units after + and a number: years are left out, since people
// write the day then.
var spans = map[string]struct{ months, days int }{
	"d": {0, 1}, "t": {0, 1}, "pv": {0, 1},
	"w": {0, 7}, "vk": {0, 7},
	"m": {1, 0}, "kk": {1, 0},
}

// date reads a date and gives its ISO form.
func (r *reading) date(text string) Value {
	day, ok := ParseDate(text, r.today)
	switch {
	case ok:
		return day.Format(isoDate)
	case NoSuchDay(text, r.today):
		r.problem("no_such_day", "value", CleanLine(strings.TrimSpace(text)))
	default:
		r.problem("date")
	}
	return nil
}

// Morning is the moment of a day at which one looks again where no time was
// said: eight o'clock in the day's zone.
func Morning(day time.Time) time.Time {
	year, month, date := day.Date()
	return time.Date(year, month, date, 8, 0, 0, 0, day.Location())
}

// ParseDate reads a date as people type it, as seen from today: 2026-11-24,
// 24.11.2026, 24.11.26, 24.11. (the next one), +3d, +2w, +1m, fr or freitag (the
// next one, never today), tomorrow. It gives midnight in today's zone.
func ParseDate(text string, today time.Time) (time.Time, bool) {
	text = norm.NFC.String(strings.ToLower(strings.TrimSpace(text)))
	today = midnight(today)
	if n, ok := days[text]; ok {
		return today.AddDate(0, 0, n), true
	}
	if w, ok := weekdays[strings.TrimSuffix(text, ".")]; ok {
		ahead := (int(w) - int(today.Weekday()) + 6) % 7
		return today.AddDate(0, 0, ahead+1), true
	}
	if rest, ok := strings.CutPrefix(text, "+"); ok {
		return ahead(rest, today)
	}
	if strings.Contains(text, ".") {
		return dotted(text, today)
	}
	t, err := time.ParseInLocation(isoDate, text, today.Location())
	return t, err == nil && t.Year() > 0
}

func midnight(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}

// NoSuchDay reports whether a text has the form of a date, but names a day that
// no calendar has, such as 31.2.
func NoSuchDay(text string, today time.Time) bool {
	text = strings.TrimSpace(text)
	if _, ok := ParseDate(text, today); ok {
		return false
	}
	_, dots := parts(text)
	return dots || isoForm.MatchString(text)
}

var isoForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// ahead reads 3d, 2w or 1m.
func ahead(text string, today time.Time) (time.Time, bool) {
	unit := strings.TrimLeft(text, "0123456789 ")
	n, err := strconv.ParseUint(strings.TrimSpace(text[:len(text)-len(unit)]), 10, 32)
	span, known := spans[unit]
	if err != nil || n > 3660 || !known {
		return today, false
	}
	return today.AddDate(0, int(n)*span.months, int(n)*span.days), true
}

// dotted reads 24.11.2026, 24.11.26, 24.11. and 24.11: without a year the next
// such day, today included.
func dotted(text string, today time.Time) (time.Time, bool) {
	n, ok := parts(text)
	switch {
	case !ok:
		return today, false
	case len(n) == 3:
		return onDay(n[2], n[1], n[0], today.Location())
	}
	for year := today.Year(); year <= today.Year()+8; year++ { // 29.2. may be 8 years away
		if t, ok := onDay(year, n[1], n[0], today.Location()); ok && !t.Before(today) {
			return t, true
		}
	}
	return today, false
}

// parts are day, month and, where it is written, year of a date with dots.
func parts(text string) (n []int, ok bool) {
	fields := strings.Split(strings.TrimSuffix(text, "."), ".")
	if len(fields) < 2 || len(fields) > 3 {
		return nil, false
	}
	for i, f := range fields {
		f = strings.TrimSpace(f)
		v, err := strconv.ParseUint(f, 10, 16)
		if err != nil || i == 2 && len(f) != 2 && len(f) != 4 {
			return nil, false
		}
		if i == 2 && len(f) == 2 {
			v += 2000
		}
		n = append(n, int(v))
	}
	return n, true
}

// onDay is a day that is in the calendar.
func onDay(year, month, day int, zone *time.Location) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, zone)
	return t, t.Day() == day && int(t.Month()) == month && year > 0
}
