package run

import (
	"slices"

	"lotse/flows"
)

// SecretPurpose says what a kept secret was opened for.
type SecretPurpose string

// What a kept secret is opened for.
const (
	SecretCopied     SecretPurpose = "copied"      // to the clipboard
	SecretRevealed   SecretPurpose = "revealed"    // on a screen, or to a pipe
	SecretHandedOver SecretPurpose = "handed_over" // sealed for somebody else: To has the words of their key, "" where it is a passphrase
	SecretShared     SecretPurpose = "shared"      // sealed to a member of the team, too: To has their name and, where it was not already before, the words of their key
	SecretUnshared   SecretPurpose = "unshared"    // sealed anew without a member: To has their name
	SecretChecked    SecretPurpose = "checked"     // sent by a check: To is the origin, scheme://host:port, that it is bound to from then on
)

type (
	// UseSecret puts on record that a kept secret is used. It is saved before the
	// value is shown or sent, so that no use is missing from the log. Secret is the
	// id in the vault: that of the field's present secret, or of one that it had.
	UseSecret struct {
		At      flows.Address
		Secret  string
		Purpose SecretPurpose
		To      string
	}
	// SecretUsed says that a kept secret was used, and for what. It holds nothing
	// of the value, so that an erased secret leaves on record who has seen it.
	SecretUsed struct {
		Item    string        `json:"item"`
		Secret  string        `json:"secret"` // id in the vault
		Purpose SecretPurpose `json:"purpose"`
		To      string        `json:"to,omitempty"`
	}
)

func (UseSecret) command() {}

// useCodes are the sentences about each purpose.
var useCodes = map[SecretPurpose]string{
	SecretCopied: "event.secret_copied", SecretRevealed: "event.secret_revealed",
	SecretHandedOver: "event.secret_handed_over", SecretChecked: "event.secret_checked",
	SecretShared: "event.secret_shared", SecretUnshared: "event.secret_unshared",
}

func (s *state) decideUse(c UseSecret) ([]decision, error) {
	at, it, err := s.target(c.At, flows.KindField)
	if err != nil {
		return nil, err
	}
	name := s.plan.name(at)
	switch {
	case it.Field.Type != flows.TypeSecret:
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.no_secret", "item", name)
	case !slices.Contains(s.secrets[name], c.Secret) || c.Secret == "":
		return nil, flows.Refuse(flows.ErrNotFound, s.plan.address(at), "refuse.holds_no_secret", "item", name)
	case useCodes[c.Purpose] == "":
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.no_purpose", "purpose", string(c.Purpose))
	case c.Purpose == SecretChecked && slices.Contains(s.hosts[c.Secret], c.To):
		return nil, nil
	}
	return s.itemDecision(EventSecretUsed, at, &SecretUsed{Item: name, Secret: c.Secret, Purpose: c.Purpose, To: flows.CleanLine(c.To)}), nil
}

// sharedWith puts on record for whom a new secret is sealed besides whoever seals it.
func (s *state) sharedWith(at place, sealed *Sealed) (all []decision) {
	if sealed == nil {
		return nil
	}
	for _, member := range sealed.For {
		all = append(all, s.itemDecision(EventSecretUsed, at, &SecretUsed{Item: s.plan.name(at), Secret: sealed.ID, Purpose: SecretShared, To: flows.CleanLine(member)})...)
	}
	return all
}

// foldUsed binds a secret that was sent; another use changes nothing but the log.
func (s *state) foldUsed(_ *Event, d *SecretUsed) {
	if d.Purpose == SecretChecked {
		s.bind(d.Secret, d.To)
	}
}

// used describes what a secret was used for.
func (t eventDescriber) used(d *SecretUsed) flows.Message {
	code := useCodes[d.Purpose]
	switch {
	case code == "":
		return t.about("event.secret_used", d.Item)
	case d.Purpose == SecretHandedOver && d.To == "":
		return t.about("event.secret_passphrase", d.Item)
	}
	return t.about(code, d.Item).With("to", flows.Short(d.To))
}
