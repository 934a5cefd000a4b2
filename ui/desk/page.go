package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/ui/desk/papers"
	"lotse/ui/walk"
)

// session is what the screen needs of a run.Session.
type session interface {
	walk.Session
	check.Session
	eventWriter
	Versions() []*flows.Procedure
}

// page is the wizard of one run: its dialogue, the focus, and what is in view.
// It handles keys, answers and moves; lists, checks, overlays, kept
// secrets and requests have types of their own.
type page struct {
	*walk.Walk
	itemFocus
	viewport
	m *model
	s session

	carrier  requestRunner
	check    focusedCheck
	overlays overlays
	rows     rows
	secrets  secrets
	presence
	seen   seenTexts
	papers *papers.List
	phone  phoneMode

	rehearsal rehearsal

	newer   *flows.Procedure // than that of the run, when that was opened; nil: none
	version string           // digest of the version that was shown last

	anew bool // what is come to next is shown from its beginning, wherever it is

	recentFor recentKey
	newest    []eventText
}

func newPage(m *model, s session, typed []walk.Typing) *page {
	p := &page{m: m, s: s, anew: true, seen: seenTexts{}}
	p.carrier.p, p.check.p, p.overlays.p, p.rows.p, p.secrets.p, p.rehearsal.p = p, p, p, p, p, p
	p.Walk = walk.New(s, walk.Face{Now: m.now, Stops: stops, Unread: p.unreadIDs}, typed)
	p.itemFocus = itemFocus{walk: p.Walk, kit: &m.kit, files: m.cfg.Files, reads: m.cfg.Env.LooksOn}
	p.Share(m.share)
	p.papers = newPapers(p)
	return p
}

// stops reports whether items of a kind can have the focus; those that are
// only read cannot.
func stops(k flows.Kind) bool { return k != flows.KindText && k != flows.KindEnd }

// arrive shows the dialogue's present position and gives its item the focus. A
// newly opened step is shown from its top. Where the run was moved to another version
// it is the same place by another name: whoever typed there types on.
func (p *page) arrive() {
	at, engaged := p.At().Whole(), p.engaged
	moved := p.version != "" && p.version != p.View().Digest
	came := at != p.place || p.anew
	if came {
		p.followFocus(p.anew || at.Step != p.place.Step)
		p.moveTo(at)
		p.anew = false
	}
	if p.version = p.View().Digest; moved {
		p.engaged = engaged && !p.Displaced()
	}
	p.renew()
	p.toCell()
	if came && !moved { // whoever types here already is not stopped by what ends behind it
		p.rest()
	}
}

// renew makes the widget again if needed.
func (p *page) renew() {
	if !p.makeWidget() {
		return
	}
	drawing{p}.size()
	if p.engaged {
		p.widget.Focus()
	}
}

// engage gives the keys to the dialogue's present item.
func (p *page) engage() {
	p.takeKeys()
	p.followFocus(false)
}

// keep keeps what is typed in the widget, before an overlay opens.
func (p *page) keep() {
	p.note()
	p.blur()
}

// note tells the dialogue what is typed; it is saved after a while, or sooner.
func (p *page) note() tea.Cmd {
	if p.widget == nil || !p.Type(p.typing()) {
		return nil
	}
	return p.carrier.keepSoon()
}

// remember keeps the state of the run for the farewell.
func (p *page) remember() {
	h := p.View().Header
	p.m.last = &h
}
