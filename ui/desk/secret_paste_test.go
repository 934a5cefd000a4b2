package desk

import (
	"context"
	"strings"
	"testing"

	"lotse/flows/run"
)

// TestAPastedSecretIsTakenAsItIsMeant pastes secrets with the mark of a file, and
// with what nobody sees: the mark is the file's, the rest is the secret's, and
// said.
func TestAPastedSecretIsTakenAsItIsMeant(t *testing.T) {
	for pasted, c := range map[string]struct{ secret, says string }{
		"s3cr3t":             {"s3cr3t", ""},
		"\ufeffs3cr3t":       {"s3cr3t", ""},
		"\ufeff\ufeffs3cr3t": {"s3cr3t", "Removed: invisible characters"},
		"s3\u200bcr3t":       {"s3\u200bcr3t", "invisible character stays, at position 3 (U+200B)"},
		"s3cr3t\ufeff":       {"s3cr3t\ufeff", "invisible character stays, at position 7 (U+FEFF)"},
		"s3 cr3t":            {"s3 cr3t", ""},
	} {
		r := begun(t)
		r.focus("locker")
		r.paste(pasted).keys("enter")
		said := r.m.status.text
		if c.says == "" {
			r.hides("invisible character stays", "Removed")
		} else if !strings.Contains(said, c.says) {
			t.Errorf("%q: %q", pasted, said)
		}
		iv := r.m.page.View().Step("papers").Item("locker")
		sealed, err := r.a.Secret(context.Background(), iv.SecretID)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := r.a.Vault().Open(context.Background(), run.Rehearsal, sealed); err != nil || string(got.Reveal()) != c.secret {
			t.Errorf("%q: %q, %v", pasted, got.Reveal(), err)
		}
	}
}
