package run

import (
	"slices"
	"time"
)

// Sealed is a secret in the form in which it is kept: one age blob, bound to
// run, field and origin.
type Sealed struct {
	ID          string
	Run         string
	Field       string // field id
	Origin      string // scheme://host:port that it may be sent to; may be empty
	Fingerprint string // keyed per run; safe to show
	Blob        []byte
	At          time.Time

	// By is the member who sealed it, "" for whoever asks; For is whom else it was
	// sealed to; Me is who asks, of a secret that somebody else sealed. All only in a
	// team's store, which says them; of a new one For alone is written.
	By  string
	For []string
	Me  string
}

// Others reports whether only others can open the secret, as the store has it.
func (s *Sealed) Others() bool { return s.By != "" && !slices.Contains(s.For, s.Me) }

// Brought is the id of the sealed secret that an event set; "" for none, and where the
// event was erased.
func (e *Event) Brought() string {
	if e.Kind != EventSecretSet && e.Kind != EventRotationSealed || e.Data == nil {
		return ""
	}
	p, err := e.Payload()
	if err != nil {
		return ""
	}
	d, ok := p.(*SecretSealed)
	if !ok {
		return ""
	}
	return d.Secret
}

// Secret is a value that no print, log or encoder can show; only Reveal
// returns it.
type Secret struct{ reveal func() []byte }

// NewSecret wraps a value.
func NewSecret(b []byte) Secret { return Secret{reveal: func() []byte { return b }} }

// Reveal gives the value; nil for the zero Secret.
func (s Secret) Reveal() []byte {
	if s.reveal == nil {
		return nil
	}
	return s.reveal()
}
