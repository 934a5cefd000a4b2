package vault

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/phrase"
	"lotse/flows/run"
)

// proofSetting holds what only the holder of the identity can have made of the recovery's
// recipient. By it another machine of the same person knows that recipient for theirs.
const proofSetting = "vault.recovery.proof"

// claimed is the public key that the server shows others as the own one: what somebody
// says, who may be its administrator. "" where there is no server.
func (v *Vault) claimed(ctx context.Context) (string, error) {
	if !v.remote {
		return "", nil
	}
	key, err := v.settings.Setting(ctx, recipientSetting)
	if err != nil {
		return "", fmt.Errorf("read what the server says: %w", err)
	}
	return key, nil
}

// elsewhere refuses to make another key where the server knows one that is not here.
func (v *Vault) elsewhere(claimed string) error {
	return flows.Refuse(flows.ErrFailed, nil, "vault.key_elsewhere", "folder", v.dir, "words", wordsOf(claimed))
}

// broughtHere refuses to go on where the server knows of a key that certainly is not here.
func (v *Vault) broughtHere(ctx context.Context, claimed string) error {
	if claimed == "" || hasIdentityFile(v.Path()) {
		return nil
	}
	kept, err := v.adopted(ctx, claimed)
	if err != nil || kept != nil {
		return err
	}
	return v.elsewhere(claimed)
}

// takeOver takes the identity that the server knows of, where none was chosen here yet. It
// may ask, as the first sealing does.
func (v *Vault) takeOver(ctx context.Context) error {
	_, own, err := v.chosen(ctx)
	if err != nil || own != "" {
		return err
	}
	claimed, err := v.claimed(ctx)
	if err == nil && claimed != "" {
		_, err = v.createFirst(ctx)
	}
	return err
}

// unlockBrought takes over the file of the identity that the server knows of.
func (v *Vault) unlockBrought(ctx context.Context, passphrase run.Secret) error {
	claimed, err := v.claimed(ctx)
	if err != nil {
		return err
	}
	if claimed == "" {
		return flows.Refuse(flows.ErrNoIdentity, nil, "vault.nothing_to_unlock")
	}
	_, err = v.create(ctx, false, run.FilePlace, v.putFile(passphrase))
	return err
}

// wordsOf are the words of a key that a server says.
func wordsOf(key string) string { return phrase.Of(phrase.Recipient, key).String() }

// fitting refuses an identity that is not the one of which the server knows.
func (v *Vault) fitting(id *age.X25519Identity, claimed string) error {
	own := id.Recipient().String()
	if claimed == "" || claimed == own {
		return nil
	}
	return flows.Refuse(flows.ErrFailed, nil, "vault.other_claim", "words", wordsOf(own), "claimed", wordsOf(claimed))
}

// Declare has the store show others the own public key. was is what it showed before,
// where that was another; "" where all was well.
func (v *Vault) Declare(ctx context.Context) (was string, err error) {
	_, own, err := v.chosen(ctx)
	if err != nil || own == "" || !v.remote {
		return "", err
	}
	claimed, err := v.claimed(ctx)
	if err != nil || claimed == own {
		return "", err
	}
	return claimed, v.settings.SetSetting(ctx, recipientSetting, own)
}

// Renounce has the store show others no public key of a machine that is not here any more,
// so that Init makes another; Exists where the key is here.
func (v *Vault) Renounce(ctx context.Context) error {
	place, own, err := v.chosen(ctx)
	switch {
	case err != nil:
		return err
	case own != "":
		return exists(place)
	}
	return v.settings.SetSetting(ctx, recipientSetting, "")
}

// proofOf is what only the holder of an identity can make of a text.
func proofOf(id *age.X25519Identity, text string) string {
	mac := hmac.New(sha256.New, []byte(id.String()))
	mac.Write([]byte("lotse proof\x00" + text))
	return hex.EncodeToString(mac.Sum(nil))
}

// learnRecovery takes over the recovery that was made at another machine, if the holder
// of the identity has made it.
func (v *Vault) learnRecovery(ctx context.Context, id *age.X25519Identity) error {
	if !v.remote {
		return nil
	}
	said := map[string]string{}
	for _, name := range []string{recoverySetting, escrowSetting, proofSetting} {
		value, err := v.settings.Setting(ctx, name)
		if err != nil {
			return fmt.Errorf("read what the server says: %w", err)
		}
		said[name] = value
	}
	if !hmac.Equal([]byte(said[proofSetting]), []byte(proofOf(id, said[recoverySetting]))) {
		return nil
	}
	for _, name := range []string{escrowSetting, recoverySetting} {
		if err := v.own.SetSetting(ctx, name, said[name]); err != nil {
			return fmt.Errorf("take over %s: %w", name, err)
		}
	}
	return nil
}

// confirmedSetting names the setting with the key of a member that was confirmed here.
func confirmedSetting(member string) string { return "vault.confirmed." + member }

// Confirmed is the public key of a member that was confirmed here; "" for none.
func (v *Vault) Confirmed(ctx context.Context, member string) (string, error) {
	return v.own.Setting(ctx, confirmedSetting(member))
}

// Confirm notes the public key of a member, whose words were compared.
func (v *Vault) Confirm(ctx context.Context, member, key string) error {
	return v.own.SetSetting(ctx, confirmedSetting(member), key)
}

// adopted is the identity that the server knows of, from the keychain of another start or
// machine; nil where it is not there.
func (v *Vault) adopted(ctx context.Context, claimed string) (*age.X25519Identity, error) {
	if claimed == "" || !v.keychainIsSilent(ctx) {
		return nil, ctx.Err()
	}
	text, err := v.fetch(ctx, claimed)
	if err != nil {
		return nil, ctx.Err()
	}
	id, err := age.ParseX25519Identity(text)
	if err != nil || id.Recipient().String() != claimed {
		return nil, nil // err may quote it
	}
	return id, nil
}

// claim puts an identity's public key where others see it, and the place where it is kept
// where only its owner writes; the own recipient comes last, because it is what counts.
func (v *Vault) claim(ctx context.Context, recipient string) error {
	if v.remote {
		if err := v.settings.SetSetting(ctx, recipientSetting, recipient); err != nil {
			return fmt.Errorf("tell the server the public key: %w", err)
		}
	}
	if err := v.own.SetSetting(ctx, recipientSetting, recipient); err != nil {
		return fmt.Errorf("write vault recipient: %w", err)
	}
	return nil
}

var _ run.Vault = (*Vault)(nil)
