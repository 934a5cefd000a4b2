package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
)

// page is the wizard on one run.
type page struct {
	s    session
	view *run.View
	step string // "": the page that says that all is done

	focus   string       // id of the item that has it; "": none can
	engaged bool         // false: the page itself takes the keys
	widget  field.Widget // of the item that has the focus; nil where it needs none
	drafts  map[flows.Address]string
	visited map[flows.Address]bool // items that were left once: their problems are shown
	tried   map[string]bool        // steps that could not be completed: all problems are shown
	given   map[flows.Address]bool // shown-once secrets that the person goes without

	keeping int  // files that are on their way into the evidence
	after   then // what goes on when they are there

	acceptFor acceptKey
	accept    []run.ProblemView
	recentFor recentKey
	recent    []happening

	top    int                     // first line that is drawn
	tops   map[[2]int]int          // the same in windows of other sizes, since the last act
	follow bool                    // the focus is kept in view; false after scrolling by hand
	fresh  bool                    // nobody has acted on the step since it was opened
	seen   map[flows.Address]sight // of the texts that have to be read
}

func newPage(m *model, s session) *page {
	p := &page{s: s, drafts: map[flows.Address]string{}, visited: map[flows.Address]bool{}, tried: map[string]bool{}, given: map[flows.Address]bool{}, seen: map[flows.Address]sight{}}
	p.view = s.View(m.now())
	return p
}

// stepView is the step that is shown; nil on the last page.
func (p *page) stepView() *run.StepView {
	if p.step == "" {
		return nil
	}
	return p.view.Step(p.step)
}

// item is the item that has the focus; nil for none.
func (p *page) item() *run.ItemView {
	sv := p.stepView()
	if sv == nil || p.focus == "" {
		return nil
	}
	return sv.Item(p.focus)
}

func (p *page) here() flows.Address { return flows.Address{Step: p.step, Item: p.focus} }

func (p *page) target() flows.Address { return p.here() }

// shown reports whether an item stands on the page.
func (m *model) shown(iv *run.ItemView) bool {
	return iv.State == run.Applies && !(m.share && iv.Item.Internal)
}

// veiled reports whether a step is not for the eyes that look on.
func (m *model) veiled(sv *run.StepView) bool { return m.share && sv != nil && sv.Step.Internal }

// focusable reports whether an item can have the focus: what is only read
// cannot.
func (m *model) focusable(iv *run.ItemView) bool {
	switch iv.Item.Kind {
	case flows.KindText, flows.KindEnd:
		return false
	default:
		return m.shown(iv)
	}
}

// goTo shows a step and puts the focus where it is to be gone on with.
func (m *model) goTo(step string) tea.Cmd {
	p := m.page
	p.keep(m)
	p.widget, p.step, p.focus, p.top = nil, step, "", 0
	p.engaged = true
	sv := p.stepView()
	if sv == nil || m.veiled(sv) {
		p.engaged = false
		return nil
	}
	m.focus(m.first(sv))
	p.fresh = true
	return nil
}

// first is the item of a step with which to begin: in a step that nothing was
// entered in, the first; else the first that holds it open.
func (m *model) first(sv *run.StepView) string {
	return sv.Begin(m.focusable, func(item string) bool {
		_, typed := m.page.drafts[flows.Address{Step: sv.Step.ID, Item: item}]
		return typed
	})
}

// focus gives the focus to an item of the step that is shown, at once.
func (m *model) focus(id string) {
	p := m.page
	p.keep(m)
	if p.focus != "" && p.focus != id {
		p.visited[p.here()] = true
	}
	p.focus, p.widget, p.engaged, p.follow, p.fresh, p.tops = id, nil, id != "", true, false, nil
	p.rebuild(m)
}

// rebuild makes the widget of the item that has the focus anew.
func (p *page) rebuild(m *model) {
	iv, was := p.item(), p.widget
	p.widget = nil
	if iv == nil || !m.focusable(iv) {
		return
	}
	switch iv.Item.Kind {
	case flows.KindField:
		var typed *string
		if s, ok := p.drafts[p.here()]; ok {
			typed = &s
		}
		p.widget = m.kit.For(m.sampled(iv.Item), iv.Value, typed)
	case flows.KindList:
		p.widget = p.table(m, iv, was)
	default:
		return
	}
	m.size()
	if p.engaged {
		p.widget.Focus()
	}
}

// keep keeps what is typed in the widget, before the focus goes elsewhere.
func (p *page) keep(m *model) {
	if p.widget == nil {
		return
	}
	if t, ok := p.widget.(*field.Table); ok {
		row, column := t.Here()
		p.note(m, flows.Address{Step: p.step, Item: p.focus, Row: row, Column: column}, t.Typed)
	} else {
		p.note(m, p.here(), p.typed)
	}
	p.widget.Blur()
}

// typed is what stands in the widget and is not the answer.
func (p *page) typed() (string, bool) {
	s, ok := field.Draft(p.widget)
	iv := p.item()
	if !ok || iv == nil {
		return "", false
	}
	return s, s != field.Format(iv.Value)
}

// note puts typing, or that there is none any more, where it is found again.
func (p *page) note(m *model, at flows.Address, typed func() (string, bool)) tea.Cmd {
	s, ok := typed()
	was, had := p.drafts[at]
	switch {
	case ok && had && was == s:
		return nil
	case ok:
		p.drafts[at] = s
	case had:
		delete(p.drafts, at)
		s = ""
	default:
		return nil
	}
	return m.typed(at, s, p.isSecret())
}

func (p *page) isSecret() bool {
	iv := p.item()
	return iv != nil && iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeSecret
}

// noteKey notes typing after a key.
func (p *page) noteKey(m *model) tea.Cmd {
	switch w := p.widget.(type) {
	case nil:
		return nil
	case *field.Table:
		row, column := w.Here()
		return p.note(m, flows.Address{Step: p.step, Item: p.focus, Row: row, Column: column}, w.Typed)
	default:
		return p.note(m, p.here(), p.typed)
	}
}

// remember keeps for the farewell how the run stands.
func (p *page) remember(m *model) {
	h := p.view.Header
	m.last = &h
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

// refresh takes the run as it stands now.
func (m *model) refresh() {
	m.page.view = m.page.s.View(m.now())
	if iv := m.page.item(); iv != nil {
		if t, ok := m.page.widget.(*field.Table); ok {
			t.SetRows(iv.Rows)
		}
	}
}
