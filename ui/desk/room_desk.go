package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// roomDesk implements room.Desk: the desk as its rooms see it.
type roomDesk struct{ m *model }

var _ room.Desk = roomDesk{}

func (g roomDesk) Theme() *theme.Theme          { return g.m.th }
func (g roomDesk) Words() *words.Strings        { return g.m.t }
func (g roomDesk) Kit() *field.Kit              { return &g.m.kit }
func (g roomDesk) Now() time.Time               { return g.m.now() }
func (g roomDesk) Shared() bool                 { return g.m.share }
func (g roomDesk) LowWindow() bool              { return g.m.low() }
func (g roomDesk) Context() context.Context     { return g.m.ctx }
func (g roomDesk) Label(v *run.ItemView) string { return g.m.label(v) }
func (g roomDesk) Sentence(err error) string    { return g.m.sentence(err) }

func (g roomDesk) RunText(msg flows.Message) string { return g.m.page.runText(msg) }

func (g roomDesk) DialogueText(msg flows.Message) string {
	own, of := g.m.cfg.Lang, g.m.cfg.Lang
	if p := g.m.page; p != nil {
		of = p.View().Lang
	}
	return face.MessageText(own, of, g.m.seen(msg))
}

func (g roomDesk) Say(s string)  { g.m.say(s) }
func (g roomDesk) Warn(s string) { g.m.warn(s) }

func (g roomDesk) Open(o room.Overlay) { g.m.openOver(o) }
func (g roomDesk) Close()              { g.m.closeOver() }

func (g roomDesk) Walk() *walk.Walk {
	if g.m.page == nil {
		return nil
	}
	return g.m.page.Walk
}

func (g roomDesk) Turn(t walk.Turn) tea.Cmd { return g.m.page.turn(t) }
func (g roomDesk) SaveSoon() tea.Cmd        { return g.m.page.carrier.keepSoon() }

func (g roomDesk) InBackground(o room.Overlay, work func() (hear func() tea.Cmd)) tea.Cmd {
	return guarded(func() tea.Msg { return workDoneMsg{over: o, hear: work()} })
}

func (g roomDesk) InBackgroundHoldingKeys(work func() (hear func() tea.Cmd)) tea.Cmd {
	g.m.hold++
	return guarded(func() tea.Msg { return workDoneMsg{hear: work(), waited: true} })
}

func (g roomDesk) After(o room.Overlay, d time.Duration, hear func() tea.Cmd) tea.Cmd {
	return g.m.tick(d, func(time.Time) tea.Msg { return workDoneMsg{over: o, hear: hear} })
}

func (g roomDesk) Copy(text string) tea.Cmd {
	tools, ctx := g.m.cfg.Tools, g.m.ctx
	if tools == nil {
		return tea.SetClipboard(text)
	}
	return tea.Batch(tea.SetClipboard(text), guarded(func() tea.Msg {
		name, err := tools.Copy(ctx, text)
		if err != nil {
			return nil // the terminal was asked, and that is what was said
		}
		return copiedMsg{name}
	}))
}

// workDoneMsg brings the result of background work of a room. It is dropped if
// the work was for an overlay that is no longer shown.
type workDoneMsg struct {
	over   room.Overlay
	hear   func() tea.Cmd
	waited bool
}

func (msg workDoneMsg) handle(m *model) tea.Cmd {
	switch {
	case msg.waited:
		return tea.Batch(msg.hear(), m.release())
	case m.over != msg.over:
		return nil
	}
	return msg.hear()
}
