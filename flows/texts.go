package flows

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
)

// TextAt is a text of a procedure that is translated.
type TextAt struct {
	Path   string // such as steps.applies.items.uses_connect5.label
	Text   string
	Digest string // first 8 hex digits of the SHA-256 of the text
}

// Texts lists the texts of a procedure, in its order: what a translation has to
// have. An option that is its own label is not among them.
func (p *Procedure) Texts() []TextAt {
	var texts []TextAt
	p.eachPassage(func(t Passage) {
		if t.Translated {
			texts = append(texts, TextAt{t.Path, *t.Text, textDigest(*t.Text)})
		}
	})
	return texts
}

// textDigest is what an overlay names of the text that it translates.
func textDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// Passages gives every text of the procedure that is not empty, by its path, in its
// order.
func (p *Procedure) Passages() iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		on := true
		p.eachPassage(func(t Passage) {
			on = on && yield(t.Path, *t.Text)
		})
	}
}
