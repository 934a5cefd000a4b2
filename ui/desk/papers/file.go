package papers

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// fileForm asks how and where a paper is written; esc goes back, and cancels a
// write.
type fileForm struct {
	*room.Form
	l      *List
	paper  walk.Paper
	format int // the row of it; -1: there is one format
	lang   int // the row of it; -1: there is one language, or none
	file   int // the row of it

	proposed string // what stands in the row until somebody changes it
	cancel   context.CancelFunc
}

func newFile(l *List, p walk.Paper) *fileForm {
	w := &l.d.Words().Papers
	q := &fileForm{Form: room.NewForm(l.d, l.label(p), face.Capital(l.d.DialogueText(p.Purpose()))), l: l, paper: p, format: -1, lang: -1, cancel: func() {}}
	if len(p.Formats) > 1 {
		q.format = len(q.Rows)
		q.AddChoice(w.Format, l.d.Kit().Options(q.formats(), p.Formats[0]), len(p.Formats))
	}
	if len(p.Langs) > 1 {
		q.lang = len(q.Rows)
		q.AddChoice(w.Language, l.d.Kit().Options(languages(p.Langs), l.d.Walk().View().Lang), len(p.Langs))
	}
	q.file = len(q.Rows)
	q.proposed = q.propose()
	q.Add(w.File, q.line(), 1)
	q.Submit = func(*room.Form) tea.Cmd { return q.write() }
	return q
}

func (q *fileForm) formats() []flows.Option {
	var all []flows.Option
	for _, f := range q.paper.Formats {
		all = append(all, flows.Option{Value: f, Label: q.l.d.DialogueText(flows.Msg("papers.format_" + f))})
	}
	return all
}

func languages(codes []string) []flows.Option {
	var all []flows.Option
	for _, code := range codes {
		all = append(all, flows.Option{Value: code, Label: words.LanguageName(code)})
	}
	return all
}

func (q *fileForm) chosenFormat() string {
	if q.format < 0 {
		return q.paper.Formats[0]
	}
	return q.Text(q.format)
}

func (q *fileForm) chosenLang() string {
	if q.lang < 0 {
		return q.l.d.Walk().View().Lang
	}
	return q.Text(q.lang)
}

func (q *fileForm) propose() string {
	return outside.ProposePaper(q.l.house.Screen, q.l.d.Walk().View(), q.paper, q.chosenLang(), q.chosenFormat())
}

func (q *fileForm) line() field.Widget {
	return q.l.d.Kit().Path(q.proposed, q.l.d.Words().Field.FileHint)
}

// Key implements room.Overlay: a name that nobody has changed follows the format
// and the language.
func (q *fileForm) Key(msg tea.KeyPressMsg) tea.Cmd {
	was := [2]string{q.chosenFormat(), q.chosenLang()}
	cmd := q.Form.Key(msg)
	if is := [2]string{q.chosenFormat(), q.chosenLang()}; is != was && q.Text(q.file) == q.proposed {
		q.renew()
	}
	return cmd
}

// renew proposes a name anew.
func (q *fileForm) renew() {
	q.proposed = q.propose()
	row := &q.Rows[q.file]
	row.Widget = q.line()
	if q.At == q.file {
		row.Widget.Focus()
	}
}

// write writes the file in the background.
func (q *fileForm) write() tea.Cmd {
	d, path := q.l.d, strings.TrimSpace(q.Text(q.file))
	if path == "" {
		return q.Fail(q.file, d.Words().Letter.Unnamed)
	}
	q.cancel()
	ctx, cancel := context.WithCancel(d.Context())
	q.cancel = cancel
	d.Say(d.DialogueText(flows.Msg("papers.writing")))
	screen := q.l.house.Screen
	wanted := outside.PaperFile{Run: d.Walk().View().ID, Kind: q.paper.Kind, Format: q.chosenFormat(), Lang: q.chosenLang(), Path: path}
	return q.l.saved(func() tea.Cmd {
		return d.InBackground(q, func() func() tea.Cmd {
			written, told, err := outside.WritePaper(ctx, screen, wanted)
			return func() tea.Cmd { return q.written(written, told, err) }
		})
	})
}

// HandleEsc implements room.Escaper.
func (q *fileForm) HandleEsc() tea.Cmd {
	q.cancel()
	q.l.d.Say("")
	return q.l.back()
}

// written goes back to the list, and names the file. Where it could not be written
// the form stays; where the file was there before, a name that is free stands in
// it.
func (q *fileForm) written(path string, told []flows.Message, err error) tea.Cmd {
	d := q.l.d
	switch {
	case errors.Is(err, context.Canceled):
		return nil
	case errors.Is(err, fs.ErrExist):
		taken := q.Text(q.file)
		q.renew()
		return q.failed(d.DialogueText(flows.Msg("papers.taken", "file", taken, "other", q.proposed)))
	case err != nil:
		return q.failed(d.Sentence(err))
	}
	q.l.written = path
	d.Say("")
	m := flows.Msg("papers.written", "file", path)
	if len(told) > 0 {
		d.Open(&outcome{l: q.l, title: q.Title(), told: append([]flows.Message{m}, told...)})
		return nil
	}
	cmd := q.l.back()
	d.Say(d.DialogueText(m))
	return cmd
}

// failed says why there is no file. In a low window the form's last line may be out
// of view, so the status line has it too.
func (q *fileForm) failed(why string) tea.Cmd {
	q.l.d.Say("")
	if q.l.d.LowWindow() {
		q.l.d.Warn(why)
	}
	return q.Fail(q.file, why)
}
