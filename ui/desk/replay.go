package desk

import (
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/play"
)

// replay shows a run again: its page as it stood after each of its events. It
// has keys of its own, and none of them changes the run.
type replay struct {
	m    *model
	past *run.Past
	deck play.Deck
	tick int // number of the pause that is under way: the end of an earlier one counts for nothing
}

// The pauses between two events at the pace of 1: as long as it took then, but
// neither so short that nobody sees it nor so long that anybody waits.
const (
	shortestPause = 300 * time.Millisecond
	longestPause  = 1500 * time.Millisecond
)

// onlyShown is what is said of a key that would change something.
func onlyShown() flows.Message { return flows.Msg("play.only_shown") }

// openReplay loads the run that is to be shown again.
func (m *model) openReplay() tea.Cmd {
	m.hold++
	cfg, ctx := m.cfg, m.ctx
	return guarded(func() tea.Msg {
		s, err := run.Resume(ctx, cfg.Env, cfg.Archive, cfg.Run, cfg.Load)
		if err != nil {
			return replayMsg{err: err}
		}
		past, err := s.Past()
		return replayMsg{past, err}
	})
}

// replayMsg brings a run that is to be shown again.
type replayMsg struct {
	past *run.Past
	err  error
}

func (msg replayMsg) handle(m *model) tea.Cmd {
	if msg.err != nil {
		m.failed = msg.err
		return tea.Quit
	}
	asked := m.cfg.Replay
	r := &replay{m: m, past: msg.past, deck: play.Deck{Held: asked.At > 0, Speed: asked.Speed}}
	m.replay, m.now = r, r.clock
	m.page = newPage(m, msg.past.Session(), nil)
	return tea.Batch(r.to(max(int(asked.At), 1)), m.release())
}

// clock is the time of the present event: what was due then is due.
func (r *replay) clock() time.Time {
	return r.past.Event(r.past.At()).At.In(r.m.cfg.Now().Location())
}

// to shows the run after an event, at what the event was about.
func (r *replay) to(n int) tea.Cmd {
	if err := r.past.Seek(n); err != nil {
		r.m.failed = err
		return tea.Quit
	}
	p := r.m.page
	p.Refresh()
	switch at, next := r.event().About(), p.View().Current; {
	case at.Step != "":
		p.ToAddress(at)
		p.Visit(p.At())
	case next != "":
		p.GoTo(next)
	}
	p.arrive()
	p.blur()
	p.engaged = false
	return r.goOn()
}

func (r *replay) event() *run.Event { return r.past.Event(r.past.At()) }

func (r *replay) ended() bool { return r.past.At() == r.past.Len() }

// goOn waits for the time of the next event, unless it is held.
func (r *replay) goOn() tea.Cmd {
	r.tick++
	if r.ended() {
		r.deck.Held = true
	}
	if r.deck.Held {
		return nil
	}
	n := r.past.At()
	pause := r.past.Event(n + 1).At.Sub(r.past.Event(n).At)
	next := replayTickMsg{r.tick}
	return r.m.tick(r.deck.Wait(min(max(pause, shortestPause), longestPause)), func(time.Time) tea.Msg { return next })
}

// replayTickMsg says that a pause is over.
type replayTickMsg struct{ tick int }

func (msg replayTickMsg) handle(m *model) tea.Cmd {
	if r := m.replay; msg.tick == r.tick && !m.leaving {
		return r.to(r.past.At() + 1)
	}
	return nil
}

// key does what a key of the replay does; of any other it says that nothing can
// be changed here.
func (r *replay) key(msg tea.KeyPressMsg) tea.Cmd {
	m, k := r.m, msg.String()
	m.status = status{}
	switch do, _ := m.actionFor(k); {
	case k == "ctrl+c":
		return m.leave(codeInterrupted)
	case m.over != nil:
		return m.overKey(msg)
	case do != nil:
		return do(m, k)
	}
	m.say(m.playText(onlyShown()))
	return nil
}

// hold holds what plays, or goes on; at the end it begins again.
func (r *replay) hold() tea.Cmd {
	r.deck.Held = !r.deck.Held
	if r.ended() {
		return r.to(1)
	}
	return r.goOn()
}

// step goes to another event and stays there.
func (r *replay) step(k string) tea.Cmd {
	r.deck.Held = true
	at := map[string]int{"left": r.past.At() - 1, "right": r.past.At() + 1, "home": 1, "end": r.past.Len()}
	return r.to(at[k])
}

// pace plays faster or slower.
func (r *replay) pace(k string) tea.Cmd {
	if k == "-" {
		r.deck.Slower()
	} else {
		r.deck.Faster()
	}
	return r.goOn()
}

// lines are the two lines in the place of the status: which event it was, when
// and whose, and what happened, or what the last key has to say.
func (r *replay) lines() []string {
	m, t, e := r.m, r.m.th, r.event()
	state := "play.playing"
	switch {
	case r.ended():
		state = "play.at_end"
	case r.deck.Held:
		state = "play.held"
	}
	when := words.Time(m.cfg.Lang, r.clock())
	where := m.playText(r.where()) + t.Dot + when
	if !m.share {
		where += t.Dot + m.playText(e.Who())
	}
	pace := strconv.FormatFloat(r.deck.Pace(), 'g', 3, 64) + "x" + t.Dot + m.playText(flows.Msg(state))
	first := t.Ends(t.Bold.Render(where), t.Dim.Render(pace), m.w)
	if text := m.status.text; text != "" {
		return []string{first, t.Accent.Render(t.Fit(text, m.w))}
	}
	return []string{first, t.Accent.Render(t.Fit(m.describeEvent(m.page.View(), e), m.w))}
}

// where says which event it is.
func (r *replay) where() flows.Message {
	return flows.Msg("play.event", "n", r.past.At(), "all", r.past.Len())
}

// replayMark stands in the header of what is shown again.
func (m *model) replayMark() string {
	if m.replay == nil {
		return ""
	}
	return m.playText(flows.Msg("play.mark"))
}

// playText is a sentence about what plays, in the person's language.
func (pn *pen) playText(msg flows.Message) string { return words.Say(pn.t.Lang, msg) }

// replayKeys are the keys of a run that is shown again.
func replayKeys(t *words.Strings) []keyGroup {
	h := &t.Help
	said := func(code string) string { return words.Say(t.Lang, flows.Msg(code)) }
	of := func(do func(*replay) tea.Cmd) act { return func(m *model, _ string) tea.Cmd { return do(m.replay) } }
	by := func(do func(*replay, string) tea.Cmd) act {
		return func(m *model, k string) tea.Cmd { return do(m.replay, k) }
	}
	return []keyGroup{{name: said("play.on_replay"), group: h.GroupHere, exclusive: true, onReplay: true, keys: []binding{
		{key: "space", does: said("play.key_hold"), act: of((*replay).hold)},
		{key: "left/right", does: said("play.key_event"), act: by((*replay).step)},
		{key: "home/end", does: said("play.key_ends"), act: by((*replay).step)},
		{key: "+/-", also: "=", does: said("play.key_pace"), act: by((*replay).pace)},
		{key: "pgup/pgdn", does: h.Scroll, act: scrolls, folded: true},
		{key: "f3", letter: "p", does: h.Share, act: toggleShareKey, applies: func(m *model) bool { return !m.share }, folded: true},
		{key: "f3", letter: "p", does: h.Unshare, act: toggleShareKey, applies: func(m *model) bool { return m.share }, folded: true},
		{key: "f1", letter: "?", does: h.Help, act: toggleHelpKey},
		{key: "q", also: "esc", does: said("play.key_end"), act: func(m *model, _ string) tea.Cmd { return m.leave(codeDone) }},
		{key: "ctrl+c", does: h.Quit, folded: true},
	}}}
}
