package vault

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"

	"lotse/flows"
	"lotse/flows/run"
)

// NeedsPassphrase is the code of the refusal to open a hand-over that is sealed
// under a passphrase, where none was given.
const NeedsPassphrase = "vault.hand_over_passphrase"

const (
	// maxHandOver bounds an armored file: a third more than a blob, and its lines.
	maxHandOver = maxBlob + maxBlob/2
	// maxHandOverFactor is the work factor that sealing uses: opening takes 256 MiB
	// of memory and never more, whatever a file asks for.
	maxHandOverFactor = 18
)

// Recipient gives a public key of another's as it is written, "age1...", without
// what stands around it; it refuses whatever a secret cannot be sealed to.
func (*Vault) Recipient(key string) (string, error) {
	to, err := parseRecipient(key)
	if err != nil {
		return "", err
	}
	return to.String(), nil
}

// parseRecipient reads a public key. What it refuses is not repeated: it may be
// a private key.
func parseRecipient(key string) (*age.X25519Recipient, error) {
	if key = strings.TrimSpace(key); key == strings.ToUpper(key) {
		key = strings.ToLower(key) // as a QR code may have it
	}
	to, err := age.ParseX25519Recipient(key)
	if err == nil {
		return to, nil
	}
	code := "vault.no_recipient"
	switch lower := strings.ToLower(key); {
	case strings.HasPrefix(lower, "age-secret-key-") || strings.HasPrefix(lower, "age-plugin-") || strings.Contains(lower, "private key"):
		code = "vault.private_key"
	case strings.HasPrefix(lower, "ssh-") || strings.HasPrefix(lower, "age1") && len(lower) != recipientLength:
		code = "vault.other_recipient"
	}
	return nil, flows.Refuse(flows.ErrUsage, nil, code, "n", recipientLength)
}

// recipientLength is the length of a public key in text.
const recipientLength = 62

// SealTo seals a kept secret once more, for somebody else: an armored age file
// of its own, which holds run, field, origin and the time at which the secret was
// kept. It opens the secret first, with what Open may ask and refuse.
func (v *Vault) SealTo(ctx context.Context, mode run.Mode, s run.Sealed, to run.SealTarget) ([]byte, error) {
	recipient, err := v.target(to)
	if err != nil {
		return nil, err
	}
	secret, err := v.Open(ctx, mode, s)
	if err != nil {
		return nil, err
	}
	defer clear(secret.Reveal())
	b := binding{Use: useHandOver, Mode: mode, Run: s.Run, Field: s.Field, Origin: s.Origin, Created: s.At.UTC()}
	plain, err := plaintext(b, secret.Reveal())
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	var file bytes.Buffer
	w := armor.NewWriter(&file)
	if err := encrypt(w, plain, recipient); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return file.Bytes(), nil
}

// target is the recipient that is asked for.
func (v *Vault) target(to run.SealTarget) (age.Recipient, error) {
	passphrase := to.Passphrase.Reveal()
	switch {
	case to.Recipient != "" && len(passphrase) > 0:
		return nil, flows.Refuse(flows.ErrUsage, nil, "vault.two_targets")
	case to.Recipient != "":
		return parseRecipient(to.Recipient)
	case len(passphrase) == 0:
		return nil, flows.Refuse(flows.ErrUsage, nil, "vault.no_target")
	}
	key, err := age.NewScryptRecipient(string(passphrase))
	if err != nil {
		return nil, flows.Refuse(flows.ErrUsage, nil, "vault.no_target")
	}
	key.SetWorkFactor(v.workFactor)
	return key, nil
}

// OpenFrom opens a file that SealTo made elsewhere, with this installation's own
// key or, where the file is sealed under one, with the passphrase. It refuses
// with flows.ErrSealed, as NeedsPassphrase or WrongPassphrase, what the right
// passphrase would open; with flows.ErrDamaged what is no such file, or too large,
// or was changed; with flows.ErrFailed what is sealed for somebody else.
func (v *Vault) OpenFrom(ctx context.Context, file []byte, passphrase run.Secret) (run.HandOver, error) {
	found, err := stanzasOf(file)
	if err != nil {
		return run.HandOver{}, err
	}
	id, err := v.identityFor(ctx, found, passphrase)
	if err != nil {
		return run.HandOver{}, err
	}
	buf := make([]byte, maxBlob)
	defer clear(buf)
	plain, err := decryptHandOver(buf, file, id)
	if err != nil {
		return run.HandOver{}, err
	}
	c, err := decode(plain)
	if err != nil {
		return run.HandOver{}, handOverDamaged(err)
	}
	if c.Use != useHandOver {
		clear(c.Value)
		return run.HandOver{}, flows.Refuse(flows.ErrDamaged, nil, "vault.no_hand_over")
	}
	return run.HandOver{Mode: c.Mode, Run: c.Run, Field: c.Field, Origin: c.Origin, Created: c.Created, Secret: run.NewSecret(c.Value)}, nil
}

// decryptHandOver reads the plaintext of a hand-over into buf.
func decryptHandOver(buf, file []byte, id age.Identity) ([]byte, error) {
	r, err := age.Decrypt(armor.NewReader(bytes.NewReader(file)), id)
	var none *age.NoIdentityMatchError
	switch _, isPassphrase := id.(*age.ScryptIdentity); {
	case errors.As(err, &none) && isPassphrase:
		return nil, flows.Refuse(flows.ErrSealed, nil, "vault.hand_over_wrong")
	case errors.As(err, &none):
		return nil, flows.Refuse(flows.ErrFailed, nil, "vault.hand_over_others")
	case err != nil:
		return nil, handOverDamaged(err)
	}
	plain, err := readInto(buf, r)
	if err != nil {
		return nil, handOverDamaged(err)
	}
	return plain, nil
}

// identityFor is the key that opens a file with such stanzas.
func (v *Vault) identityFor(ctx context.Context, found stanzas, passphrase run.Secret) (age.Identity, error) {
	given := len(passphrase.Reveal()) > 0
	switch kinds := found.kinds(); {
	case slices.Equal(kinds, []string{"scrypt"}):
		if !given {
			return nil, flows.Refuse(flows.ErrSealed, nil, NeedsPassphrase)
		}
		return scryptIdentity(found[0], passphrase)
	case slices.Contains(kinds, "scrypt"):
		return nil, handOverDamaged(nil) // age seals so to nobody
	case !slices.Contains(kinds, "X25519"):
		return nil, flows.Refuse(flows.ErrFailed, nil, "vault.hand_over_unknown", "kinds", shortly(kinds))
	case given:
		return nil, flows.Refuse(flows.ErrUsage, nil, "vault.hand_over_key")
	}
	return v.identity(ctx, run.Real)
}

// scryptIdentity is the key that a passphrase gives, if the file asks for no more
// work than sealing takes.
func scryptIdentity(s *age.Stanza, passphrase run.Secret) (age.Identity, error) {
	if len(s.Args) != 2 {
		return nil, handOverDamaged(nil)
	}
	if n, err := strconv.Atoi(s.Args[1]); err != nil || n > maxHandOverFactor {
		return nil, flows.Refuse(flows.ErrLimit, nil, "vault.hand_over_costly")
	}
	key, err := age.NewScryptIdentity(string(passphrase.Reveal()))
	if err != nil {
		return nil, flows.Refuse(flows.ErrSealed, nil, NeedsPassphrase)
	}
	key.SetMaxWorkFactor(maxHandOverFactor)
	return key, nil
}

// stanzas are the recipients that an age file names in its header.
type stanzas []*age.Stanza

// Unwrap takes note of the stanzas, and opens none.
func (s *stanzas) Unwrap(all []*age.Stanza) ([]byte, error) {
	*s = all
	return nil, age.ErrIncorrectIdentity
}

// kinds are the kinds of the stanzas, each once.
func (s stanzas) kinds() []string {
	var all []string
	for _, one := range s {
		if !slices.Contains(all, one.Type) {
			all = append(all, one.Type)
		}
	}
	return all
}

// stanzasOf reads the header of a hand-over.
func stanzasOf(file []byte) (stanzas, error) {
	if len(file) > maxHandOver {
		return nil, flows.Refuse(flows.ErrLimit, nil, "vault.hand_over_large", "limit", maxHandOver>>10)
	}
	if _, err := io.Copy(io.Discard, armor.NewReader(bytes.NewReader(file))); err != nil {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "vault.no_hand_over") // err may quote the file, which may be anything
	}
	var found stanzas
	_, err := age.Decrypt(armor.NewReader(bytes.NewReader(file)), &found)
	if len(found) == 0 {
		return nil, handOverDamaged(err)
	}
	return found, nil
}

// shortly joins names that a file of another's has chosen.
func shortly(names []string) string {
	return flows.Short(strings.Join(names[:min(len(names), 3)], ", "))
}

// handOverDamaged refuses what no longer is what was sealed. Neither it nor err
// tells anything of the content.
func handOverDamaged(err error) error {
	return flows.Refuse(flows.ErrDamaged, nil, "vault.hand_over_changed").Because(err)
}
