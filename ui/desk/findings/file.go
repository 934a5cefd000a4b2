package findings

import (
	"context"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/room"
	"lotse/ui/outside"
)

// toFile asks for the file that all findings are written into; esc goes back to
// them, and gives up what is being written.
type toFile struct {
	*room.Form
	over   *Over
	cancel context.CancelFunc
}

func (o *Over) save() tea.Cmd {
	x := &o.d.Words().Found
	q := &toFile{Form: room.NewForm(o.d, x.FileTitle, x.FileIntro), over: o, cancel: func() {}}
	q.Add(x.FileTo, o.d.Kit().Line(string(o.found.Kind)+".html", o.d.Words().Field.FileHint), 1)
	q.Submit = func(f *room.Form) tea.Cmd {
		path := strings.TrimSpace(f.Text(0))
		if path == "" {
			return f.Fail(0, o.d.Words().Letter.Unnamed)
		}
		return q.write(path)
	}
	o.d.Open(q)
	return nil
}

func (q *toFile) write(path string) tea.Cmd {
	o := q.over
	q.cancel()
	ctx, cancel := context.WithCancel(o.d.Context())
	q.cancel = cancel
	o.d.Say(o.d.Words().Found.Writing)
	report, lang := o.found.Report, o.lang
	return o.d.Beside(q, func() func() tea.Cmd {
		err := outside.WriteFindings(ctx, path, report, lang)
		return func() tea.Cmd { return q.written(path, err) }
	})
}

// Escaped implements room.Escaper.
func (q *toFile) Escaped() tea.Cmd {
	q.cancel()
	q.over.d.Open(q.over)
	return nil
}

// written goes back to the findings; where they could not be written, the question
// stays.
func (q *toFile) written(path string, err error) tea.Cmd {
	d := q.over.d
	if errors.Is(err, context.Canceled) {
		return nil
	}
	d.Say("")
	if err != nil {
		return q.Fail(0, d.Sentence(err))
	}
	d.Open(q.over)
	d.Say(fmt.Sprintf(d.Words().Letter.Saved, path))
	return nil
}
