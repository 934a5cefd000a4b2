package vault

import (
	"context"
	"slices"
	"strings"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// Others is the code of the refusal to open what only a colleague can open.
const Others = "vault.others"

// others refuses to open a colleague's secret, and says who can.
func others(s run.Sealed) error {
	can := append([]string{s.By}, s.For...)
	return flows.Refuse(flows.ErrDenied, flows.Address{Item: s.Field}, Others,
		"field", s.Field, "run", s.Run, "by", s.By, "can", strings.Join(can, ", "), "me", s.Me)
}

// withKeys adds public keys to whom something is sealed, each once.
func withKeys(own age.Recipient, keys []string) (age.Recipient, error) {
	if len(keys) == 0 {
		return own, nil
	}
	to := recipients{own}
	for _, key := range slices.Compact(slices.Sorted(slices.Values(keys))) {
		one, err := parseRecipient(key)
		if err != nil {
			return nil, err
		}
		to = append(to, one)
	}
	return to, nil
}

// SealAnew seals a kept secret again, with what it is bound to: to the own key, with its
// recovery, and to each of these public keys. It opens the secret first, with what Open
// may ask and refuse.
func (v *Vault) SealAnew(ctx context.Context, mode run.Mode, s run.Sealed, keys []string) ([]byte, error) {
	own, err := v.recipient(ctx, mode)
	if err != nil {
		return nil, err
	}
	to, err := withKeys(own, keys)
	if err != nil {
		return nil, err
	}
	secret, err := v.Open(ctx, mode, s)
	if err != nil {
		return nil, err
	}
	defer clear(secret.Reveal())
	return seal(to, binding{Use: useSecret, Run: s.Run, Field: s.Field, Origin: s.Origin, Created: s.At.UTC()}, secret.Reveal())
}
