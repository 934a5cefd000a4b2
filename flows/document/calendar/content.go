package calendar

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// content writes content lines, and keeps the first error.
type content struct {
	w   io.Writer
	err error
}

// maxLine is how many octets a line has without its end (RFC 5545, section 3.1).
const maxLine = 75

// line writes a property: it goes on in further lines, each begun by a blank,
// where it is long, and no character is cut.
func (c *content) line(name, value string) {
	var b strings.Builder
	room := maxLine
	for _, r := range name + ":" + value {
		n := utf8.RuneLen(r)
		if n > room {
			b.WriteString("\r\n ")
			room = maxLine - 1
		}
		b.WriteRune(r)
		room -= n
	}
	b.WriteString("\r\n")
	if c.err == nil {
		_, c.err = io.WriteString(c.w, b.String())
	}
}

// escapes are the signs of a text that have a meaning in a line (RFC 5545, section
// 3.3.11). A text has no other control characters than the line break.
var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func (c *content) text(name, value string) { c.line(name, escapes.Replace(value)) }

const (
	localForm = "20060102T150405"
	utcForm   = "20060102T150405Z"
)

// moment writes a time in a zone that is described, or in UTC: also one in the
// hour that clocks show twice. Without an offset such a time is the first (RFC 5545,
// section 3.3.5), but not every program reads it so.
func (c *content) moment(name string, t time.Time, zone *time.Location) {
	if zone == time.UTC || isTwice(t.In(zone)) {
		c.line(name, t.UTC().Format(utcForm))
		return
	}
	c.line(name+";TZID="+zone.String(), t.In(zone).Format(localForm))
}

// event writes an entry with a reminder at its time.
func (c *content) event(e *Entry, zone *time.Location, now time.Time) {
	c.line("BEGIN", "VEVENT")
	c.text("UID", e.UID)
	c.line("DTSTAMP", now.UTC().Format(utcForm))
	c.line("SEQUENCE", fmt.Sprint(e.Revision))
	c.moment("DTSTART", e.Start, zone)
	c.moment("DTEND", e.Start.Add(length), zone)
	c.text("SUMMARY", e.Summary)
	c.text("DESCRIPTION", e.Description)
	c.line("TRANSP", "TRANSPARENT") // it takes nobody's time
	c.line("BEGIN", "VALARM")
	c.line("ACTION", "DISPLAY")
	c.text("DESCRIPTION", e.Summary)
	c.line("TRIGGER", "PT0S")
	c.line("END", "VALARM")
	c.line("END", "VEVENT")
}
