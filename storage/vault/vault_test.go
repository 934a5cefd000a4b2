package vault

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func TestSealNeedsNoUnlocking(t *testing.T) {
	m, dir := filed(t)
	later := quick(Options{Dir: dir, Settings: m, Keychain: absent()}) // no terminal, no keychain
	s := mustSeal(t, later, run.Real, "s3cret")
	blob, err := later.SealUnsaved(t.Context(), run.Real, "run-1", "client_secret", secret("half"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := later.Open(t.Context(), run.Real, s); !errors.Is(err, flows.ErrSealed) {
		t.Errorf("open without a terminal: %v, want ErrSealed", err)
	}
	if err := later.Unlock(t.Context(), secret("correct horse")); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, later, run.Real, s, "s3cret")
	back, err := later.OpenUnsaved(t.Context(), run.Real, "run-1", "client_secret", blob)
	if err != nil || string(back.Reveal()) != "half" {
		t.Errorf("unsaved input does not come back: %v", err)
	}
}

func TestSealedIsWhole(t *testing.T) {
	m, dir := filed(t)
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	s, other := mustSeal(t, v, run.Real, "s3cret"), mustSeal(t, v, run.Real, "s3cret")
	if s.ID == "" || s.ID == other.ID {
		t.Errorf("ids %q and %q", s.ID, other.ID)
	}
	if s.Run != "run-1" || s.Field != "client_secret" || s.Origin != origin {
		t.Errorf("bound to %q %q %q", s.Run, s.Field, s.Origin)
	}
	if s.At.Nanosecond() != 123e6 || s.At.Location().String() != "UTC" {
		t.Errorf("at %s, want UTC to the millisecond", s.At)
	}
	if bytes.Equal(s.Blob, other.Blob) {
		t.Error("equal values gave equal blobs")
	}
	for _, place := range []string{string(s.Blob), s.Fingerprint, s.ID} {
		if strings.Contains(place, "s3cret") || strings.Contains(place, "run-1") {
			t.Error("something of the plaintext shows")
		}
	}
}

func TestOpenAsksOnceAndClears(t *testing.T) {
	m, dir := filed(t)
	s := mustSeal(t, quick(Options{Dir: dir, Settings: m, Keychain: absent()}), run.Real, "s3cret")
	a := &asker{answers: []string{"correct horse"}}
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent(), Ask: a.ask})
	mustOpen(t, v, run.Real, s, "s3cret")
	mustOpen(t, v, run.Real, s, "s3cret")
	if len(a.prompts) != 1 || !strings.Contains(a.prompts[0], "identity.age") {
		t.Errorf("prompts %q, want one that names the file", a.prompts)
	}
	if !a.cleared() {
		t.Error("the passphrase was not cleared")
	}
	v.Lock()
	if _, err := v.Open(t.Context(), run.Real, s); !errors.Is(err, flows.ErrSealed) {
		t.Errorf("open after Lock: %v, want ErrSealed", err)
	}
}

func TestWrongPassphrase(t *testing.T) {
	m, dir := filed(t)
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	s := mustSeal(t, v, run.Real, "s3cret")
	for _, wrong := range []string{"", "correct horsf", "correct horse ", "Correct horse"} {
		err := v.Unlock(t.Context(), secret(wrong))
		if !errors.Is(err, flows.ErrSealed) || !is(err, WrongPassphrase) {
			t.Errorf("unlock with %q: %v, want ErrSealed as WrongPassphrase", wrong, err)
		}
		if wrong != "" && strings.Contains(err.Error(), wrong) {
			t.Errorf("the error repeats the passphrase: %v", err)
		}
		if _, err := v.Open(t.Context(), run.Real, s); !errors.Is(err, flows.ErrSealed) {
			t.Errorf("open after a wrong passphrase: %v", err)
		}
	}
}

func TestLimit(t *testing.T) {
	m, dir := filed(t)
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	if err := v.Unlock(t.Context(), secret("correct horse")); err != nil {
		t.Fatal(err)
	}
	longest := strings.Repeat("x", flows.MaxSecret)
	mustOpen(t, v, run.Real, mustSeal(t, v, run.Real, longest), longest)

	var refusal *flows.Refusal
	_, err := v.Seal(t.Context(), run.Real, "run-1", "f", "", secret(longest+"x"))
	if !errors.As(err, &refusal) || refusal.Kind != flows.ErrLimit || !strings.Contains(words.Say(words.English, refusal.Message), "16 KiB") {
		t.Errorf("a secret over the limit: %v", err)
	}
	_, err = v.SealUnsaved(t.Context(), run.Real, "run-1", "f", secret(longest+"x"))
	if !errors.As(err, &refusal) || refusal.Kind != flows.ErrLimit {
		t.Errorf("unsaved input over the limit: %v", err)
	}
	if _, err := v.Seal(t.Context(), run.Real, "run-1", "f", "", run.Secret{}); !errors.As(err, &refusal) {
		t.Errorf("an empty secret: %v", err)
	}
	if _, err := v.Seal(t.Context(), run.Real, "run-1", strings.Repeat("f", 1<<17), "", secret("x")); err == nil {
		t.Error("sealed what cannot be opened again")
	}
	if _, err := v.Seal(t.Context(), run.Real, "run-1", "f\xff", "", secret("x")); err == nil {
		t.Error("sealed to a field that JSON changes")
	}
	if _, err := v.Seal(t.Context(), "", "run-1", "f", "", secret("x")); err == nil {
		t.Error("sealed in no mode")
	}
}

func TestRehearsalHasItsOwnIdentity(t *testing.T) {
	m, dir := newMemory(), t.TempDir()
	v := quick(Options{Dir: dir, Settings: m, Keychain: newChain()})
	for _, mode := range []run.Mode{run.Rehearsal, run.Demo} {
		s := mustSeal(t, v, mode, "practice")
		later := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
		mustOpen(t, later, mode, s, "practice")
		if _, err := v.Open(t.Context(), run.Real, s); !errors.Is(err, flows.ErrNoIdentity) {
			t.Errorf("a %s blob opened as a real one without an identity: %v", mode, err)
		}
	}
	if len(m.values[recipientSetting]) != 0 || m.values[rehearsalSetting] == "" {
		t.Errorf("a rehearsal made the person's identity, or none")
	}

	practice := mustSeal(t, v, run.Rehearsal, "practice")
	real := mustSeal(t, v, run.Real, "earnest")
	if _, err := v.Open(t.Context(), run.Real, practice); !errors.Is(err, flows.ErrDamaged) {
		t.Errorf("a rehearsal's blob as a real one: %v", err)
	}
	if _, err := v.Open(t.Context(), run.Rehearsal, real); !errors.Is(err, flows.ErrDamaged) {
		t.Errorf("a real blob as a rehearsal's: %v", err)
	}
	m.values[rehearsalSetting] = "AGE-SECRET-KEY-1NONSENSE"
	_, err := v.Open(t.Context(), run.Rehearsal, practice)
	if !errors.Is(err, flows.ErrDamaged) || strings.Contains(err.Error(), "NONSENSE") {
		t.Errorf("a damaged rehearsal identity: %v", err)
	}
}

func TestStrangeIdentityIsSeen(t *testing.T) {
	m, dir := filed(t)
	other, _ := filed(t)
	m.values[recipientSetting] = other.values[recipientSetting]
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	if err := v.Unlock(t.Context(), secret("correct horse")); !errors.Is(err, flows.ErrDamaged) {
		t.Errorf("another's recipient in the settings: %v, want ErrDamaged", err)
	}
	for key, value := range map[string]string{recipientSetting: "age1nonsense", placeSetting: "cloud"} {
		m, dir := filed(t)
		m.values[key] = value
		v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
		_, sealing := v.Seal(t.Context(), run.Real, "r", "f", "", secret("x"))
		opening := v.Unlock(t.Context(), secret("correct horse"))
		if !errors.Is(sealing, flows.ErrDamaged) && !errors.Is(opening, flows.ErrDamaged) {
			t.Errorf("setting %s damaged: %v, %v", key, sealing, opening)
		}
	}
}
