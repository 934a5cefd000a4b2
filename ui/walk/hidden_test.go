package walk

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

const canary = "CANARY-hush-hush"

// TestNothingShowsASecret holds that no state, turn or request shows what was
// typed as a secret, however it is printed.
func TestNothingShowsASecret(t *testing.T) {
	r := newRig(t, lines(), 1)
	secret := run.NewSecret([]byte(canary))
	typing := Typing{At: locker, Secret: secret, Hidden: true}
	r.Type(typing)
	hides(t, "typing", typing)
	hides(t, "the walk", r.Walk)
	hides(t, "its state", *r.Walk)
	save := Turn{Do: r.Save()}
	hides(t, "a save", save)
	if got := save.Do[0].(Save).Typing[0]; string(got.Secret.Reveal()) != canary {
		t.Error("the save has no secret")
	}
	hides(t, "saving", r.save)
	seal := r.SecretAt(locker, secret, Stay)
	hides(t, "a seal", seal)
	hides(t, "sealing", *r.Walk)
	hides(t, "an answer", r.AnswerAt(locker, flows.Value(canary), Stay))
	hides(t, "answering", *r.Walk)
	hides(t, "a passphrase", r.MakeKey(secret))
	hides(t, "the sealed", r.carried(seal.Do[0], nil))
	hides(t, "what is not sealed", r.carried(r.SecretAt(locker, secret, Stay).Do[0], flows.ErrNoIdentity))
	hides(t, "a failure", r.carried(save.Do[0], flows.ErrFull))
	commands, left := r.Unsaved()
	hides(t, "what is unsaved", left)
	hides(t, "commands", commands)
	hides(t, "at last", *r.Walk)
}

func hides(t *testing.T, what string, v any) {
	t.Helper()
	texts := []string{fmt.Sprintf("%v", v), fmt.Sprintf("%+v", v), fmt.Sprintf("%#v", v)}
	if b, err := json.Marshal(v); err == nil {
		texts = append(texts, string(b))
	}
	bytes := fmt.Sprint([]byte(canary))
	for _, text := range texts {
		if strings.Contains(text, canary) || strings.Contains(text, strings.Trim(bytes, "[]")) {
			t.Errorf("%s shows it: %.300s", what, text)
		}
	}
}
