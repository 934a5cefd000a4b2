package line

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/ui/face"
)

// TestAMarkBeforeTheFirstLine has a file piped in that an editor has put a byte
// order mark before: the first line is what stands in it.
func TestAMarkBeforeTheFirstLine(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases/plain_bom.txt")
	if err != nil {
		t.Fatal(err)
	}
	words := "help\r\nquit\r\n"
	var wide []byte
	for _, c := range []byte(words) {
		wide = append(wide, c, 0)
	}
	for name, in := range map[string]string{"the case": string(raw), "UTF-8": "\ufeff" + words, "UTF-16": "\xff\xfe" + string(wide), "none": words} {
		r := teccom(t)
		r.s.Typed, r.s.In = false, strings.NewReader(in)
		if _, err := Run(context.Background(), r.s); err != nil {
			t.Fatal(err)
		}
		if said := r.paper.String(); strings.Contains(said, "not understood") || strings.Contains(said, "invisible") {
			t.Errorf("%s: %s", name, said)
		}
		page, err := r.a.Headers(context.Background(), run.Query{Limit: 10})
		if made := len(page.Runs) > 0; err != nil || made != (name == "the case") {
			t.Errorf("%s: a run is there: %v, %v", name, made, err)
		}
	}
}

// TestASecretIsTakenAsItIsMeant types and pipes secrets with a mark and with what
// nobody sees.
func TestASecretIsTakenAsItIsMeant(t *testing.T) {
	for typed, c := range map[string]struct{ secret, says string }{
		"s3cr3t":         {"s3cr3t", ""},
		"\ufeffs3cr3t":   {"s3cr3t", "Removed: invisible characters (1)."},
		"s3\u200bcr3t":   {"s3\u200bcr3t", "invisible character stays, at position 3 (U+200B)"},
		" s3\u00a0cr3t ": {"s3\u00a0cr3t", "invisible character stays, at position 3 (U+00A0)"},
		"s3 cr3t":        {"s3 cr3t", ""},
	} {
		r := rehearsed(t)
		r.s.Typed = false
		if code := r.types("secret locker", typed, "quit"); code != face.Done {
			t.Errorf("%q: exit %d", typed, code)
		}
		if said := strings.Join(strings.Fields(r.paper.String()), " "); !strings.Contains(said, c.says) || c.says == "" && (strings.Contains(said, "Removed") || strings.Contains(said, "invisible character stays")) {
			t.Errorf("%q: %s", typed, said)
		}
		iv := r.view().Step("papers").Item("locker")
		sealed, err := r.a.Secret(context.Background(), iv.SecretID)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.a.Vault().Open(context.Background(), run.Rehearsal, sealed)
		if err != nil || !bytes.Equal(got.Reveal(), []byte(c.secret)) {
			t.Errorf("%q: %q, %v", typed, got.Reveal(), err)
		}
	}
}
