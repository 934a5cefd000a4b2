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

// ground is the desk as its rooms know it.
type ground struct{ m *model }

var _ room.Desk = ground{}

func (g ground) Theme() *theme.Theme          { return g.m.th }
func (g ground) Words() *words.Strings        { return g.m.t }
func (g ground) Kit() *field.Kit              { return &g.m.kit }
func (g ground) Now() time.Time               { return g.m.now() }
func (g ground) Shared() bool                 { return g.m.share }
func (g ground) Low() bool                    { return g.m.low() }
func (g ground) Context() context.Context     { return g.m.ctx }
func (g ground) Label(v *run.ItemView) string { return g.m.label(v) }
func (g ground) Sentence(err error) string    { return g.m.sentence(err) }

func (g ground) Tell(msg flows.Message) string { return g.m.page.tell(msg) }

func (g ground) Told(msg flows.Message) string {
	own, of := g.m.cfg.Lang, g.m.cfg.Lang
	if p := g.m.page; p != nil {
		of = p.View().Lang
	}
	return face.MessageText(own, of, msg)
}

func (g ground) Say(s string)  { g.m.say(s) }
func (g ground) Warn(s string) { g.m.warn(s) }

func (g ground) Open(o room.Overlay) { g.m.openOver(o) }
func (g ground) Close()              { g.m.closeOver() }

func (g ground) Walk() *walk.Walk {
	if g.m.page == nil {
		return nil
	}
	return g.m.page.Walk
}

func (g ground) Turn(t walk.Turn) tea.Cmd { return g.m.page.turn(t) }

func (g ground) Beside(o room.Overlay, work func() (hear func() tea.Cmd)) tea.Cmd {
	return guarded(func() tea.Msg { return endedMsg{over: o, hear: work()} })
}

func (g ground) Waiting(work func() (hear func() tea.Cmd)) tea.Cmd {
	g.m.hold++
	return guarded(func() tea.Msg { return endedMsg{hear: work(), waited: true} })
}

func (g ground) After(o room.Overlay, d time.Duration, hear func() tea.Cmd) tea.Cmd {
	return g.m.tick(d, func(time.Time) tea.Msg { return endedMsg{over: o, hear: hear} })
}

func (g ground) Copy(text string) tea.Cmd {
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

// endedMsg brings the end of what a room had done beside the screen. What ends
// for an overlay that lies over the page no more is dropped.
type endedMsg struct {
	over   room.Overlay
	hear   func() tea.Cmd
	waited bool
}

func (msg endedMsg) late(m *model) tea.Cmd {
	switch {
	case msg.waited:
		return tea.Batch(msg.hear(), m.release())
	case m.over != msg.over:
		return nil
	}
	return msg.hear()
}
