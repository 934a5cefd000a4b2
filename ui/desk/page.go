package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// session is what the screen needs of a run.Session.
type session interface {
	walk.Session
	check.Session
	keeper
}

// page is the wizard on one run: the dialogue about it, the widget of the item
// at which that stands, and what of it is on the screen.
type page struct {
	*walk.Walk
	focused
	carrier carrier
	m       *model
	s       session

	anew bool        // what is come to next is shown from its beginning, wherever it is
	edit *field.Edit // of a table, while its consequences are asked about

	acceptFor acceptKey
	accept    bool
	recentFor recentKey
	newest    []happening

	top    int                     // first line that is drawn
	tops   map[[2]int]int          // the same in windows of other sizes, since the last act
	follow bool                    // the focus is kept in view; false after scrolling by hand
	fresh  bool                    // nobody has acted on the step since it was opened
	seen   map[flows.Address]sight // of the texts that have to be read
}

func newPage(m *model, s session, typed []walk.Typing) *page {
	p := &page{m: m, s: s, anew: true, seen: map[flows.Address]sight{}}
	p.carrier.p = p
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
		if p.fresh = p.anew || at.Step != p.place.Step; p.fresh {
			p.top = 0
		}
		p.come(at)
		p.anew, p.follow, p.tops = false, true, nil
	}
	p.renew()
	p.toCell()
}

// renew makes the widget anew where that is needed.
func (p *page) renew() {
	if !p.furnish() {
		return
	}
	p.size()
	if p.engaged {
		p.widget.Focus()
	}
}

// engage gives the keys to the item at which the dialogue stands.
func (p *page) engage() {
	p.takeKeys()
	p.follow, p.fresh, p.tops = true, false, nil
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

// scrolled scrolls the page by hand.
func (p *page) scrolled(by int) {
	p.top = max(p.top+by, 0)
	p.fresh, p.follow, p.tops = false, false, nil
}

// resized puts the page where it stood when the window had this size before: who
// drags it there and back finds everything in its place.
func (p *page) resized(from, to [2]int) {
	if p.tops == nil {
		p.tops = map[[2]int]int{}
	}
	p.tops[from] = p.top
	if top, ok := p.tops[to]; ok {
		p.top = top
	}
}
