//go:build campaign && unix

package journey

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/storage/sqlite"
)

// sealing is a store with everything in it that can be damaged: answers, a
// secret and the key to it, a kept file, a backup.
var sealing = once(func(t testing.TB) *scene {
	s, h := newScene(t)
	from, err := keyed()
	if err == nil {
		err = os.CopyFS(s.dir, os.DirFS(from))
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(s.dir, "list.csv"), []byte("Buyer;Grouping\n1;2\n"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.run = h.start()
	h.run("set", s.run, "uses_connect5=no", "page_seen=button", "other_organisation_has_client=no", "create_result=created", "secret_holder=captured_here",
		"organisation=Muster GmbH", "buyer-grouping.buyer_grouping_file="+filepath.Join(s.dir, "list.csv"))
	if r := call(t, h.lotse("set", s.run, "--secret-stdin", "credentials.client_secret"), canary); r.code != 0 {
		t.Fatalf("set the secret: %s", r.err)
	}
	h.run("note", s.run, "applies", "What was said on the telephone.")
	h.answered(s.run, 30)
	s.backup = strings.TrimPrefix(h.backup(), s.dir+"/")
	return s
})

// damages are what is flipped, and how much of it there is.
var damages = []struct {
	name  string
	share int
	flip  func(f *flips) error
}{
	{"database", 36, func(f *flips) error { return f.inDatabase(0, f.size(f.h.db)) }},
	{"procedures", 9, (*flips).inProcedure},
	{"backup", 9, (*flips).inBackup},
	{"evidence", 5, (*flips).inEvidence},
	{"key", 1, (*flips).inKey},
}

// flips are bits that are flipped in a store.
type flips struct {
	t        *testing.T
	s        *scene
	h        *house
	r        *rand.Rand
	truth    map[string]string
	reported int // and the others changed nothing that anybody could read
	harmless int
}

// TestFaultFlips flips a single bit in what lies on the disk. Whatever reads
// otherwise then is reported.
func TestFaultFlips(t *testing.T) {
	s := sealing(t)
	f := &flips{t: t, s: s}
	dir := filepath.Join(inMemory(t), "home")
	truth, err := readAll(s.replay(t, dir).db)
	if err != nil {
		t.Fatal(err)
	}
	f.truth = truth
	total := 0
	for _, d := range damages {
		total += d.share
	}
	for _, r := range rounds(t, 84, 1050) {
		f.h, f.r = s.replay(t, dir), r
		i, n := 0, r.IntN(total)
		for ; n >= damages[i].share; i++ {
			n -= damages[i].share
		}
		if err := damages[i].flip(f); err != nil {
			t.Errorf("a bit of the %s: %v", damages[i].name, err)
		}
	}
	if t.Failed() {
		return
	}
	report("a bit flipped in database, backup, procedure, kept file, key (1,000)", "%d flips, %d reported, %d read by nobody, 0 silently wrong", f.reported+f.harmless, f.reported, f.harmless)
}

func (f *flips) size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		f.t.Fatal(err)
	}
	return info.Size()
}

// flip flips a bit of a file.
func (f *flips) flip(path string, from, to int64) (what string, err error) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	at, bit := from+f.r.Int64N(to-from), f.r.IntN(8)
	b := make([]byte, 1)
	_, err = file.ReadAt(b, at)
	b[0] ^= 1 << bit
	if err == nil {
		_, err = file.WriteAt(b, at)
	}
	return fmt.Sprintf("bit %d of byte %d of %s", bit, at, filepath.Base(path)), errors.Join(err, file.Close())
}

// inDatabase flips a bit between two places of the database.
func (f *flips) inDatabase(from, to int64) error {
	what, err := f.flip(f.h.db, from, to)
	if err != nil {
		return err
	}
	if f.r.IntN(20) == 0 {
		r := call(f.t, f.h.lotse("doctor"), "")
		if err := inWords(result{r.code, "", r.stdout + r.err}); err != nil {
			return fmt.Errorf("%s: doctor: %w\n%s%s", what, err, r.stdout, r.err)
		}
	}
	is, err := readAll(f.h.db)
	return f.judge(what, is, err)
}

// judge holds that what reads otherwise was reported.
func (f *flips) judge(what string, is map[string]string, reported error) error {
	var refusal *flows.Refusal
	switch {
	case reported != nil && !errors.As(reported, &refusal):
		return fmt.Errorf("%s: an error that is no sentence: %w", what, reported)
	case reported != nil:
		f.reported++
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(f.truth)) {
		// A setting whose name was hit is one that was never set: nobody misses it.
		if is[name] == f.truth[name] || strings.HasPrefix(name, "setting ") && is[name] == "" {
			continue
		}
		if sealedThing.MatchString(name) {
			return f.sealing()
		}
		return fmt.Errorf("%s: %s is silently wrong: %q, it was %q", what, name, is[name], f.truth[name])
	}
	if len(is) != len(f.truth) {
		return fmt.Errorf("%s: there are %d things, and there were %d", what, len(is), len(f.truth))
	}
	f.harmless++
	return nil
}

// sealedThing names what nobody can read without the key. Whoever needs it is
// told that it was changed.
var sealedThing = regexp.MustCompile(`^(secret|setting vault\.)`)

// sealing shows the secret and sets the same one again. It is refused, or it is
// the right one, and has the same fingerprint, or one of another key.
func (f *flips) sealing() error {
	set := f.h.lotse("set", f.s.run, "--secret-stdin", "credentials.client_secret")
	code, said := f.show()
	if code != 0 || !strings.Contains(said, canary) || call(f.t, set, canary).code != 0 {
		f.reported++
		return nil
	}
	var l struct {
		Secrets []struct{ Fingerprint string }
	}
	f.h.read(&l, "secret", "list")
	prints := map[string]string{} // by their keys
	for _, one := range l.Secrets {
		key, print, _ := strings.Cut(one.Fingerprint, "-")
		if was, is := prints[key]; is && was != print {
			return fmt.Errorf("the same secret has two fingerprints: %v", l.Secrets)
		}
		prints[key] = print
	}
	f.harmless++
	return nil
}

// inProcedure flips a bit of a procedure as it is stored.
func (f *flips) inProcedure() error {
	b, err := os.ReadFile(f.h.db)
	if err != nil {
		return err
	}
	at := int64(bytes.Index(b, []byte("Is a client needed at all?")))
	if at < 0 {
		return errors.New("the database has no procedure in it")
	}
	return f.inDatabase(at-300, at+3000)
}

// inBackup flips a bit of a backup, and restores it.
func (f *flips) inBackup() error {
	path := filepath.Join(f.h.dir, f.s.backup)
	what, err := f.flip(path, 0, f.size(path))
	if err != nil {
		return err
	}
	if err := os.Remove(f.h.db); err != nil {
		return err
	}
	if _, err := sqlite.Restore(background, f.h.db, path, time.Now(), func(flows.Message) {}); err != nil {
		return f.judge(what, nil, err)
	}
	is, err := readAll(f.h.db)
	return f.judge(what, is, err)
}

// inEvidence flips a bit of a kept file.
func (f *flips) inEvidence() error {
	files, err := filepath.Glob(filepath.Join(f.h.dir, "evidence", "lotse.db", "*", "*"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no kept file: %w", err)
	}
	what, err := f.flip(files[0], 0, f.size(files[0]))
	if err != nil {
		return err
	}
	is, err := readAll(f.h.db)
	return f.judge(what, is, err)
}

// inKey flips a bit of the key.
func (f *flips) inKey() error {
	path := filepath.Join(f.h.dir, "identity.age")
	what, err := f.flip(path, 0, f.size(path))
	if err != nil {
		return err
	}
	code, said := f.show()
	if code == 0 && strings.Contains(said, canary) {
		f.harmless++
		return nil
	}
	f.reported++
	if err := inWords(result{code: code, err: said}); err != nil || code == 0 {
		return fmt.Errorf("%s: exit %d, %w: %s", what, code, err, said)
	}
	return nil
}

// show has the secret shown on a terminal, and gives what stood there.
func (f *flips) show() (code int, said string) {
	p := f.h.open(80, 24, never, "secret", "show", f.s.run, "credentials.client_secret")
	p.Send(strings.Repeat(passphrase+"\r", 3)) // it asks up to three times where a key does not open
	return p.Exit(), p.Raw()
}
