package line

import (
	"fmt"
	"io"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// alarm says which runs have become due. Nothing is said while somebody types: a
// terminal rings then, and what it rang for is said before the next prompt.
type alarm struct {
	looked time.Time // up to when was looked; zero: never
	due    []run.Header
	minute chan struct{} // once a minute while a line is waited for
}

// look finds what has become due since it was looked last.
func (k *lineSession) look() (rings bool) {
	after, by := k.alarm.looked, k.now()
	k.alarm.looked = by
	if after.IsZero() {
		return false
	}
	due, err := outside.DueBetween(k.ctx, k.Archive, after, by)
	if err != nil {
		k.alarm.looked = after // what cannot be read now is looked at again
		return false
	}
	k.alarm.due = append(k.alarm.due, due...)
	return len(due) > 0
}

// sayDue says what has become due.
func (k *lineSession) sayDue() {
	k.look()
	if len(k.alarm.due) == 0 {
		return
	}
	for _, text := range face.Notices(k.Lang, k.alarm.due, false) {
		k.say(text)
	}
	k.alarm.due = nil
}

// passMinute looks while a line is waited for, and rings on a terminal.
func (k *lineSession) passMinute() {
	if k.look() && k.isEchoed() {
		_, k.broken = io.WriteString(k.Out, "\a")
	}
	k.nextMinute()
}

func (k *lineSession) nextMinute() {
	k.after(time.Minute, func() {
		select {
		case k.alarm.minute <- struct{}{}:
		case <-k.heard.Done():
		}
	})
}

// clocks has the word that says how the run stands now.
type clocks struct {
	*wording
	session *lineSession
}

// status says the time, how far the run is, how long it takes, for what it waits,
// and whether all is saved.
func (w *clocks) status(string) error {
	p := w.view().Progress
	w.say(w.message(flows.Msg("line.now", "at", words.Clock(w.Lang, w.now()))))
	w.sayf(w.mode()+w.l.Begin, w.view().Customer.Name, w.view().Title, p.Done, p.Needed())
	if left := w.walk.Left(); left > 0 {
		w.say(w.message(flows.Msg("spent.line_left", "n", run.Minutes(left))))
	}
	for i := range w.view().Steps {
		sv := &w.view().Steps[i]
		if iv := walk.Waits(sv); iv != nil {
			w.sayf("%d: %s", w.view().Number(sv.Step.ID), sentence(joinSaid(flows.CleanLine(sv.Step.Title), w.waits(iv))))
		}
	}
	if err := w.session.unsaved; err != nil {
		w.sayf(w.l.QuitUnsaved, w.session.sentence(err), words.DeskQuit)
		return nil
	}
	w.say(w.l.SavedNow)
	return nil
}

// waits says of a wait who is waited for, and when to try again.
func (w *clocks) waits(iv *run.ItemView) string {
	who := w.plain(flows.CleanLine(iv.Item.Wait.For))
	if when := face.WaitClock(w.t, w.now(), iv.Wait); when != "" {
		return joinSaid(fmt.Sprintf(w.t.Brief.WaitsFor, who), when)
	}
	return joinSaid(who, w.wording.status(iv))
}
