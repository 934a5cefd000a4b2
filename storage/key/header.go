package key

import (
	"encoding/hex"
	"time"
	"unicode/utf8"

	"lotse/flows/run"
)

// HeaderColumns are the columns in which stores keep a header, of runs r and its
// customer c, as a HeaderRow takes them.
const HeaderColumns = `r.id, r.procedure, r.version, r.title, r.digest, r.customer, c.name, r.mode, r.status, r.lang,
	r.started, r.changed, r.events, r.head, r.due, r.progress, r.current, r.current_title, r.why,
	r.waits_for, r.waits_since, r.news`

// HeaderRow is a header as it stands in HeaderColumns, and whether its run is put aside.
type HeaderRow struct {
	h                run.Header
	started, changed int64
	due, since       *int64
	head             []byte
	progress, news   string
}

// Targets are what the columns are scanned into: HeaderColumns, and one that says
// whether the run is put aside.
func (r *HeaderRow) Targets() []any {
	h := &r.h
	return []any{
		&h.ID, &h.Procedure, &h.ProcedureVersion, &h.Title, &h.Digest, &h.Customer.ID, &h.Customer.Name, (*string)(&h.Mode), (*string)(&h.Status), &h.Lang,
		&r.started, &r.changed, &h.Events, &r.head, &r.due, &r.progress, &h.Current, &h.CurrentTitle, &h.Why,
		&h.WaitsFor, &r.since, &r.news, &h.Aside,
	}
}

// Header is the header that was scanned. Where its progress or its news are damaged
// (flows.ErrDamaged), it is the rest.
func (r *HeaderRow) Header() (run.Header, error) {
	h := r.h
	h.Started, h.Changed = time.UnixMilli(r.started).UTC(), time.UnixMilli(r.changed).UTC()
	h.Head = hex.EncodeToString(r.head)
	h.Due, h.WaitsSince = timeOf(r.due), timeOf(r.since)
	var err error
	if h.News, err = DecodeNews(r.news); err == nil {
		h.Progress, err = DecodeProgress(r.progress)
	}
	return h, err
}

// timeOf is the time that a column has; nil for NULL.
func timeOf(ms *int64) *time.Time {
	if ms == nil {
		return nil
	}
	at := time.UnixMilli(*ms).UTC()
	return &at
}

// minPrefix is the length, in characters, of the shortest prefix that may name a run.
const minPrefix = 2

// Named is the run that a prefix names, of the first two whose ids begin with it, in
// their order: the one whose id it is, else the only one. flows.ErrNotFound,
// flows.ErrAmbiguous.
func Named(prefix string, found []run.Header) (run.Header, error) {
	switch {
	case len(found) > 0 && found[0].ID == prefix:
		return found[0], nil
	case len(found) == 0 || utf8.RuneCountInString(prefix) < minPrefix:
		return run.Header{}, NoRun(prefix)
	case len(found) > 1:
		return run.Header{}, Ambiguous(prefix, found[0].ID, found[1].ID)
	}
	return found[0], nil
}
