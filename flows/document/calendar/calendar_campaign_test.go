//go:build campaign

package calendar

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
)

// python is Debian's, for which the package python3-icalendar is.
const python = "/usr/bin/python3"

// reader tells the events of a calendar: their times in UTC, by the zone's name and
// by the rules that the calendar itself has, and their texts.
const reader = `
import sys, json, datetime, icalendar
cal = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(z['TZID']): z.to_tz() for z in cal.walk('VTIMEZONE')}
def utc(t): return t.astimezone(datetime.timezone.utc).isoformat()
def ruled(p):
    tz = p.params.get('TZID')
    return utc(zones[tz].localize(p.dt.replace(tzinfo=None))) if tz else utc(p.dt)
json.dump([{
    'uid': str(e['UID']), 'start': utc(e['DTSTART'].dt), 'end': utc(e['DTEND'].dt), 'ruled': ruled(e['DTSTART']),
    'summary': str(e['SUMMARY']), 'description': str(e['DESCRIPTION']), 'alarms': len(e.walk('VALARM')),
    'errors': [str(x) for x in e.errors],
} for e in cal.walk('VEVENT')], sys.stdout)
`

type readEvent struct {
	UID, Summary, Description string
	Start, End, Ruled         time.Time
	Alarms                    int
	Errors                    []string
}

func readBack(t *testing.T, text string) []readEvent {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), python, "-c", reader)
	cmd.Stdin = strings.NewReader(text)
	var out, failed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &failed
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, failed.String())
	}
	var events []readEvent
	if err := json.Unmarshal(out.Bytes(), &events); err != nil {
		t.Fatal(err)
	}
	return events
}

// TestAnotherParserReadsTheSame holds, by Python's icalendar, the times of entries
// about each change of the clocks, and texts that are hostile.
func TestAnotherParserReadsTheSame(t *testing.T) {
	for name, all := range changes {
		t.Run(name, func(t *testing.T) {
			asked := Asked{Zone: zoneOf(t, name), Now: now}
			var entries []Entry
			for i, change := range all {
				for k, d := range []time.Duration{-60 * 24 * time.Hour, -45 * time.Minute, 0, 15 * time.Minute, time.Hour, 60 * 24 * time.Hour} {
					v := waiting("fi", run.Rehearsal, change.Add(d))
					v.ID = strings.Repeat("ab", i+1) + strings.Repeat("c", k)
					// Not \n: icalendar 4 takes an escaped backslash before an n for a line break.
					v.Customer.Name = "Ääni; \\t, \"Öl\"\r\nATTENDEE:mailto:x@example.org " + strings.Repeat("€", 200)
					entries = append(entries, Of(v)...)
				}
			}
			text, _ := written(t, entries, asked)
			events := readBack(t, text)
			if len(events) != len(entries) {
				t.Fatalf("%d events of %d", len(events), len(entries))
			}
			for i, got := range events {
				want := entries[i]
				if !got.Start.Equal(want.Start) || !got.Ruled.Equal(want.Start) || !got.End.Equal(want.Start.Add(length)) {
					t.Errorf("%v is read as %v to %v, and by the rules as %v", want.Start, got.Start, got.End, got.Ruled)
				}
				if got.UID != want.UID || got.Summary != want.Summary || got.Description != want.Description || got.Alarms != 1 || len(got.Errors) > 0 {
					t.Errorf("%+v is read as %+v", want, got)
				}
			}
		})
	}
}
