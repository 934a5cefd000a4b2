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
	if looksAround(key) {
		return
	}
	p.fresh, p.follow, p.tops, p.m.toRead = false, true, nil, ""
}

// looksAround reports whether a key only shows more.
func looksAround(key string) bool {
	return slices.Contains([]string{"pgup", "pgdown", "f1", "f2", "f3", "ctrl+o"}, key)
}

// look notes which texts that have to be read are on the screen now.
func (d drawing) look() {
	m, p := d.m, d.page
	if m.over != nil || m.w < minWidth || m.h < minHeight {
		return
	}
	sv := p.Step()
	if sv == nil || len(p.unreadIDs(sv)) == 0 {
		return
	}
	_, width, _ := m.columns()
	_, out := d.pagePart(sv, width, m.bodyHeight())
	p.seen.saw(sv.Step.ID, out.read)
}

// stopToRead holds a step that could be done while something that has to be read
// was never on the screen, as when the last answer brought it up: it is shown, and
// the next enter completes the step. Who types on before anybody could have seen
// it has typed ahead: then the step is done, and the key is the next page's.
func (d drawing) stopToRead(texts []string) tea.Cmd {
	m, p, sv := d.m, d.page, d.Step()
	_, w, _ := m.columns()
	h := m.bodyHeight()
	s := d.sheet(sv, w, h)
	at := flows.Address{Step: sv.Step.ID, Item: texts[0]}
	p.top = s.reveal(at.Item, p.seen[at].first, p.top, h-headLines(h))
	p.fresh, p.follow = false, false
	m.say(m.t.Wizard.ReadFirst)
	m.ahead, m.toRead = true, sv.Step.ID
	return m.pauseKeys()
}

// onRead holds behind a stop at something to be read, until the next key.
func onRead(p *page) bool { return p.m.toRead != "" && p.m.toRead == p.At().Step }

// readOn goes on with the step once it was read: enter then means nothing else,
// whatever has the keys. Any other act gives up the stop.
func (p *page) readOn(k string) (cmd tea.Cmd, on bool) {
	if !onRead(p) || k != "enter" {
		return nil, false
	}
	p.act(k)
	return p.complete(), true
}

// typedAhead goes on from a stop at something to be read when a key comes too
// soon for it to be an answer.
func (m *model) typedAhead() tea.Cmd {
	if !m.ahead {
		return nil
	}
	soon := m.deaf()
	m.ahead = false
	if soon {
		m.toRead = ""
	}
	if !soon || m.page == nil || m.over != nil {
		return nil
	}
	m.grace = time.Time{}
	p := m.page
	for _, id := range p.unreadIDs(p.Step()) {
		p.seen[flows.Address{Step: p.At().Step, Item: id}] = sight{true, true}
	}
	return p.complete()
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

// unreadIDs are the texts of a step that have to be read and were never on the
// screen, both of their ends: what changed since it was completed among them.
func (p *page) unreadIDs(sv *run.StepView) []string {
	var out []string
	if id := p.SinceID(sv); id != "" && !p.seen[flows.Address{Step: sv.Step.ID, Item: id}].whole() {
		out = append(out, id)
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.Item.Text == nil || !iv.Item.Text.Tell || !p.Shown(iv) {
			continue
		}
		if !p.seen[flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}].whole() {
			out = append(out, iv.Item.ID)
		}
	}
	return out
}
