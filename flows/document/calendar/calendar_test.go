package calendar

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/run"
)

var now = time.Date(2026, 3, 20, 9, 30, 0, 0, time.UTC)

// waiting is a run in which one wait has a date, and others have none that counts.
func waiting(lang string, mode run.Mode, until time.Time) *run.View {
	wait := func(id string, change func(*run.ItemView)) run.ItemView {
		iv := run.ItemView{
			Item:  &flows.Item{ID: id, Kind: flows.KindWait, Label: "Sage's answer", Wait: &flows.Wait{For: "Sage Order Management", Reason: "changes the address"}},
			State: run.Applies, Status: "waiting", Until: &until, Why: "Ms Virtanen promised it\nfor Friday",
		}
		change(&iv)
		return iv
	}
	return &run.View{
		Header: run.Header{ID: "7f3abc0001", Customer: run.Customer{Name: "Muster GmbH, Köln; Werk 2"}, Mode: mode, Lang: lang, Title: "Main contact", Events: 41},
		Steps: []run.StepView{
			{
				Step: &flows.Step{ID: "change", Title: "Have it changed"}, State: run.Waiting,
				Items: []run.ItemView{
					wait("answer", func(*run.ItemView) {}),
					wait("answered", func(iv *run.ItemView) { iv.Done = true }),
					wait("dateless", func(iv *run.ItemView) { iv.Until = nil }),
					wait("hidden", func(iv *run.ItemView) { iv.State = run.Hidden }),
				},
			},
			{Step: &flows.Step{ID: "skipped"}, State: run.Skipped, Items: []run.ItemView{wait("answer", func(*run.ItemView) {})}},
			{Step: &flows.Step{ID: "unneeded"}, State: run.NotNeeded, Items: []run.ItemView{wait("answer", func(*run.ItemView) {})}},
		},
	}
}

// written is a calendar as it is written, and its lines, unfolded.
func written(t *testing.T, entries []Entry, asked Asked) (text string, lines []string) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, entries, asked); err != nil {
		t.Fatal(err)
	}
	text = b.String()
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > maxLine || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("line %q", line)
		}
	}
	return text, strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n")
}

func zoneOf(t *testing.T, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// TestCalendars holds what is written of a run with an open wait, in each
// language and mode.
func TestCalendars(t *testing.T) {
	for name, tc := range map[string]struct {
		lang string
		mode run.Mode
		zone string
	}{"en-real-berlin": {"en", run.Real, "Europe/Berlin"}, "de-rehearsal-utc": {"de", run.Rehearsal, "UTC"}, "fi-demo-helsinki": {"fi", run.Demo, "Europe/Helsinki"}} {
		t.Run(name, func(t *testing.T) {
			asked := Asked{Zone: zoneOf(t, tc.zone), Now: now}
			entries := Of(waiting(tc.lang, tc.mode, time.Date(2026, 3, 27, 8, 0, 0, 0, asked.Zone)))
			if len(entries) != 1 {
				t.Fatalf("%d entries", len(entries))
			}
			text, _ := written(t, entries, asked)
			golden.RequireEqual(t, strings.ReplaceAll(text, "\r\n", "\n"))
		})
	}
}

// TestAnEntryKeepsItsName while the run goes on, and two waits have two.
func TestAnEntryKeepsItsName(t *testing.T) {
	v := waiting("en", run.Real, now)
	before := Of(v)
	v.Events, v.Steps[0].Items[1].Done = 57, false
	after := Of(v)
	if len(after) != 2 || after[0].UID != before[0].UID || after[0].Revision <= before[0].Revision || after[1].UID == after[0].UID {
		t.Errorf("%+v\n%+v", before, after)
	}
}

// changes are times about which the clocks of a zone change.
var changes = map[string][]time.Time{
	"Europe/Berlin":    {time.Date(2026, 3, 29, 1, 0, 0, 0, time.UTC), time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC)},
	"Europe/Helsinki":  {time.Date(2027, 3, 28, 1, 0, 0, 0, time.UTC), time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC)},
	"America/New_York": {time.Date(2026, 3, 8, 7, 0, 0, 0, time.UTC), time.Date(2026, 11, 1, 6, 0, 0, 0, time.UTC)},
	"Asia/Kolkata":     {time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)},
	"UTC":              {time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)},
}

// TestTimesAreThoseOfTheZone writes entries to both sides of each change, and
// reads their times back by the zone that stands beside them.
func TestTimesAreThoseOfTheZone(t *testing.T) {
	for name, all := range changes {
		t.Run(name, func(t *testing.T) {
			var entries []Entry
			for _, change := range all {
				for _, d := range []time.Duration{-60 * 24 * time.Hour, -45 * time.Minute, -15 * time.Minute, 0, 15 * time.Minute, 59 * time.Minute, time.Hour, 60 * 24 * time.Hour} {
					entries = append(entries, Entry{UID: "a", Start: change.Add(d)})
				}
			}
			_, lines := written(t, entries, Asked{Zone: zoneOf(t, name), Now: now})
			clocks := clocksOf(t, lines)
			if (len(clocks) == 0) != (name == "UTC") {
				t.Fatalf("%d rules", len(clocks))
			}
			at := func(i int, property string) time.Time { return clocks.time(t, nth(lines, property, i)) }
			starts := slices.IndexFunc(lines, func(s string) bool { return s == "BEGIN:VEVENT" })
			lines = lines[starts:]
			for i, e := range entries {
				if start, end := at(i, "DTSTART"), at(i, "DTEND"); !start.Equal(e.Start) || !end.Equal(e.Start.Add(length)) {
					t.Errorf("%v is read as %v to %v", e.Start, start.UTC(), end.UTC())
				}
			}
		})
	}
}

// nth is the value of the n-th property of a name, with its parameters before it.
func nth(lines []string, name string, n int) string {
	for _, line := range lines {
		if strings.HasPrefix(line, name) && strings.IndexAny(line, ":;") == len(name) {
			if n == 0 {
				return line[len(name):]
			}
			n--
		}
	}
	return ""
}

// clocks are the observances of a calendar's zone: since when by the clocks, and
// by how much before and after.
type clocks []struct {
	since    time.Time
	from, to time.Duration
}

func clocksOf(t *testing.T, lines []string) clocks {
	t.Helper()
	var all clocks
	for i, line := range lines {
		if line != "BEGIN:STANDARD" && line != "BEGIN:DAYLIGHT" {
			continue
		}
		since, err := time.Parse(localForm, nth(lines[i:], "DTSTART", 0)[1:])
		from, ferr := time.Parse("-0700", nth(lines[i:], "TZOFFSETFROM", 0)[1:])
		to, terr := time.Parse("-0700", nth(lines[i:], "TZOFFSETTO", 0)[1:])
		if err := errors.Join(err, ferr, terr); err != nil {
			t.Fatal(err)
		}
		_, before := from.Zone()
		_, after := to.Zone()
		all = append(all, struct {
			since    time.Time
			from, to time.Duration
		}{since, time.Duration(before) * time.Second, time.Duration(after) * time.Second})
	}
	return all
}

// time reads a time: the last rule that has begun holds, and of an hour that
// comes twice the first is meant (RFC 5545, section 3.3.5).
func (c clocks) time(t *testing.T, value string) time.Time {
	t.Helper()
	if utc, ok := strings.CutPrefix(value, ":"); ok {
		at, err := time.Parse(utcForm, utc)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	_, text, _ := strings.Cut(value, ":")
	at, err := time.Parse(localForm, text)
	if err != nil || len(c) == 0 {
		t.Fatalf("%q: %v, %d rules", value, err, len(c))
	}
	offset := c[0].to
	for _, rule := range c {
		if !at.Add(-rule.from).Before(rule.since.Add(-rule.from)) {
			offset = rule.to
		}
	}
	return at.Add(-offset)
}

// TestAZoneWithoutANameIsUTC, since no other program would know it.
func TestAZoneWithoutANameIsUTC(t *testing.T) {
	for _, zone := range []*time.Location{nil, time.Local, time.UTC, time.FixedZone("", 7200)} {
		text, _ := written(t, []Entry{{UID: "a", Start: now}}, Asked{Zone: zone, Now: now})
		if !strings.Contains(text, "\r\nDTSTART:20260320T093000Z\r\n") || strings.Contains(text, "VTIMEZONE") {
			t.Errorf("%v: %s", zone, text)
		}
	}
}

// TestHostileTextsStayInTheirLine: nothing in a name makes a property.
func TestHostileTextsStayInTheirLine(t *testing.T) {
	for _, text := range []string{
		"a\r\nATTENDEE:mailto:x@example.org", "a\nEND:VEVENT", `\n\;,:"`, "\x1b]0;x\a\x00", strings.Repeat("€", 10_000), "\xff\xfe", "a\u202eb\u2066c",
		"x\u2028ATTACH:file:///etc/passwd", strings.Repeat("x", 74) + "\U0001F6A2", ";TZID=x:", "שלום",
	} {
		v := waiting("en", run.Real, now)
		v.Customer.Name, v.Steps[0].Items[0].Why, v.Title = text, text, text
		wait := v.Steps[0].Items[0].Item
		wait.Label, wait.Wait = text, &flows.Wait{For: text, Reason: text}
		asked := Asked{Zone: zoneOf(t, "Europe/Berlin"), Now: now}
		entries := Of(v)
		_, lines := written(t, entries, asked)
		var names []string
		for _, line := range lines {
			if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' }) {
				t.Errorf("line %q", line)
			}
			names = append(names, line[:strings.IndexAny(line, ":;")])
		}
		_, plain := written(t, Of(waiting("en", run.Real, now)), asked)
		for i := range plain {
			plain[i] = plain[i][:strings.IndexAny(plain[i], ":;")]
		}
		if !slices.Equal(names, plain) {
			t.Errorf("%q has the properties\n%q, not\n%q", text, names, plain)
		}
		unescaped := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(nth(lines, "SUMMARY", 0)[1:])
		if want := flows.CleanLine(text + ": " + text); unescaped != want {
			t.Errorf("the summary is %q, want %q", unescaped, want)
		}
	}
}

// TestWriteSaysWhatFailed of a file that takes no more.
func TestWriteSaysWhatFailed(t *testing.T) {
	full := errors.New("no space left")
	if err := Write(failing{full}, nil, Asked{}); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestTheTriesOfAWait are dates of their own, those before the last change of the run
// left out; the day that an answer proposes stands in for one that nobody set.
func TestTheTriesOfAWait(t *testing.T) {
	at := func(hour int) time.Time { return now.Add(time.Duration(hour) * time.Hour) }
	v := waiting("en", run.Real, at(48))
	v.Changed = at(2)
	proposed := at(72)
	iv := &v.Steps[0].Items[0]
	iv.Until, iv.Wait = nil, &run.WaitView{Proposed: &proposed, Rungs: []run.RungView{{At: at(1), Try: "Look."}, {At: at(3), Try: "Call\nSage; now."}, {At: at(9), Try: "Write."}}}
	var got []string
	for _, e := range Of(v) {
		first, _, _ := strings.Cut(e.Description, "\n")
		got = append(got, strings.Join([]string{strings.TrimPrefix(e.UID, "7f3abc0001.change."), e.Start.Format("02 15"), first}, " | "))
	}
	want := []string{
		"answer@lotse | 23 09 | Waiting for: Sage Order Management (changes the address)",
		"answer.2@lotse | 20 12 | Call", "answer.3@lotse | 20 18 | Write.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("dates\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	written(t, Of(v), Asked{Zone: time.UTC, Now: now})
	if all := Of(waiting("en", run.Real, at(48))); len(all) != 1 || !all[0].Start.Equal(at(48)) {
		t.Errorf("without tries %+v", all)
	}
}
