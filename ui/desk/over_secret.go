package desk

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// maskedSecret offers a kept secret, masked: to show it, or to copy it. It says
// before what stays where.
type maskedSecret struct {
	p      *page
	at     flows.Address
	scroll room.Scroll
}

func (o *maskedSecret) Title() string { return o.p.m.label(o.p.ItemAt(o.at)) }

func (o *maskedSecret) Key(msg tea.KeyPressMsg) tea.Cmd {
	m := o.p.m
	switch k := msg.String(); {
	case k == "c":
		m.closeOver()
		return o.p.secrets.copyOf(o.at)
	case k == "enter" && m.share:
		m.warn(m.useText(flows.Msg("use.shared")))
	case k == "enter":
		m.closeOver()
		return o.p.turn(o.p.RevealSecret(o.at))
	default:
		o.scroll.Key(k)
	}
	return nil
}

func (o *maskedSecret) Paste(string) tea.Cmd { return nil }

func (o *maskedSecret) Lines(w, h int) ([]string, int) {
	m := o.p.m
	t, reach := m.th, outside.Reach(m.cfg.Tools)
	value := o.dots()
	if iv := o.p.ItemAt(o.at); iv != nil && !m.share {
		value += t.Dim.Render(t.Dot + iv.Fingerprint)
	}
	lines := append([]string{value}, o.p.m.keepers(o.p.ItemAt(o.at), w)...)
	lines = append(lines, "")
	told := append([]flows.Message{reach.Fate(int(face.LendTime.Seconds()))}, reach.Exposure()...)
	for _, msg := range append(told, face.SecretNote(o.p.View().Mode), flows.Msg("use.recorded")) {
		if !msg.IsZero() {
			lines = append(append(lines, t.Prose(m.useText(msg), w)...), "")
		}
	}
	return o.scroll.Rest(lines[:len(lines)-1], h), 0
}

// keepers says who sealed a secret and for whom it opens, where that is not whoever looks
// alone; not to others who look on.
func (m *model) keepers(iv *run.ItemView, w int) []string {
	if iv == nil || m.share || iv.Keepers.Message().IsZero() {
		return nil
	}
	return m.th.Prose(face.Keepers(m.t.Lang, iv), w)
}

// dots stand for a secret, whatever its length.
func (pn *pen) dots() string {
	if pn.th.ASCII {
		return "********"
	}
	return "••••••••"
}

func (o *maskedSecret) dots() string { return o.p.m.dots() }

func (o *maskedSecret) Keys() []room.Hint {
	m := o.p.m
	hints := []room.Hint{{"enter", m.useText(flows.Msg("use.key_show"))}, {"c", m.useText(flows.Msg("use.key_copy"))}, {"esc", m.t.Help.Close}}
	if o.scroll.Scrolls() {
		hints = append(hints, room.Hint{"up/down", m.t.Help.Scroll})
	}
	return hints
}

// shownSecret shows a secret until a key, or until its time is over. While
// others look on it is masked.
type shownSecret struct {
	m       *model
	glimpse face.Glimpse
}

func (o *shownSecret) Title() string { return o.glimpse.Title }

// Key closes it: any key does, and f3 hides what others must not see besides.
func (o *shownSecret) Key(msg tea.KeyPressMsg) tea.Cmd {
	o.m.closeOver()
	if msg.String() == "f3" {
		return o.m.toggleShare()
	}
	return nil
}

func (o *shownSecret) Paste(string) tea.Cmd {
	o.m.closeOver()
	return nil
}

func (o *shownSecret) Lines(w, h int) ([]string, int) {
	t := o.m.th
	var below []string
	for _, s := range o.glimpse.Below() {
		below = append(below, t.Prose(s, w)...)
	}
	value := strings.Split(ansi.Hardwrap(o.glimpse.Value, w, true), "\n")
	if o.m.share {
		value = []string{o.m.dots()}
	}
	cut := t.Prose(o.glimpse.Cut, w)
	if room := max(h-len(below)-len(cut)-1, 1); len(value) > room {
		value = append(value[:room:room], cut...)
	}
	for i, s := range value {
		value[i] = t.Bold.Render(s)
	}
	return append(append(value, ""), below...), 0
}

func (o *shownSecret) Keys() []room.Hint { return []room.Hint{{"esc", o.m.t.Help.Close}} }

// newUnlock asks for the passphrase of the key, before a secret is opened.
func newUnlock(p *page, q walk.Unlock) room.Overlay {
	m := p.m
	f := room.NewForm(roomDesk{m}, m.useText(flows.Msg("use.unlock_title")), m.useText(flows.Msg("use.unlock_what")))
	f.Add(m.useText(flows.Msg("use.passphrase")), m.kit.Masked(""), 1)
	if !q.Why.IsZero() {
		f.Err = m.useText(q.Why)
	}
	f.Submit = func(f *room.Form) tea.Cmd {
		pass := run.NewSecret([]byte(f.Text(0)))
		m.closeOver()
		return p.turn(p.Unlock(q, pass))
	}
	return f
}

// exposeOver asks once more before a secret goes through what keeps it.
type exposeOver struct {
	p      *page
	q      walk.Expose
	scroll room.Scroll
}

func newExpose(p *page, q walk.Expose) room.Overlay { return &exposeOver{p: p, q: q} }

func (o *exposeOver) Title() string { return o.p.m.useText(flows.Msg("use.expose_title")) }

// Key copies on y alone: enter may have been typed ahead.
func (o *exposeOver) Key(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "y" {
		o.p.m.closeOver()
		return o.p.turn(o.p.CopyAnyway(o.q))
	}
	o.scroll.Key(msg.String())
	return nil
}

func (o *exposeOver) Paste(string) tea.Cmd { return nil }

func (o *exposeOver) Lines(w, h int) ([]string, int) {
	m := o.p.m
	var lines []string
	for _, msg := range append(o.q.Why, outside.Reach(m.cfg.Tools).Fate(int(face.LendTime.Seconds()))) {
		lines = append(append(lines, m.th.Prose(m.useText(msg), w)...), "")
	}
	return o.scroll.Rest(lines[:len(lines)-1], h), 0
}

func (o *exposeOver) Keys() []room.Hint {
	m := o.p.m
	hints := []room.Hint{{"y", m.useText(flows.Msg("use.key_anyway"))}, {"esc", m.t.Help.Close}}
	if o.scroll.Scrolls() {
		hints = append(hints, room.Hint{"up/down", m.t.Help.Scroll})
	}
	return hints
}

// Scrolled implements room.Scroller.
func (o *maskedSecret) Scrolled() *room.Scroll { return &o.scroll }

// Scrolled implements room.Scroller.
func (o *exposeOver) Scrolled() *room.Scroll { return &o.scroll }
