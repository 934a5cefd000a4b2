package calendar

import (
	"fmt"
	"time"
)

// isNamed reports whether a zone has a name of the zone database, by which other
// programs know it.
func isNamed(zone *time.Location) bool {
	return zone != nil && zone != time.Local && zone.String() != "" && zone.String() != "Local" && zone.String() != "UTC"
}

// zone writes what a zone's clocks show in the years of entries (VTIMEZONE): how
// they stood when the first began, and each change after that. A rule that goes on
// for ever would be a guess: who makes the clocks of the years to come is not known.
func (c *content) zone(zone *time.Location, entries []Entry) {
	first, last := entries[0].Start, entries[0].Start
	for _, e := range entries {
		if e.Start.Before(first) {
			first = e.Start
		}
		if end := e.Start.Add(length); end.After(last) {
			last = end
		}
	}
	begin := time.Date(first.In(zone).Year(), 1, 1, 0, 0, 0, 0, zone)
	end := time.Date(last.In(zone).Year()+1, 1, 1, 0, 0, 0, 0, zone)
	c.line("BEGIN", "VTIMEZONE")
	c.line("TZID", zone.String())
	for t := begin; t.Before(end); {
		since, until := t.ZoneBounds()
		c.observance(since, t)
		if until.IsZero() {
			break
		}
		t = until
	}
	c.line("END", "VTIMEZONE")
}

// observance writes how the clocks stand from a time on; a zero one is the
// beginning of the zone's table. t is any time at which they do.
func (c *content) observance(since, t time.Time) {
	name, offset := t.Zone()
	before, begin := offset, "19700101T000000"
	if !since.IsZero() {
		_, before = since.Add(-time.Second).Zone()
		begin = since.UTC().Add(time.Duration(before) * time.Second).Format(localForm) // by the clocks as they stood
	}
	kind := "STANDARD"
	if t.IsDST() {
		kind = "DAYLIGHT"
	}
	c.line("BEGIN", kind)
	c.line("DTSTART", begin)
	c.line("TZOFFSETFROM", offsetForm(before))
	c.line("TZOFFSETTO", offsetForm(offset))
	c.text("TZNAME", name)
	c.line("END", kind)
}

// offsetForm is an offset from UTC in seconds, as +HHMM, with seconds where it has
// any.
func offsetForm(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	s := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		s += fmt.Sprintf("%02d", seconds%60)
	}
	return s
}

// isTwice reports whether the clocks show the time twice, before and after they are
// put back.
func isTwice(t time.Time) bool {
	since, until := t.ZoneBounds()
	return !since.IsZero() && t.Sub(since) < putBack(since) || !until.IsZero() && until.Sub(t) <= putBack(until)
}

// putBack is by how much clocks are put back at a change; negative where they are
// put forward.
func putBack(change time.Time) time.Duration {
	_, before := change.Add(-time.Second).Zone()
	_, after := change.Zone()
	return time.Duration(before-after) * time.Second
}
