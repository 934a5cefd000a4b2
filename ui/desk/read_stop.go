package desk

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// noteAct notes that the person does something on the page: from then on the
// focus is in view with what is next to it. Looking around does not count.
func (p *page) noteAct(key string) {
	if looksAround(key) {
		return
	}
	p.follow, p.tops, p.turned, p.m.toRead = true, nil, 0, ""
}

// looksAround reports whether a key only shows more.
func looksAround(key string) bool {
	return slices.Contains([]string{"pgup", "pgdown", "f1", "f2", "f3", "ctrl+o"}, key)
}

// noteSeen notes which texts that must be read are on the screen now.
func (d drawing) noteSeen() {
	m, p := d.m, d.page
	if m.over != nil || m.w < minWidth || m.whole < minHeight {
		return
	}
	sv := p.Step()
	if sv == nil || len(p.unreadIDs(sv)) == 0 {
		return
	}
	_, width, _ := m.columns()
	_, out := d.pagePart(sv, width)
	p.seen.add(sv.Step.ID, out.read)
}

// stopToRead holds a step that could be completed while a text that must be
// read was never on the screen, as when the last answer made it appear. The
// text is shown, and the next enter completes the step. A key that comes
// before anybody could have seen the text was typed ahead: the step is
// completed, and the key belongs to the next page.
func (d drawing) stopToRead(texts []string) tea.Cmd {
	m, p, sv := d.m, d.page, d.Step()
	_, w, _ := m.columns()
	s := d.layout(sv, w, m.bodyHeight())
	at := flows.Address{Step: sv.Step.ID, Item: texts[0]}
	p.top = s.topShowing(at.Item, p.seen[at].first, p.top, s.scrolling(s.room()))
	p.follow = false
	m.say(m.t.Wizard.ReadFirst)
	m.ahead, m.toRead = true, sv.Step.ID
	return m.pauseKeys()
}

// onRead holds while the page stops at a text that must be read, until the
// next key.
func onRead(p *page) bool { return p.m.toRead != "" && p.m.toRead == p.At().Step }

// continueReading completes the step after its text was read: enter then means
// only that, whatever has the keys. Any other action ends the stop.
func (p *page) continueReading(k string) (cmd tea.Cmd, on bool) {
	if !onRead(p) || k != "enter" {
		return nil, false
	}
	p.noteAct(k)
	return p.complete(), true
}

// skipStop ends the stop when a key comes too soon to be an answer to it.
func (m *model) skipStop() tea.Cmd {
	if !m.ahead {
		return nil
	}
	soon := m.ignoresKeys()
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
		p.seen[flows.Address{Step: p.At().Step, Item: id}] = seenEnds{true, true}
	}
	return p.complete()
}

// topShowing is the first line to draw so that a text is in view, with the
// focus if both fit; for a text higher than the window, its end once its
// beginning was seen.
func (s *stepLayout) topShowing(id string, begun bool, top, h int) int {
	i := slices.IndexFunc(s.must, func(m must) bool { return m.id == id })
	if i < 0 {
		return top
	}
	b := s.must[i]
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

// unreadIDs are the texts of a step that must be read and were not yet on the
// screen from beginning to end, the changes since its completion included.
func (p *page) unreadIDs(sv *run.StepView) []string {
	var out []string
	if id := p.ChangesID(sv); id != "" && !p.seen[flows.Address{Step: sv.Step.ID, Item: id}].whole() {
		out = append(out, id)
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		if iv.Item.Text == nil || !iv.Item.Text.Tell || !p.IsShown(iv) {
			continue
		}
		if !p.seen[flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}].whole() {
			out = append(out, iv.Item.ID)
		}
	}
	return out
}
