package command

import (
	"bytes"
	"context"

	"lotse/flows/phrase"
	"lotse/flows/run"
)

// examineSigner looks at the key by which this installation signs: which it is, and
// whether it can be used.
func (c *call) examineSigner(ctx context.Context, a run.Archive) doctorLine {
	l := doctorLine{Name: "signing", State: well}
	state, err := a.Signer().State(ctx)
	switch {
	case err != nil:
		l.State, l.Detail = wrong, c.why(err)
		return l
	case state.Key == nil:
		l.Detail = c.text("cmd.doctor_unsigned", "file", state.Path)
		return l
	}
	key := run.KeyName(state.Key)
	l.Detail = c.text("cmd.doctor_signing", "file", state.Path, "at", state.At.Local(), "words", phrase.Of(phrase.Signer, key).String(), "key", key)
	if n := len(state.Known); n > 0 && !bytes.Equal(state.Known[n-1], state.Key) {
		l.State, l.Advice = mind, c.text("cmd.doctor_signed_other")
	}
	return l
}
