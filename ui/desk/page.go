package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/ui/walk"
)

// session is what the screen needs of a run.Session.
type session interface {
	walk.Session
	check.Session
	keeper
}

// page is the wizard on one run: the dialogue about it, what has the focus, and
// what of it is in view. It takes keys, answers and moves; what is about a list, a
// check, an overlay or a request it leaves to those that know it.
type page struct {
	*walk.Walk
	focused
	stretch
	m *model
	s session

	carrier carrier
	check   checking
	rooms   rooms
	rows    rows
	seen    sights

	anew bool // what is come to next is shown from its beginning, wherever it is

	recentFor recentKey
	newest    []happening
}

func newPage(m *model, s session, typed []walk.Typing) *page {
	p := &page{m: m, s: s, anew: true, seen: sights{}}
	p.carrier.p, p.check.p, p.rooms.p, p.rows.p = p, p, p, p
	p.Walk = walk.New(s, walk.Face{Now: m.now, Stops: stops, Unread: p.unreadIDs}, typed)
	p.focused = focused{walk: p.Walk, kit: &m.kit, files: m.cfg.Files}
	p.Share(m.share)
	return p
}

// stops reports whether an item can have the focus: what is only read cannot.
func stops(k flows.Kind) bool { return k != flows.KindText && k != flows.KindEnd }

// arrive shows where the dialogue stands now, and gives its item the focus. Of a
// step that is come to nothing is scrolled away.
func (p *page) arrive() {
	at := p.At().Whole()
	if at != p.place || p.anew {
		p.follows(p.anew || at.Step != p.place.Step)
		p.come(at)
		p.anew = false
	}
	p.renew()
	p.toCell()
}

// renew makes the widget anew where that is needed.
func (p *page) renew() {
	if !p.furnish() {
		return
	}
	drawing{p}.size()
	if p.engaged {
		p.widget.Focus()
	}
}

// engage gives the keys to the item at which the dialogue stands.
func (p *page) engage() {
	p.takeKeys()
	p.follows(false)
}

// keep keeps what is typed in the widget, before something lies over it.
func (p *page) keep() {
	p.note()
	p.blur()
}

// note tells the dialogue what is typed; it is kept after a while, or sooner.
func (p *page) note() tea.Cmd {
	if p.widget == nil || !p.Type(p.typing()) {
		return nil
	}
	return p.carrier.keepSoon()
}

// remember keeps for the farewell how the run stands.
func (p *page) remember() {
	h := p.View().Header
	p.m.last = &h
}
