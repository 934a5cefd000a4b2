package line

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/vault"
	"lotse/ui/face"
	"lotse/ui/tool"
)

const canary = "hunter2-hunter2"

// theSecrets has a kept secret back in every way.
var theSecrets = []string{
	"reveal", "copy", "reveal locker", "copy papers.locker", "reveal nothing", "secret locker", canary, "reveal locker", "perhaps", "reveal locker", "yes",
	"copy locker", "go 1", "next", "next", "next", "next", "next", "next", "copy", "copy the rest", "go papers", "copy 2", "copy 1", "copy next", "copy next", "copy 3", "copy x", "quit",
}

// onDisplay is a rehearsal on a machine whose clipboard is a file of the rig's,
// and whose time for it is never over.
func onDisplay(t *testing.T, lang ...string) *rig {
	r := rehearsed(t, lang...)
	r.display(t)
	return r
}

// board is the clipboard, as a program on PATH keeps it in a file.
type board struct {
	t    *testing.T
	path string
	over []func() // what happens when times are over
}

// display puts xclip on PATH, and gives the rig the programs of the system.
func (r *rig) display(t *testing.T, env ...string) *board {
	t.Helper()
	b := &board{t: t, path: filepath.Join(t.TempDir(), "board")}
	dir := t.TempDir()
	script := "#!/bin/sh\n{ echo \"$*\"; env; } >> " + b.path + ".log\ncase \"$*\" in *-o) cat " + b.path + ";; *) cat > " + b.path + ";; esac\n"
	if err := os.WriteFile(filepath.Join(dir, "xclip"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	known := map[string]string{"DISPLAY": ":0", "PATH": os.Getenv("PATH")}
	for i := 0; i < len(env); i += 2 {
		known[env[i]] = env[i+1]
	}
	r.s.Tools = tool.New(func(name string) string { return known[name] })
	r.s.After = func(d time.Duration, f func()) {
		if d == time.Minute {
			return // the clock, which rings for nothing here
		}
		if d != face.LendTime {
			t.Errorf("it lies there for %v", d)
		}
		b.over = append(b.over, f)
	}
	return b
}

func (b *board) text() string {
	b.t.Helper()
	text, err := os.ReadFile(b.path)
	if err != nil && !os.IsNotExist(err) {
		b.t.Fatal(err)
	}
	return string(text)
}

// when does something as a line is typed, and types it.
type when struct {
	line string
	do   func()
}

// typesWith types lines, and does something before some of them.
func (r *rig) typesWith(lines ...any) int {
	r.t.Helper()
	p := &person{r: r}
	acts := map[int]func(){}
	for i, l := range lines {
		switch l := l.(type) {
		case string:
			p.lines = append(p.lines, l)
		case when:
			p.lines = append(p.lines, l.line)
			acts[len(lines)-i] = l.do
		}
	}
	r.s.In = &acting{person: p, acts: acts}
	code, err := Run(context.Background(), r.s)
	if err != nil {
		r.t.Fatal(err)
	}
	return code
}

// acting is a person who does something before a line is typed.
type acting struct {
	*person
	acts map[int]func() // by how many lines are left
}

func (a *acting) Read(b []byte) (int, error) {
	if do := a.acts[len(a.lines)]; do != nil {
		delete(a.acts, len(a.lines))
		do()
	}
	return a.person.Read(b)
}

// uses are the purposes on record.
func (r *rig) uses() []string {
	r.t.Helper()
	return slices.DeleteFunc(r.log(), func(e string) bool { return !strings.HasPrefix(e, "secret_used ") })
}

// TestTheClipboardIsCleared when its time is over, which is said at the next
// prompt, and when line mode is left before; another text stays.
func TestTheClipboardIsCleared(t *testing.T) {
	for name, tc := range map[string]struct {
		meanwhile, left, says string
		over                  bool
	}{
		"in time":           {"", "", "The clipboard is cleared.", true},
		"in time, replaced": {"other", "other", "something else by now", true},
		"leaving":           {"", "", "The clipboard is cleared.", false},
		"leaving, replaced": {canary + "\n", canary + "\n", "something else by now", false},
	} {
		t.Run(name, func(t *testing.T) {
			r := rehearsed(t)
			r.s.Typed = false
			b := r.display(t)
			r.typesWith("secret locker", canary, "copy locker", when{"list", func() {
				if b.text() != canary {
					t.Errorf("the clipboard holds %q", b.text())
				}
				if tc.meanwhile != "" {
					if err := os.WriteFile(b.path, []byte(tc.meanwhile), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if tc.over {
					b.over[0]()
				}
			}}, "list", "quit")
			if b.text() != tc.left {
				t.Errorf("the clipboard holds %q", b.text())
			}
			where := r.talk.String()
			if tc.over {
				where = r.said()
			}
			if strings.Count(r.said()+r.talk.String(), tc.says) != 1 || !strings.Contains(where, tc.says) {
				t.Errorf("it says\n%s\nand beside it\n%s", r.said(), r.talk.String())
			}
			log, err := os.ReadFile(b.path + ".log")
			if err != nil || strings.Contains(string(log), "hunter2") {
				t.Errorf("a program was called with\n%s %v", log, err)
			}
			if uses := r.uses(); len(uses) != 1 || !strings.Contains(uses[0], `"copied"`) || strings.Contains(strings.Join(r.log(), ""), "hunter2") {
				t.Errorf("on record: %v", uses)
			}
		})
	}
}

// TestRevealingOnAScreenOfItsOwn: what is said holds nothing of the secret.
func TestRevealingOnAScreenOfItsOwn(t *testing.T) {
	for name, err := range map[string]error{"a key": nil, "leaving": context.Canceled} {
		t.Run(name, func(t *testing.T) {
			r := rehearsed(t)
			r.s.Typed = false
			var shown []face.Glimpse
			r.s.Glimpse = func(_ context.Context, g face.Glimpse) error {
				if len(r.uses()) != 1 {
					t.Error("it is shown before its use is on record")
				}
				shown = append(shown, g)
				return err
			}
			code := r.types("secret locker", canary, "reveal locker", "quit")
			if len(shown) != 1 || shown[0].Value != canary || strings.Contains(r.said()+r.talk.String(), "hunter2") {
				t.Errorf("shown %v, said\n%s", shown, r.said())
			}
			if want := map[string]int{"a key": face.Done, "leaving": face.Interrupted}[name]; code != want {
				t.Errorf("exit %d", code)
			}
			r.plain()
		})
	}
}

// TestTheKeyIsUnlockedFirst: a wrong passphrase says so and is asked for again,
// an empty one leaves the secret closed.
func TestTheKeyIsUnlockedFirst(t *testing.T) {
	r := harbour(t).begun("harbour", run.Real)
	r.s.Typed = false
	r.types("secret locker", canary, thePassphrase, thePassphrase, "quit")
	r.a.Vault().(*vault.Vault).Lock()
	r.types("reveal locker", "yes", "", "quit")
	if len(r.uses()) != 0 {
		t.Error("a use is on record that was none")
	}
	r.types("reveal locker", "yes", "wrong wrong", thePassphrase, "quit")
	r.shows("does not open the key", "Nothing was copied or shown.", "Locker key: "+canary)
	if len(r.uses()) != 1 {
		t.Errorf("on record: %v", r.uses())
	}
}

// TestCopyingThroughAsksFirst, and where no program reaches a clipboard nothing
// is written that a terminal obeys.
func TestCopyingThroughAsksFirst(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	b := r.display(t, "TMUX", "/tmp/tmux-0/default,1,0")
	r.types("secret locker", canary, "copy locker", "no", "copy locker", "", "quit")
	r.shows("Lotse is inside tmux", "Nothing was copied or shown.")
	if b.text() != "" || len(r.uses()) != 0 {
		t.Errorf("the clipboard holds %q, on record %v", b.text(), r.uses())
	}
	copied := false
	r.typesWith("copy locker", "yes", when{"quit", func() { copied = b.text() == canary }})
	if !copied || b.text() != "" {
		t.Errorf("copied %v, left %q", copied, b.text())
	}
	b = r.display(t, "SSH_CLIENT", "192.0.2.1 1 22")
	r.types("copy locker", "quit")
	r.shows("There is no clipboard here")
	if b.text() != "" || len(r.uses()) != 1 {
		t.Errorf("the clipboard holds %q, on record %v", b.text(), r.uses())
	}
	r.plain()
}

// TestWhatIsNotOnRecordIsNotShown: a use that cannot be saved is none.
func TestWhatIsNotOnRecordIsNotShown(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	b := r.display(t)
	r.types("secret locker", canary, "quit")
	r.s.Archive = full{r.a}
	r.types("reveal locker", "yes", "copy locker", "quit")
	r.shows("could not be put on record")
	if strings.Contains(r.said(), "hunter2") || b.text() != "" {
		t.Errorf("it was given: %q\n%s", b.text(), r.said())
	}
}

// full is an archive on a disk that is full.
type full struct{ run.Archive }

func (full) Append(context.Context, run.Batch) error { return os.ErrPermission }

// TestTheSecretsInEveryLanguage has no sentence in another one's words, and holds
// that each transcript is as plain as the English one.
func TestTheSecretsInEveryLanguage(t *testing.T) {
	for _, lang := range words.Languages()[1:] {
		r := onDisplay(t, lang)
		typed := slices.Clone(theSecrets)
		typed[slices.Index(typed, "yes")] = words.For(lang).Line.Yes
		code := r.types(typed...)
		r.plain()
		r.golden(fmt.Sprintf("secrets_%s", lang), code)
	}
}
