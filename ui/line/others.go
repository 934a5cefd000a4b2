package line

import (
	"context"
	"errors"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// others are the other members of a team, in the run that is open.
type others struct {
	*wording
	session *lineSession
	said    string // who is in the run, as it was said last
}

// watchOthers hears what others change, until stop is called.
func (k *lineSession) watchOthers() (stop func()) {
	team := k.Archive.Team()
	if team == nil || k.Preview != nil {
		return func() {}
	}
	ctx, stop := context.WithCancel(k.ctx)
	k.ear = outside.NewEar()
	go func() { k.unheard <- team.Watch(ctx, k.ear.Tell) }()
	return stop
}

// enter says to the others that the run is open here, and who they are. What the store
// cannot say now it says with the next change.
func (w *others) enter() (leave func()) {
	if w.session.ear == nil {
		return func() {}
	}
	leave, err := w.Archive.Team().Enter(w.session.ctx, w.s.ID())
	if err != nil {
		return func() {}
	}
	w.sayPresent()
	return leave
}

// hear says what others have done with the run since the last prompt, and takes it.
func (w *others) hear() walk.Turn {
	if w.session.ear == nil {
		return walk.Turn{}
	}
	select {
	case err := <-w.session.unheard:
		if err != nil {
			w.say(w.session.sentence(err))
		}
	default:
	}
	var t walk.Turn
	for _, h := range w.session.ear.Take() {
		if h.Run != "" && h.Run != w.s.ID() {
			continue
		}
		if h.Opened || h.Run == "" {
			w.sayPresent()
		}
		if h.Opened {
			continue
		}
		if (h.Gone || h.Run == "") && w.isGone() {
			w.say(words.Say(w.Lang, flows.Msg("team.gone")))
		}
		t = w.walk.CatchUp()
	}
	return t
}

// isGone reports whether the run is not there, or may not be seen.
func (w *others) isGone() bool {
	_, err := w.Archive.Header(w.session.ctx, w.s.ID())
	return errors.Is(err, flows.ErrNotFound)
}

// sayPresent says who else is in the run, where that is not who was last.
func (w *others) sayPresent() {
	present, err := w.Archive.Team().Present(w.session.ctx, w.s.ID())
	if err != nil {
		return
	}
	var names []string
	for _, p := range present {
		names = append(names, flows.CleanLine(p))
	}
	now := strings.Join(names, ", ")
	switch {
	case now == w.said:
	case now == "":
		w.say(words.Say(w.Lang, flows.Msg("team.line_alone")))
	default:
		w.say(words.Say(w.Lang, flows.Msg("team.line_with", "names", now)))
	}
	w.said = now
}

// mostHeard is of how many changes is said what they are.
const mostHeard = 5

// sayHeard says who has done what, the oldest of the newest first.
func (w *wording) sayHeard(heard []run.Event) {
	if more := len(heard) - mostHeard; more > 0 {
		w.say(words.Say(w.Lang, flows.Msg("team.line_more", "n", more)))
		heard = heard[more:]
	}
	for i := range heard {
		e := &heard[i]
		at := words.Clock(w.Lang, e.At.In(w.now().Location()))
		w.say(w.message(flows.Msg("team.line_heard", "by", flows.CleanLine(e.By), "at", at, "what", e.Describe(w.s.Procedure()))))
	}
}
