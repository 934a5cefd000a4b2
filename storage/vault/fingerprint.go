package vault

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"filippo.io/age"

	"lotse/flows/run"
)

// runKey is the key of a run's fingerprints. A key that cannot be opened without
// asking is followed by a new one, of the next epoch.
type runKey struct {
	epoch int
	key   []byte
}

// RunSetting names the setting that holds a run's sealed fingerprint key; that of a run
// on a server is kept by this name in the person's own folder. Whoever deletes a run
// removes the setting.
func RunSetting(runID string) string { return run.FingerprintPrefix + runID }

// foreignSetting names the setting that holds the newest epoch of a run's
// fingerprints that were made elsewhere. It goes with the run.
func foreignSetting(runID string) string { return run.ForeignPrefix + runID }

// Foreign notes fingerprints of a run that were made elsewhere, with keys that are
// not here: those of new keys made here are of later epochs.
func (v *Vault) Foreign(ctx context.Context, runID string, fingerprints []string) error {
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	stored, err := v.settings.Setting(ctx, foreignSetting(runID))
	if err != nil {
		return err
	}
	newest := epochOf(stored)
	for _, f := range fingerprints {
		number, _, _ := strings.Cut(strings.TrimPrefix(f, "k"), "-")
		newest = max(newest, epochOf(number))
	}
	if newest == epochOf(stored) {
		return nil
	}
	return v.settings.SetSetting(ctx, foreignSetting(runID), strconv.Itoa(newest))
}

// epochOf reads the number of an epoch; 0 where it is none.
func epochOf(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > 1<<30 {
		return 0
	}
	return n
}

// fingerprint names a value without telling it: "k1-" and 8 characters of a
// keyed hash, the number being the epoch of the key. Equal values have equal
// fingerprints within a run and an epoch, whatever their field, so that "is it
// the same secret?" can be answered; across epochs and runs nothing can.
func (v *Vault) fingerprint(ctx context.Context, mode run.Mode, to age.Recipient, runID string, value []byte) (string, error) {
	k, err := v.runKey(ctx, mode, to, runID)
	if err != nil {
		return "", fmt.Errorf("make a fingerprint for run %q: %w", runID, err)
	}
	mac := hmac.New(sha256.New, k.key)
	mac.Write(value)
	return fmt.Sprintf("k%d-%s", k.epoch, lower32(mac.Sum(nil))[:8]), nil
}

// runKey gives the key of a run: the one that this process knows, else the one
// that is kept where it opens silently, else a new one.
func (v *Vault) runKey(ctx context.Context, mode run.Mode, to age.Recipient, runID string) (runKey, error) {
	if k, ok := v.known(runID); ok {
		return k, nil
	}
	unlock, err := v.lockFolder(ctx)
	if err != nil {
		return runKey{}, err
	}
	defer unlock()
	if k, ok := v.known(runID); ok { // made while waiting for the lock
		return k, nil
	}
	stored, err := v.prints.Setting(ctx, RunSetting(runID))
	if err != nil {
		return runKey{}, err
	}
	epoch, blob := splitKey(stored)
	k := runKey{epoch: epoch, key: v.openKey(ctx, mode, runID, blob)}
	if k.key == nil {
		if k, err = v.newKey(ctx, to, runID, epoch); err != nil {
			return runKey{}, err
		}
	}
	v.remember(runID, k)
	return k, nil
}

// newKey makes and keeps a key for a run, of an epoch after the last one here, and after
// any that is known to have been made elsewhere.
func (v *Vault) newKey(ctx context.Context, to age.Recipient, runID string, last int) (k runKey, err error) {
	made, err := v.madeElsewhere(ctx, runID)
	if err != nil {
		return k, err
	}
	k.epoch = 1 + max(last, made)
	if k.key, err = v.bytes(32); err != nil {
		return k, err
	}
	blob, err := seal(to, binding{Use: useKey, Run: runID, Field: useKey, Created: v.now().UTC()}, k.key)
	if err != nil {
		return k, err
	}
	if v.remote { // the person's other machines have other keys
		if err := v.settings.SetSetting(ctx, foreignSetting(runID), strconv.Itoa(k.epoch)); err != nil {
			return k, err
		}
	}
	return k, v.prints.SetSetting(ctx, RunSetting(runID), joinKey(k.epoch, blob))
}

// madeElsewhere is the newest epoch of a run's fingerprints that are known to have been
// made with keys that are not here; 0 for none. A key that an older version left on a
// server is one of those, and is taken from there: anybody may have put it there who runs
// the server.
func (v *Vault) madeElsewhere(ctx context.Context, runID string) (int, error) {
	noted, err := v.settings.Setting(ctx, foreignSetting(runID))
	if err != nil || !v.remote {
		return epochOf(noted), err
	}
	left, err := v.settings.Setting(ctx, RunSetting(runID))
	if err != nil || left == "" {
		return epochOf(noted), err
	}
	epoch, _ := splitKey(left)
	return max(epochOf(noted), epoch), v.settings.SetSetting(ctx, RunSetting(runID), "")
}

// openKey opens a stored key without asking; nil where that cannot be.
func (v *Vault) openKey(ctx context.Context, mode run.Mode, runID string, blob []byte) []byte {
	if len(blob) == 0 {
		return nil
	}
	id := v.silentIdentity(ctx, mode)
	if id == nil {
		return nil
	}
	key, err := unseal(id, binding{Use: useKey, Run: runID, Field: useKey}, blob)
	if err != nil {
		return nil
	}
	return key
}

func (v *Vault) known(runID string) (runKey, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	k, ok := v.keys[runID]
	return k, ok
}

func (v *Vault) remember(runID string, k runKey) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.keys[runID] = k
}

// joinKey and splitKey write and read a setting "EPOCH:BASE64". A setting that
// is damaged still counts as an epoch, so that its number is not used again.
func joinKey(epoch int, blob []byte) string {
	return strconv.Itoa(epoch) + ":" + base64.StdEncoding.EncodeToString(blob)
}

func splitKey(setting string) (int, []byte) {
	if setting == "" {
		return 0, nil
	}
	number, text, _ := strings.Cut(setting, ":")
	epoch, err := strconv.Atoi(number)
	if err != nil || epoch < 1 || epoch > 1<<30 {
		return 1, nil
	}
	blob, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return epoch, nil
	}
	return epoch, blob
}

var encoding32 = base32.StdEncoding.WithPadding(base32.NoPadding)

func lower32(b []byte) string { return strings.ToLower(encoding32.EncodeToString(b)) }
