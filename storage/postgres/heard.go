package postgres

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// told is what the triggers of the schema tell of a run.
type told struct {
	Run   string `json:"run"`
	Gone  bool   `json:"gone"`  // deleted, or another team's now
	Open  bool   `json:"open"`  // who has it open has changed, and nothing else
	Swept bool   `json:"swept"` // somebody else who was cut off
}

// heard is what others have done and was not told yet: of each run the latest. It is
// for one goroutine.
type heard struct {
	written map[string]bool // whether there are some who see the run no more
	opened  map[string]bool
	missed  bool // anything may have changed
}

// mostHeard is of how many runs it is known what was done to them; beyond, anything may
// have changed.
const mostHeard = 1000

// note notes the payload of a notification. What one has done oneself (ours) is no news,
// but for whom one has swept.
func (h *heard) note(payload string, ours bool) {
	var t told
	switch {
	case h.missed:
	case json.Unmarshal([]byte(payload), &t) != nil || t.Run == "" || strings.ContainsRune(t.Run, 0):
		// Not of the schema: whoever may connect may notify. A text with a zero byte cannot be
		// asked for.
	case ours && !t.Swept:
	case t.Open:
		h.opened[t.Run] = true
	default:
		h.written[t.Run] = t.Gone || h.written[t.Run]
	}
	if len(h.written)+len(h.opened) > mostHeard {
		h.anything()
	}
}

// anything notes that anything may have changed.
func (h *heard) anything() { *h = heard{missed: true} }

func (h *heard) isEmpty() bool { return !h.missed && len(h.written)+len(h.opened) == 0 }

// tell tells what was heard, as far as the one who asks may see it. Of a run that is open
// here that was seen, and its events are asked for now: it is told at once, and not who
// wrote.
func (h *heard) tell(ctx context.Context, conn *wire.Conn, isOpen func(id string) bool, tell func(run.Written)) error {
	was := *h
	*h = heard{written: map[string]bool{}, opened: map[string]bool{}}
	if was.missed {
		tell(run.Written{})
		return nil
	}
	for id, gone := range was.written {
		if !gone && isOpen(id) {
			tell(run.Written{Run: id})
			delete(was.written, id)
		}
	}
	ids := slices.AppendSeq(slices.Collect(maps.Keys(was.written)), maps.Keys(was.opened))
	if len(ids) == 0 {
		return nil
	}
	seen, err := newest(ctx, conn, ids)
	if err != nil {
		return err
	}
	for id, gone := range was.written {
		if w, sees := seen[id]; sees {
			tell(w)
		} else if gone {
			tell(run.Written{Run: id, Gone: true})
		}
	}
	for id := range was.opened {
		if _, sees := seen[id]; sees {
			tell(run.Written{Run: id, Opened: true})
		}
	}
	return nil
}

// newest is who wrote last in those of some runs that the one who asks may see.
// Who wrote it is the server's word, which a notification is not: anybody may notify.
// The schema is named, so that whoever may not look into it is told so.
func newest(ctx context.Context, conn *wire.Conn, ids []string) (map[string]run.Written, error) {
	rows, err := conn.Query(ctx, "SELECT run, writer FROM lotse.newest($1)", ids)
	if err != nil {
		return nil, err
	}
	seen := map[string]run.Written{}
	var w run.Written
	err = wire.ForEachRow(rows, []any{&w.Run, &w.By}, func() error { seen[w.Run] = w; return nil })
	return seen, err
}
