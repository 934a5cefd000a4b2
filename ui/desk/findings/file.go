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

// fileForm asks for the file to which all findings are written; esc goes back
// to the table, and cancels a write.
type fileForm struct {
	*room.Form
	over   *Over
	cancel context.CancelFunc
}

func (o *Over) save() tea.Cmd {
	x := &o.d.Words().Found
	q := &fileForm{Form: room.NewForm(o.d, x.FileTitle, x.FileIntro), over: o, cancel: func() {}}
	q.Add(x.FileTo, o.d.Kit().Path(string(o.found.Kind)+".html", o.d.Words().Field.FileHint), 1)
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

func (q *fileForm) write(path string) tea.Cmd {
	o := q.over
	q.cancel()
	ctx, cancel := context.WithCancel(o.d.Context())
	q.cancel = cancel
	o.d.Say(o.d.Words().Found.Writing)
	report, lang, mode := o.found.Report, o.lang, o.mode
	return o.d.InBackground(q, func() func() tea.Cmd {
		err := outside.WriteFindings(ctx, path, report, lang, mode)
		return func() tea.Cmd { return q.written(path, err) }
	})
}

// HandleEsc implements room.Escaper.
func (q *fileForm) HandleEsc() tea.Cmd {
	q.cancel()
	q.over.d.Open(q.over)
	return nil
}

// written goes back to the findings; if they could not be written, the form
// stays open.
func (q *fileForm) written(path string, err error) tea.Cmd {
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
