package desk

import (
	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/face"
)

// tell says what a run says, in the run's language.
func (m *model) tell(msg flows.Message) string {
	lang := m.cfg.Lang
	if m.page != nil && m.page.view != nil {
		lang = m.page.view.Lang
	}
	return words.Say(lang, msg)
}

// sentence says why something was refused or failed, in the person's language.
func (m *model) sentence(err error) string { return capital(face.Sentence(m.cfg.Lang, err)) }
