package desk

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/value"
)

// wholeValue shows the value in the focus in full.
func wholeValue(p *page) tea.Cmd {
	p.m.openOver(value.New(roomDesk{p.m}, p.shownValue()))
	return nil
}

// hasValue reports whether something stands in the focus that can be shown in full.
func hasValue(p *page) bool { return p.Item() != nil && p.shownValue().Text != "" }

// shownValue is what is shown of the item or the cell in the focus.
func (p *page) shownValue() value.Shown {
	m, at, iv := p.m, p.At(), p.Item()
	spoken := p.Spoken(at)
	of := value.Shown{Name: p.Name(at), Text: spoken.Text, Secret: spoken.Secret}
	typed, unsaved := p.Typed(at)
	switch {
	case spoken.Secret:
		of.Text = m.t.Field.SecretSet
		if !m.share && iv.Fingerprint != "" {
			of.Text += m.th.Dot + iv.Fingerprint
		}
	case unsaved && !typed.Hidden && typed.Text != "":
		of.Text, of.About = typed.Text, []string{m.t.Wizard.Unsaved}
		return of
	}
	for _, pv := range problemsAt(iv, at) {
		of.About = append(of.About, p.runText(pv.Message))
	}
	of.Warning = len(of.About)
	if e := run.Entered(p.s.Events(), at); e != nil {
		by := words.Say(m.t.Lang, flows.Msg("page.value_entered", "when", m.dayAndTime(e.At), "by", flows.CleanLine(e.By)))
		of.About = append(of.About, by)
	} else if iv.Default {
		of.About = append(of.About, m.t.Field.Default)
	}
	return of
}

// problemsAt are the problems of an item, or of one of its cells.
func problemsAt(iv *run.ItemView, at flows.Address) []run.ProblemView {
	if at.Row == "" {
		return iv.Problems
	}
	var out []run.ProblemView
	for i := range iv.Rows {
		for _, pv := range iv.Rows[i].Problems {
			if iv.Rows[i].Row == at.Row && pv.Column == at.Column {
				out = append(out, pv)
			}
		}
	}
	return out
}

// moreOfIt is the hint beside a value that is cut: the key that shows all of it.
func (s *stepLayout) moreOfIt() string {
	return s.t.Faint.Render(fmt.Sprintf("i %s", words.Say(s.m.t.Lang, flows.Msg("page.value_key"))))
}
