package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// attached are the lines of what is attached to an item or the step. Others who
// look on do not see them.
func (s *stepLayout) attached(all []run.Attachment, indent string) []string {
	if s.m.share {
		return nil
	}
	var lines []string
	for i := range all {
		text := face.Attachment(s.m.cfg.Lang, &all[i])
		lines = append(lines, theme.Hang(indent+s.t.Dim.Render("+")+" ", s.t.Dim.Render(text), s.w)...)
	}
	return lines
}

// sentenceOf is a sentence in the person's language.
func (m *model) sentenceOf(code string, args ...any) string {
	return words.Say(m.cfg.Lang, flows.Msg(code, args...))
}

// attaches reports whether ctrl+f attaches: in a list it brings rows.
func attaches(p *page) bool { return p.At().Step != "" && !onKind(flows.KindList)(p) }

// attach asks for a file, and a note on it, for the focused item; the page as a
// whole is the step.
func (r *overlays) attach() tea.Cmd {
	p, m := r.p, r.p.m
	at := p.At().Whole()
	if !p.engaged {
		at = flows.AtStep(at.Step)
	}
	f := room.NewForm(roomDesk{m}, m.sentenceOf("attach.title", "what", p.publicText(at)))
	f.AddKept(at.InForm(walk.AttachForm, "path"), m.sentenceOf("attach.path"), "", func(text string) field.Widget { return m.kit.Path(text, m.t.Field.FileHint) }, 1)
	f.AddKept(at.InForm(walk.AttachForm, "note"), m.sentenceOf("attach.note_row"), "", m.line, 1)
	f.Submit = func(f *room.Form) tea.Cmd { return f.Answered(p.Attach(at, f.Text(0), f.Text(1))) }
	m.openOver(f)
	return nil
}

// filesHere are the kept files of the focused item, and where they are; of the step
// if it has none. Those of an internal step are none while somebody looks on.
func (p *page) filesHere() ([]run.File, flows.Address) {
	at := p.At().Whole()
	if p.IsHidden(p.Step()) {
		return nil, at
	}
	if files := p.View().FilesAt(at); len(files) > 0 {
		return files, at
	}
	at = flows.AtStep(at.Step)
	return p.View().FilesAt(at), at
}

func hasFiles(p *page) bool {
	files, _ := p.filesHere()
	return len(files) > 0
}

// openFile opens the kept file of the focused item, or of the step; where there are
// several it asks which.
func (r *overlays) openFile() tea.Cmd {
	p, m := r.p, r.p.m
	files, at := p.filesHere()
	if len(files) == 1 {
		return openKept(p, files[0])
	}
	var options []flows.Option
	for _, f := range files {
		options = append(options, flows.Option{Value: f.Sum, Label: flows.CleanLine(f.Name)})
	}
	f := room.NewForm(roomDesk{m}, p.publicText(at))
	f.AddChoice(m.sentenceOf("attach.path"), m.kit.Options(options, files[0].Sum), min(len(options), 8))
	f.Submit = func(f *room.Form) tea.Cmd {
		for _, file := range files {
			if file.Sum == f.Text(0) {
				return tea.Batch(f.Answered(walk.Turn{}), openKept(p, file))
			}
		}
		return nil
	}
	m.openOver(f)
	return nil
}

// openKept has the system show a kept file, while the screen goes on.
func openKept(p *page, f run.File) tea.Cmd {
	m := p.m
	ctx, a, tools, now := m.ctx, outside.WithEnclosures(m.cfg.Archive, p.View()), m.cfg.Tools, m.now()
	return guarded(func() tea.Msg {
		_, told, opened, err := outside.OpenKept(ctx, a, tools, f, now)
		if err != nil {
			told = flows.Reason(err)
		}
		return openedFileMsg{told, opened}
	})
}
