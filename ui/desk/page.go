package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/outside"
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
	carrier carrier
	m       *model
	s       session

	place   flows.Address // the item that the widget is of
	anew    bool          // what is come to next is shown from its beginning, wherever it is
	stood   flows.Value   // its answer when the widget was made
	widget  field.Widget  // nil where the item needs none
	engaged bool          // false: the page itself takes the keys
	edit    *field.Edit   // of a table, while its consequences are asked about

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
		if p.widget != nil {
			p.widget.Blur()
		}
		if p.fresh = p.anew || at.Step != p.place.Step; p.fresh {
			p.top = 0
		}
		p.place, p.widget, p.anew = at, nil, false
		p.engaged, p.follow, p.tops = at.Item != "", true, nil
	}
	p.renew()
	p.toCell()
}

// renew makes the widget anew, unless it holds what stands or is typed there.
func (p *page) renew() {
	iv := p.Item()
	if iv == nil || !p.Stops(iv) {
		p.widget = nil
		return
	}
	switch iv.Item.Kind {
	case flows.KindField:
		if p.widget != nil && p.holds(iv) {
			return
		}
		var typed *string
		if t, ok := p.Typed(p.place); ok {
			s := textOf(t)
			typed = &s
		}
		p.widget, p.stood = p.m.kit.For(p.sampled(iv.Item), iv.Value, typed), iv.Value
	case flows.KindList:
		p.widget = p.table(iv)
	default:
		return
	}
	p.size()
	if p.engaged {
		p.widget.Focus()
	}
}

// holds reports whether the widget holds the answer that stands, and what the
// dialogue knows as typed.
func (p *page) holds(iv *run.ItemView) bool {
	t, known := p.Typed(p.place)
	s, _ := field.Draft(p.widget)
	typed := p.typing()
	return flows.Same(p.stood, iv.Value) && (!known && typed.Gone() || known && textOf(t) == s)
}

// letGo gives up a choice that was not taken, as when its consequences were not
// confirmed: what stands is shown again. Typing stays.
func (p *page) letGo() {
	if _, isTable := p.widget.(*field.Table); isTable {
		return
	}
	if _, typed := field.Draft(p.widget); !typed {
		p.widget = nil
	}
}

// toCell goes to the cell at which the dialogue stands, or has it stand where
// the table does.
func (p *page) toCell() {
	t, ok := p.widget.(*field.Table)
	if !ok {
		return
	}
	if at := p.At(); at.Row != "" || at.Column != "" {
		if row, column := t.Here(); row != at.Row || column != at.Column {
			t.Go(at.Row, at.Column)
		}
	}
	p.ToCell(t.Here())
}

// engage gives the keys to the item at which the dialogue stands.
func (p *page) engage() {
	if p.engaged = p.At().Item != ""; p.engaged && p.widget != nil {
		p.widget.Focus()
	}
	p.follow, p.fresh, p.tops = true, false, nil
}

// keep keeps what is typed in the widget, before something lies over it.
func (p *page) keep() {
	p.note()
	if p.widget != nil {
		p.widget.Blur()
	}
}

// typing is what stands in the widget and is not the answer.
func (p *page) typing() walk.Typing {
	t := walk.Typing{At: p.place}
	if table, ok := p.widget.(*field.Table); ok {
		row, column := table.Here()
		t.At = t.At.In(row, column)
		t.Text, _ = table.Typed()
		return t
	}
	s, ok := field.Draft(p.widget)
	iv := p.ItemAt(p.place)
	switch {
	case !ok || iv == nil:
	case iv.Item.Field.Type == flows.TypeSecret:
		t.Hidden = true
		if s != "" {
			t.Secret = run.NewSecret([]byte(s))
		}
	default:
		if standing := flows.Format(p.stood); s != standing {
			t.Text, t.Blank = s, s == ""
		}
	}
	return t
}

// sampled is an item's field; one that takes a file hints at a demo's sample.
func (p *page) sampled(it *flows.Item) *flows.Field {
	names := outside.Samples(p.m.cfg.Files, it.ID)
	if it.Field.Type != flows.TypeFile || len(names) == 0 {
		return it.Field
	}
	f := *it.Field
	f.Placeholder = names[0]
	return &f
}

// textOf is what is typed, in clear.
func textOf(t walk.Typing) string {
	if t.Hidden {
		return string(t.Secret.Reveal())
	}
	return t.Text
}

// note tells the dialogue what is typed; it is kept after a while, or sooner.
func (p *page) note() tea.Cmd {
	if p.widget == nil {
		return nil
	}
	if !p.Type(p.typing()) {
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
