package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// say sets the status line.
func (m *model) say(s string) { m.status = status{text: flows.CleanLine(s)} }

// warn sets the status line for what did not work.
func (m *model) warn(s string) { m.status = status{text: flows.CleanLine(s), bad: true} }

// tell says what a run says, in the run's language.
func (p *page) tell(msg flows.Message) string {
	lang := p.m.cfg.Lang
	if p != nil {
		lang = p.View().Lang
	}
	return words.Say(lang, msg)
}

// told says what the dialogue tells, in the person's language.
func (p *page) told(msg flows.Message) string { return face.MessageText(p.m.cfg.Lang, p.View().Lang, msg) }

// sentence says why something was refused or failed, in the person's language.
func (m *model) sentence(err error) string { return face.Capital(face.Sentence(m.cfg.Lang, err)) }

// label is what an item is called in a sentence.
func (pn *pen) label(iv *run.ItemView) string {
	if pn.share && iv.Item.Internal {
		return pn.t.Wizard.Hidden
	}
	return iv.Label()
}
