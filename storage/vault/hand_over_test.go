package vault

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"

	"lotse/flows"
	"lotse/flows/run"
)

// installation is a vault with a key of its own, and its public key.
func installation(t *testing.T) (*Vault, string) {
	t.Helper()
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()})
	state, err := v.Init(t.Context(), run.KeychainPlace, run.Secret{})
	if err != nil {
		t.Fatal(err)
	}
	return v, state.Recipient
}

// armored makes an armored age file.
func armored(t *testing.T, plain string, to ...age.Recipient) []byte {
	t.Helper()
	var file bytes.Buffer
	w := armor.NewWriter(&file)
	sealed, err := age.Encrypt(w, to...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sealed.Write([]byte(plain)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(sealed.Close(), w.Close()); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestHandOver(t *testing.T) {
	ours, _ := installation(t)
	theirs, key := installation(t)
	third, _ := installation(t)
	for _, mode := range []run.Mode{run.Real, run.Rehearsal, run.Demo} {
		for name, to := range map[string]run.SealTarget{"key": {Recipient: " " + key + "\n"}, "passphrase": {Passphrase: secret("correct horse")}} {
			s := mustSeal(t, ours, mode, canary)
			file, err := ours.SealTo(t.Context(), mode, s, to)
			if err != nil {
				t.Fatalf("%s, %s: %v", mode, name, err)
			}
			if !bytes.HasPrefix(file, []byte(armor.Header+"\n")) || !bytes.HasSuffix(file, []byte(armor.Footer+"\n")) || leaks(string(file)) != "" || strings.Contains(string(file), "run-1") {
				t.Errorf("%s, %s: the file is %q", mode, name, file)
			}
			given := run.NewSecret(bytes.Clone(to.Passphrase.Reveal()))
			got, err := theirs.OpenFrom(t.Context(), file, given)
			want := run.HandOver{Mode: mode, Run: "run-1", Field: "client_secret", Origin: origin, Created: s.At}
			if value := string(got.Secret.Reveal()); err != nil || value != canary {
				t.Fatalf("%s, %s: opened as %q, %v", mode, name, value, err)
			}
			if got.Secret = (run.Secret{}); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s, %s: it is bound to %v, want %v", mode, name, got, want)
			}
			mustOpen(t, ours, mode, s, canary)
			if _, err := third.OpenFrom(t.Context(), file, run.Secret{}); name == "key" && !is(err, "vault.hand_over_others") || name == "passphrase" && !is(err, NeedsPassphrase) {
				t.Errorf("%s, %s: somebody else, without a passphrase: %v", mode, name, err)
			}
			_, err = theirs.OpenFrom(t.Context(), file, secret("wrong horse"))
			if name == "passphrase" && (!is(err, "vault.hand_over_wrong") || !errors.Is(err, flows.ErrSealed)) || name == "key" && !is(err, "vault.hand_over_key") {
				t.Errorf("%s, %s: with a wrong passphrase: %v", mode, name, err)
			}
		}
	}
}

// A hand-over is made of what the vault opens, for one target.
func TestHandOverRefused(t *testing.T) {
	v, own := installation(t)
	s := mustSeal(t, v, run.Real, "s3cret")
	moved := s
	moved.Field = "password"
	private := mustIdentity(t).String()
	for name, c := range map[string]struct {
		of   run.Sealed
		to   run.SealTarget
		want string
	}{
		"nobody":            {s, run.SealTarget{}, "vault.no_target"},
		"an empty phrase":   {s, run.SealTarget{Passphrase: secret("")}, "vault.no_target"},
		"both":              {s, run.SealTarget{Recipient: own, Passphrase: secret("correct horse")}, "vault.two_targets"},
		"no key":            {s, run.SealTarget{Recipient: "Erika"}, "vault.no_recipient"},
		"a letter wrong":    {s, run.SealTarget{Recipient: own[:20] + "qq" + own[22:]}, "vault.no_recipient"},
		"cut off":           {s, run.SealTarget{Recipient: own[:50]}, "vault.other_recipient"},
		"two keys":          {s, run.SealTarget{Recipient: own + " " + own}, "vault.other_recipient"},
		"a private key":     {s, run.SealTarget{Recipient: private}, "vault.private_key"},
		"a private one":     {s, run.SealTarget{Recipient: strings.ToLower(private)}, "vault.private_key"},
		"a post-quantum":    {s, run.SealTarget{Recipient: "age1pq1" + strings.Repeat("q", 300)}, "vault.other_recipient"},
		"a key of ssh":      {s, run.SealTarget{Recipient: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE erika"}, "vault.other_recipient"},
		"a moved secret":    {moved, run.SealTarget{Recipient: own}, Elsewhere},
		"what is no secret": {run.Sealed{Run: "run-1", Field: "client_secret"}, run.SealTarget{Recipient: own}, "vault.changed"},
	} {
		file, err := v.SealTo(t.Context(), run.Real, c.of, c.to)
		if !is(err, c.want) || file != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if err != nil && strings.Contains(strings.ToUpper(err.Error()), private[20:40]) {
			t.Errorf("%s: the error repeats the private key", name)
		}
	}
	if got, err := v.Recipient("\t" + strings.ToUpper(own) + " "); got != own || err != nil {
		t.Errorf("the own key, in capitals: %q, %v", got, err)
	}
}

// TestHostileHandOvers: what is no hand-over, or one of another kind, is refused
// with its own sentence, and what asks for too much before it gets it.
func TestHostileHandOvers(t *testing.T) {
	v, own := installation(t)
	to, err := age.ParseX25519Recipient(own)
	if err != nil {
		t.Fatal(err)
	}
	s := mustSeal(t, v, run.Real, "s3cret")
	good, err := v.SealTo(t.Context(), run.Real, s, run.SealTarget{Recipient: own})
	if err != nil {
		t.Fatal(err)
	}
	costly, err := age.NewScryptRecipient("correct horse")
	if err != nil {
		t.Fatal(err)
	}
	costly.SetWorkFactor(10)
	asks := func(factor string) []byte { // the header's sum is wrong then: the factor is looked at before
		return rearmored(t, armored(t, "x", costly), " 10\n", " "+factor+"\n")
	}
	text := string(good)
	hybrid, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		file string
		want string
	}{
		"nothing":               {"", "vault.no_hand_over"},
		"text before":           {"Dear Erika,\n" + text, "vault.no_hand_over"},
		"text after":            {text + "Yours\n", "vault.no_hand_over"},
		"two files":             {text + text, "vault.no_hand_over"},
		"without its end":       {strings.Replace(text, armor.Footer, "", 1), "vault.no_hand_over"},
		"a bad letter":          {strings.Replace(text, "\n", "\n!", 1), "vault.no_hand_over"},
		"not armored":           {string(s.Blob), "vault.no_hand_over"},
		"cut off inside":        {text[:len(text)/2] + "\n" + armor.Footer + "\n", "vault.no_hand_over"},
		"a line missing":        {dropLine(text, 12), "vault.hand_over_changed"},
		"a letter changed":      {flipLetter(text, len(text)/2), "vault.hand_over_changed"},
		"a header only":         {string(rearm(t, []byte("age-encryption.org/v1\n"))), "vault.hand_over_changed"},
		"huge":                  {text + strings.Repeat("\n", maxHandOver), "vault.hand_over_large"},
		"another content":       {string(armored(t, "s3cret", to)), "vault.hand_over_changed"},
		"a stored secret":       {string(rearm(t, s.Blob)), "vault.no_hand_over"},
		"to somebody else":      {string(armored(t, "x", mustIdentity(t).Recipient())), "vault.hand_over_others"},
		"to a post-quantum key": {string(armored(t, "x", hybrid.Recipient())), "vault.hand_over_unknown"},
		"to a key of ssh":       {string(armored(t, "x", strange("ssh-ed25519"))), "vault.hand_over_unknown"},
		"a costly passphrase":   {string(asks("19")), "vault.hand_over_costly"},
		"a cost beyond any":     {string(asks("99999999999999999999")), "vault.hand_over_costly"},
		"a cost that is none":   {string(asks("0")), "vault.hand_over_changed"},
	} {
		got, err := v.OpenFrom(t.Context(), []byte(c.file), passphraseFor(name))
		if !is(err, c.want) || got.Secret.Reveal() != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if err != nil && strings.Contains(err.Error(), "s3cret") {
			t.Errorf("%s: the error tells the content", name)
		}
	}
	for name, file := range map[string]string{"as a mail has it": "\r\n \n" + strings.ReplaceAll(text, "\n", "\r\n") + "\r\n\r\n"} {
		if got, err := v.OpenFrom(t.Context(), []byte(file), run.Secret{}); err != nil || string(got.Secret.Reveal()) != "s3cret" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// passphraseFor is the passphrase that a case is opened with.
func passphraseFor(name string) run.Secret {
	if strings.Contains(name, "cost") {
		return secret("correct horse")
	}
	return run.Secret{}
}

// rearm puts armor around bytes.
func rearm(t *testing.T, b []byte) []byte {
	t.Helper()
	var file bytes.Buffer
	w := armor.NewWriter(&file)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// rearmored changes what stands inside an armored file.
func rearmored(t *testing.T, file []byte, before, after string) []byte {
	t.Helper()
	var inside bytes.Buffer
	if _, err := inside.ReadFrom(armor.NewReader(bytes.NewReader(file))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(inside.Bytes(), []byte(before)) {
		t.Fatalf("the file holds no %q", before)
	}
	return rearm(t, bytes.Replace(inside.Bytes(), []byte(before), []byte(after), 1))
}

// dropLine takes a line out of a text.
func dropLine(text string, n int) string {
	lines := strings.Split(text, "\n")
	return strings.Join(append(lines[:n:n], lines[n+1:]...), "\n")
}

// flipLetter changes a letter of a text.
func flipLetter(text string, at int) string {
	to := "A"
	if text[at:at+1] == to {
		to = "B"
	}
	return text[:at] + to + text[at+1:]
}

// strange is a recipient of a kind that Lotse does not know.
type strange string

func (s strange) Wrap([]byte) ([]*age.Stanza, error) {
	return []*age.Stanza{{Type: string(s), Args: []string{"a", "b"}, Body: make([]byte, 32)}}, nil
}

// TestHandOverIsAgeOfItsOwn: what age itself opens is the whole content, so that
// a receiver without Lotse is not lost.
func TestHandOverIsAgeOfItsOwn(t *testing.T) {
	v, _ := installation(t)
	other := mustIdentity(t)
	file, err := v.SealTo(t.Context(), run.Real, mustSeal(t, v, run.Real, "s3cret"), run.SealTarget{Recipient: other.Recipient().String()})
	if err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, maxBlob)
	plain, err := decrypt(buf, armor.NewReader(bytes.NewReader(file)), other)
	if err != nil || !strings.HasPrefix(string(plain), `{"v":"czNjcmV0","use":"hand-over","run":"run-1","field":"client_secret","origin":"https://api.example.org:443","created":"2026-11-21T09:30:00.123Z","mode":"real"}`) {
		t.Errorf("the content is %q, %v", strings.TrimSpace(string(plain)), err)
	}
}

// A hand-over is no secret of a run, though it holds one's run and field.
func TestHandOverIsNoSecretOfARun(t *testing.T) {
	v, own := installation(t)
	s := mustSeal(t, v, run.Real, "s3cret")
	file, err := v.SealTo(t.Context(), run.Real, s, run.SealTarget{Recipient: own})
	if err != nil {
		t.Fatal(err)
	}
	var inside bytes.Buffer
	if _, err := inside.ReadFrom(armor.NewReader(bytes.NewReader(file))); err != nil {
		t.Fatal(err)
	}
	s.Blob = inside.Bytes()
	if got, err := v.Open(t.Context(), run.Real, s); !is(err, Elsewhere) || got.Reveal() != nil {
		t.Errorf("a hand-over opened as a secret: %v", err)
	}
}

// FuzzOpenFrom gives hostile files to an installation.
func FuzzOpenFrom(f *testing.F) {
	m := newMemory()
	v := quick(Options{Dir: f.TempDir(), Settings: m, Keychain: newChain()})
	state, err := v.Init(f.Context(), run.KeychainPlace, run.Secret{})
	if err != nil {
		f.Fatal(err)
	}
	s, err := v.Seal(f.Context(), run.Real, "run-1", "f", "", secret("s3cret"))
	if err != nil {
		f.Fatal(err)
	}
	file, err := v.SealTo(f.Context(), run.Real, s, run.SealTarget{Recipient: state.Recipient})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add([]byte(armor.Header + "\n" + armor.Footer + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := v.OpenFrom(t.Context(), data, run.Secret{})
		if value := string(got.Secret.Reveal()); (err == nil) != (value == "s3cret") || err != nil && value != "" {
			t.Errorf("opened as %q, %v", value, err)
		}
		var refusal *flows.Refusal
		if err != nil && !errors.As(err, &refusal) {
			t.Errorf("%v is no refusal", err)
		}
	})
}
