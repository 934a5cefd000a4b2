package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/face"
)

// findingsFile asks for the file that all findings are written into; esc goes
// back to them, and gives up what is being written.
type findingsFile struct {
	*form
	over   *findingsOver
	cancel context.CancelFunc
}

// foundFileMsg tells what became of writing the findings into a file.
type foundFileMsg struct {
	of   *findingsFile
	path string
	err  error
}

func (o *findingsOver) save(m *model) tea.Cmd {
	x := &m.t.Found
	q := &findingsFile{form: &form{heading: x.FileTitle, intro: []string{x.FileIntro}}, over: o, cancel: func() {}}
	q.add(x.FileTo, m.kit.Line(string(o.found.Kind)+".html", m.t.Field.FileHint), 1)
	q.submit = func(m *model, f *form) tea.Cmd {
		path := strings.TrimSpace(f.text(0))
		if path == "" {
			return f.fail(0, m.t.Letter.Unnamed)
		}
		q.cancel()
		ctx, cancel := context.WithCancel(m.ctx)
		q.cancel = cancel
		m.say(x.Writing)
		report, lang := o.found.Report, o.lang
		return guarded(func() tea.Msg { return foundFileMsg{q, path, face.WriteFindings(ctx, path, report, lang)} })
	}
	m.openOver(q)
	return nil
}

func (q *findingsFile) escaped(m *model) tea.Cmd {
	q.cancel()
	m.over = q.over
	return nil
}

// late goes back to the findings once they are written; where they could not be,
// the question stays.
func (msg foundFileMsg) late(m *model) tea.Cmd {
	if m.over != overlay(msg.of) || errors.Is(msg.err, context.Canceled) {
		return nil
	}
	m.status = status{}
	if msg.err != nil {
		return msg.of.fail(0, m.sentence(msg.err))
	}
	m.over = msg.of.over
	m.say(fmt.Sprintf(m.t.Letter.Saved, msg.path))
	return nil
}
