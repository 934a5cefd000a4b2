package outside

import (
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/document/calendar"
	"lotse/flows/run"
)

// Dates are the dates of a run's open waits for a calendar, or that of one wait:
// flows.ErrNotFound where there is none.
func Dates(v *run.View, at flows.Address) ([]calendar.Entry, error) {
	all := calendar.Of(v)
	if at.Item != "" {
		all = slices.DeleteFunc(all, func(e calendar.Entry) bool { return e.At != at })
	}
	switch {
	case len(all) > 0:
		return all, nil
	case at.Item != "":
		return nil, flows.Refuse(flows.ErrNotFound, at, "outside.wait_no_date", "item", at)
	}
	return nil, flows.Refuse(flows.ErrNotFound, nil, "outside.run_no_date")
}

// WriteCalendar writes dates into a new file, as WriteNew does.
func WriteCalendar(path string, dates []calendar.Entry, asked calendar.Asked) error {
	return writeNew(path, func(w io.Writer) error { return calendar.Write(w, dates, asked) })
}

// Zone is the person's time zone by the name that the zone database has for it:
// that of a clock which has one, else what this machine is set to. Without a name
// it is time.Local.
func Zone(now time.Time) *time.Location {
	if now.Location() != time.Local {
		return now.Location()
	}
	name, set := os.LookupEnv("TZ")
	if !set {
		var err error
		if name, err = os.Readlink("/etc/localtime"); err != nil {
			return time.Local
		}
	}
	name = strings.TrimPrefix(name, ":")
	if _, after, found := strings.Cut(name, "zoneinfo/"); found {
		name = after
	}
	zone, err := time.LoadLocation(name)
	if err != nil || !sameClock(zone, now) {
		return time.Local
	}
	return zone
}

// sameClock reports whether a zone's clocks show what this machine's do.
func sameClock(zone *time.Location, now time.Time) bool {
	_, here := now.Zone()
	_, there := now.In(zone).Zone()
	return here == there
}
