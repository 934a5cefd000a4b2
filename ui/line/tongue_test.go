package line

import (
	"testing"

	"lotse/flows/words"
	"lotse/flows/words/wordstest"
)

// saidAnywhere is what is said in every language: codes of faults and rules, values, names of
// customers, and a step's sentence once the run speaks English.
const saidAnywhere = "secret-refused grant-refused ip-refused packed refused invalid_client invalid_scope invalid_target invalid_request invalid " +
	"code-spoilt code-too-long business-id-invalid long spoilt empty Vain Person such one two which comes Please read me the name of the ship and the day on which she comes"

// TestTalksInEveryLanguage holds all talks in the other languages, on a wide and
// on a narrow screen: nothing that is said is English, and no line is too wide.
// Whoever types does it in English, so that a talk may take another way.
func TestTalksInEveryLanguage(t *testing.T) {
	typed := []string{saidAnywhere}
	for _, talk := range talks {
		typed = append(typed, talk.typed...)
	}
	for _, lang := range words.Languages()[1:] {
		english := wordstest.NewEnglish(lang, typed...)
		for name, talk := range talks {
			t.Run(name+"."+lang, func(t *testing.T) {
				for _, width := range []int{80, 40} {
					r := talk.rig(t, lang)
					r.width = width
					r.types(talk.typed...)
					r.plain()
					said := r.paper.own.String() + r.talk.String()
					if found := english.In(said); len(found) > 0 {
						t.Errorf("at %d: English: %q\n%s", width, found, said)
					}
				}
			})
		}
	}
}
