package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// SecretUse is a use of a kept secret: of which field, by its id in the vault,
// and what for.
type SecretUse struct {
	At      flows.Address
	ID      string
	Purpose run.SecretPurpose
}

// Reach is how a secret comes to a clipboard from where the face runs.
type Reach struct {
	Program  string   // of the system; "" where only the terminal can be asked
	Readable bool     // what the program was given can be read back, and cleared
	Through  []string // of "tmux", "screen", "ssh": what lies between here and the person
}

type (
	// OpenSecret opens a kept secret, where Unlock says so after unlocking the key
	// with the passphrase; Walk.SecretOpened.
	OpenSecret struct {
		Use        SecretUse
		Unlock     bool
		Passphrase run.Secret
	}
	// Unlock asks for the passphrase of the key; Walk.Unlock. Why says why it is
	// asked for once more, nothing the first time.
	Unlock struct {
		Use SecretUse
		Why flows.Message
	}
	// Expose asks whether a secret is copied all the same, though it stays
	// elsewhere then: Why says where; Walk.CopyAnyway.
	Expose struct {
		Use SecretUse
		Why []flows.Message
	}
)

func (OpenSecret) request() {}
func (Unlock) question()    {}
func (Expose) question()    {}

// KeptSecret is the secret field of an item, or that which it is a copy of, if a
// secret is kept there.
func (w *position) KeptSecret(at flows.Address) (flows.Address, *run.ItemView, bool) {
	iv := w.ItemAt(at)
	for iv != nil && iv.Item.Copy != nil && iv.Item.Copy.Of != "" {
		iv = w.view.Field(iv.Item.Copy.Of)
	}
	if iv == nil || iv.Item.Field == nil || iv.Item.Field.Type != flows.TypeSecret || iv.SecretID == "" {
		return flows.Address{}, nil, false
	}
	return flows.Address{Step: stepOf(w.view, iv), Item: iv.Item.ID}, iv, true
}

// RevealSecret shows the kept secret of an item.
func (w *Walk) RevealSecret(at flows.Address) Turn {
	return w.useSecret(at, run.SecretRevealed)
}

// CopySecret copies the kept secret of an item to the clipboard. Where something
// lies between here and the person, the turn asks first.
func (w *Walk) CopySecret(at flows.Address, by Reach) Turn {
	t := w.useSecret(at, run.SecretCopied)
	if len(t.Do) == 0 || len(by.Through) == 0 {
		return t
	}
	return Turn{Ask: Expose{Use: t.Do[0].(OpenSecret).Use, Why: by.Exposure()}}
}

func (w *Walk) useSecret(at flows.Address, purpose run.SecretPurpose) Turn {
	field, iv, ok := w.KeptSecret(at)
	if !ok {
		return tell("use.none")
	}
	return Turn{Do: []Request{OpenSecret{Use: SecretUse{At: field, ID: iv.SecretID, Purpose: purpose}}}}
}

// CopyAnyway answers Expose with yes.
func (w *Walk) CopyAnyway(q Expose) Turn { return Turn{Do: []Request{OpenSecret{Use: q.Use}}} }

// Unlock answers Unlock.
func (w *Walk) Unlock(q Unlock, passphrase run.Secret) Turn {
	return Turn{Do: []Request{OpenSecret{Use: q.Use, Unlock: true, Passphrase: passphrase}}}
}

// SecretOpened takes the result of OpenSecret: that a passphrase is needed, with
// an error that the given one is wrong, or an error alone. If the turn is Done
// the use is in the log, and the face shows or copies the secret as soon as that
// is saved.
func (w *Walk) SecretOpened(r OpenSecret, locked bool, err error) Turn {
	switch {
	case locked && err != nil:
		return Turn{Ask: Unlock{Use: r.Use, Why: flows.Reason(err)}}
	case locked:
		return Turn{Ask: Unlock{Use: r.Use}}
	case err != nil:
		return w.failed(err)
	}
	return w.Record(Stay, run.UseSecret{At: r.Use.At, Secret: r.Use.ID, Purpose: r.Use.Purpose})
}

// exposures are the sentences about what lies between: for a program of this
// machine, and for the terminal.
var exposures = map[string][2]string{
	"tmux":   {"use.through_tmux_here", "use.through_tmux"},
	"screen": {"use.through_screen_here", "use.through_screen"},
	"ssh":    {"use.through_ssh", "use.through_ssh"},
}

// Exposure says where a copied secret stays because of what lies between.
func (r Reach) Exposure() []flows.Message {
	how := 0
	if r.Program == "" {
		how = 1
	}
	var all []flows.Message
	for _, what := range r.Through {
		all = append(all, flows.Msg(exposures[what][how]))
	}
	return all
}

// Fate says what stays where once a secret is copied, and when it goes.
func (r Reach) Fate(seconds int) flows.Message {
	switch {
	case r.Program == "":
		return flows.Msg("use.fate_terminal")
	case !r.Readable:
		return flows.Msg("use.fate_kept", "program", r.Program)
	}
	return flows.Msg("use.fate", "program", r.Program, "n", seconds)
}
