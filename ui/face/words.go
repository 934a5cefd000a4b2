package face

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// Farewell are the last words about the run that was open last: what was done,
// what is open, how to continue. If h is nil they say how to start a run.
// flags are the global flags that such a command has to repeat; unsaved lists
// what is not on disk (walk.LastWords), so that it can be copied from the
// scrollback.
func Farewell(t *words.Strings, h *run.Header, flags string, unsaved []string) []string {
	l := &t.Leave
	for i := range unsaved {
		if i > 0 {
			unsaved[i] = "  " + unsaved[i]
		}
	}
	if h == nil {
		return append(unsaved, strings.TrimSpace(l.Start+" "+flags))
	}
	lines := []string{fmt.Sprintf(l.Did, flows.CleanLine(h.Customer.Name), flows.CleanLine(h.Title), h.Progress.Done, h.Progress.Needed())}
	if h.Mode != run.Real {
		lines[0] = t.Mode(string(h.Mode)) + "  " + lines[0]
	}
	if h.CurrentTitle != "" {
		open := fmt.Sprintf(l.Open, flows.CleanLine(h.CurrentTitle))
		if strings.HasSuffix(open, "?.") {
			open = strings.TrimSuffix(open, ".")
		}
		lines = append(lines, open)
	} else {
		lines = append(lines, l.OpenNothing)
	}
	lines = append(lines, unsaved...)
	id := h.ID
	if flags != "" {
		id += " " + flags
	}
	return append(lines, fmt.Sprintf(l.Resume, id))
}

// Day is a day in words, relative to now.
func Day(t *words.Strings, now, d time.Time) string {
	d = d.In(now.Location())
	y, mo, dd := now.Date()
	today := time.Date(y, mo, dd, 0, 0, 0, 0, now.Location())
	switch diff := d.Sub(today); {
	case diff >= 0 && diff < 24*time.Hour:
		return t.When.Today
	case diff >= 24*time.Hour && diff < 48*time.Hour:
		return t.When.Tomorrow
	case diff < 0 && diff >= -24*time.Hour:
		return t.When.Yesterday
	}
	return words.ShortDay(t.Lang, d, now)
}

// UnsavedReason is a word for why something is not on disk.
func UnsavedReason(t *words.Strings, err error) string {
	w := &t.Saving
	for _, c := range []struct {
		is   error
		word string
	}{
		{flows.ErrFull, w.Full},
		{flows.ErrReadOnly, w.ReadOnly},
		{flows.ErrLocked, w.Locked},
		{flows.ErrDamaged, w.Damaged},
		{flows.ErrNewer, w.Newer},
		{flows.ErrAway, w.Away},
		{flows.ErrDenied, w.Denied},
	} {
		if errors.Is(err, c.is) {
			return c.word
		}
	}
	return w.Other
}

// ShareWord is the label of one part of a comparison's bar.
func ShareWord(t *words.Strings, r *compare.Report, s compare.Share) string {
	x := &t.Found
	switch s.Key {
	case "left":
		return fmt.Sprintf(x.Only, compare.SystemName(r.Left))
	case "right":
		return fmt.Sprintf(x.Only, compare.SystemName(r.Right))
	}
	return map[string]string{"code": x.ByCode, "id": x.ByID, "name": x.ByName}[s.Key]
}

// GroupWord is the label of a group of runs.
func GroupWord(t *words.Strings, g walk.Group) string {
	return [...]string{t.Desk.Today, t.Desk.Open, t.Desk.Waiting, words.Say(t.Lang, flows.Msg("list.aside")), t.Desk.Done}[g]
}
