package desk

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// act notes that somebody goes on with the page: from then on what has the
// focus is in view with what stands next to it. Looking around is no act.
func (p *page) act(key string) {
	switch key {
	case "pgup", "pgdown", "f1", "f2", "f3", "ctrl+o":
		return
	}
	p.fresh, p.follow, p.tops = false, true, nil
}

// look notes which texts that have to be read are on the screen now.
func (m *model) look() {
	p := m.page
	if p == nil || m.over != nil || m.w < minWidth || m.h < minHeight {
		return
	}
	sv := p.stepView()
	if sv == nil || len(m.unread(sv)) == 0 {
		return
	}
	_, width, _ := m.columns()
	_, out := m.pagePart(sv, width, m.bodyHeight())
	for id, now := range out.read {
		at := flows.Address{Step: sv.Step.ID, Item: id}
		was := p.seen[at]
		p.seen[at] = sight{first: was.first || now.first, last: was.last || now.last}
	}
}

// stopToRead holds a step that could be done while something that has to be read
// was never on the screen, as when the last answer brought it up: it is shown, and
// the next enter completes the step. Who types on before anybody could have seen
// it has typed ahead: then the step is done, and the key is the next page's.
func (m *model) stopToRead(sv *run.StepView) (cmd tea.Cmd, stopped bool) {
	texts := m.unread(sv)
	if len(texts) == 0 || len(sv.BlockedBy) > 0 || held(sv) {
		return nil, false
	}
	p := m.page
	at := flows.Address{Step: sv.Step.ID, Item: texts[0].Item.ID}
	_, w, _ := m.columns()
	h := m.bodyHeight()
	s := m.sheet(sv, w, h)
	p.top = s.reveal(at.Item, p.seen[at].first, p.top, h-headLines(h))
	p.fresh, p.follow = false, false
	m.say(m.t.Wizard.ReadFirst)
	m.ahead = true
	return m.pauseKeys(), true
}

// typedAhead goes on from a stop at something to be read when a key comes too
// soon for it to be an answer.
func (m *model) typedAhead() tea.Cmd {
	if !m.ahead {
		return nil
	}
	soon := m.deaf()
	m.ahead = false
	if !soon || m.page == nil || m.over != nil {
		return nil
	}
	m.grace = time.Time{}
	for _, iv := range m.unread(m.page.stepView()) {
		m.page.seen[flows.Address{Step: m.page.step, Item: iv.Item.ID}] = sight{true, true}
	}
	return m.complete()
}

// held reports whether something that applies holds the step open.
func held(sv *run.StepView) bool {
	for i := range sv.Items {
		if iv := &sv.Items[i]; iv.State == run.Applies && slices.ContainsFunc(iv.AllProblems(), run.ProblemView.Holds) {
			return true
		}
	}
	return false
}

// reveal is the first line to draw so that a text is in view, with the focus where
// both have room; of one that is higher than the window, its end once its
// beginning was seen.
func (s *sheet) reveal(id string, begun bool, top, h int) int {
	i := slices.IndexFunc(s.blocks, func(b block) bool { return b.tell == id })
	if i < 0 {
		return top
	}
	b := s.blocks[i]
	from, to := min(s.from, b.from)-1, max(s.to, b.to)+1
	switch {
	case to-from < h:
		return max(min(top, from), to+1-h)
	case begun:
		return b.to + 2 - h
	default:
		return b.from - 1
	}
}

// unread are the texts of a step that have to be read and were never on the
// screen, both of their ends.
func (m *model) unread(sv *run.StepView) []*run.ItemView {
	var out []*run.ItemView
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.Item.Text == nil || !iv.Item.Text.Tell || !m.shown(iv) {
			continue
		}
		if !m.page.seen[flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}].whole() {
			out = append(out, iv)
		}
	}
	return out
}
