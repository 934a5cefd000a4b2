package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// say sets the status line.
func (m *model) say(s string) { m.status = status{text: flows.CleanLine(s)} }

// warn sets the status line for something that did not work.
func (m *model) warn(s string) { m.status = status{text: flows.CleanLine(s), bad: true} }

// runText is a message of the run, in the run's language, as it may be seen now.
func (p *page) runText(msg flows.Message) string {
	return words.Say(p.View().Lang, p.m.seen(msg))
}

// seen is a message as it may be seen now.
func (m *model) seen(msg flows.Message) flows.Message {
	if m.share {
		return walk.Public(msg)
	}
	return msg
}

// publicText is the name of an address as others who look on may see it.
func (p *page) publicText(at flows.Address) string { return p.dialogueText(p.PublicName(at)) }

// dialogueText is a message of the dialogue, in the person's language, as it may be
// seen now.
func (p *page) dialogueText(msg flows.Message) string {
	return face.MessageText(p.m.cfg.Lang, p.View().Lang, p.m.seen(msg))
}

// sentence says why something was refused or failed, in the person's language.
func (m *model) sentence(err error) string { return face.Capital(face.Sentence(m.cfg.Lang, err)) }

// label is the name of an item in a sentence.
func (pn *pen) label(iv *run.ItemView) string {
	if pn.share && iv.Item.Internal {
		return pn.t.Wizard.Hidden
	}
	return iv.Label()
}
