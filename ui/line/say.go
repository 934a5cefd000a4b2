package line

import (
	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/face"
)

// said is what a run says, in the run's language.
func (w *dialogue) said(m flows.Message) string { return words.Say(w.view().Lang, m) }

// sentence says why something was refused or failed, in the person's language.
func (k *voice) sentence(err error) string { return sentence(face.Capital(face.Sentence(k.Lang, err))) }
