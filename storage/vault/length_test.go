package vault

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"lotse/flows/run"
)

// hosts are origins from none to that of the longest name of a host that there is.
var hosts = []string{"", "https://a.io:443", origin, "https://" + strings.Repeat("a.", 40) + "example.org:8443", "https://" + strings.Repeat("abcdefg.", 31) + "io.x:65535"}

// TestLengthSaysNothing: all secrets of up to 128 bytes give blobs of one length,
// whatever they are bound to; a longer one tells its length in blocks.
func TestLengthSaysNothing(t *testing.T) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	length := func(n int, field, to string, at time.Time) int {
		t.Helper()
		blob, err := seal(id.Recipient(), binding{Use: useSecret, Run: "6sv7z3yc46", Field: field, Origin: to, Created: at}, bytes.Repeat([]byte{'x'}, n))
		if err != nil {
			t.Fatal(err)
		}
		return len(blob)
	}
	fields := []string{"k", "client_secret", strings.Repeat("field", 30)}
	times := []time.Time{{}, time.Date(2026, 11, 21, 9, 30, 0, 123e6, time.UTC)}
	one, blobs := length(1, "k", "", times[0]), 0
	for n := 1; n <= 128; n++ {
		for _, to := range hosts {
			if got := length(n, fields[n%3], to, times[n%2]); got != one {
				t.Fatalf("a secret of %d bytes for %q gives a blob of %d bytes, not %d", n, to, got, one)
			}
			blobs++
		}
	}
	if blobs != 128*5 || len(hosts[4]) < 8+253 {
		t.Errorf("%d blobs; the longest host has %d letters", blobs, len(hosts[4]))
	}
	for n := 500; n < 800; n += 50 { // a binding that is longer than its room tells its own length, and not the value's
		if field := strings.Repeat("f", n); length(1, field, origin, times[0]) != length(128, field, origin, times[0]) {
			t.Errorf("under a field of %d letters, secrets of 1 and 128 bytes give blobs of two lengths", n)
		}
	}
	for _, n := range []int{129, 200, 1000, 5000, 16384} {
		if got := length(n, "k", origin, times[0]); n > 200 && got == one || (got-one)%blockSize != 0 {
			t.Errorf("a secret of %d bytes: blob of %d is no number of blocks longer", n, got)
		}
	}
}

// TestLengthOfAHandOverSaysNothing either, under a key and under a passphrase.
func TestLengthOfAHandOverSaysNothing(t *testing.T) {
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()})
	other := mustIdentity(t)
	for name, to := range map[string]run.SealTarget{"key": {Recipient: other.Recipient().String()}, "passphrase": {Passphrase: secret("correct horse")}} {
		lengths := map[int]bool{}
		for _, n := range []int{1, 2, 3, 16, 31, 32, 33, 63, 64, 65, 100, 127, 128} {
			for _, host := range hosts {
				s, err := v.Seal(t.Context(), run.Real, "run-1", "client_secret", host, secret(strings.Repeat("x", n)))
				if err != nil {
					t.Fatal(err)
				}
				file, err := v.SealTo(t.Context(), run.Real, s, to)
				if err != nil {
					t.Fatal(err)
				}
				lengths[len(file)] = true
			}
		}
		if len(lengths) != 1 {
			t.Errorf("under a %s secrets of 1 to 128 bytes gave files of %d lengths", name, len(lengths))
		}
	}
}

// mustIdentity makes a key.
func mustIdentity(t *testing.T) *age.X25519Identity {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return id
}
