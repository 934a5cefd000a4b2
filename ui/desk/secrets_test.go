package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/storetest"
	"lotse/storage/vault"
	"lotse/ui/tool"
)

const (
	canary     = "hunter2-hunter2"
	passphrase = "a lighthouse keeps"
)

// keptSecret is on the field whose secret is kept.
func (r *rig) keptSecret() {
	r.said = nil
	r.focus("locker")
	r.keys("'"+canary+"'", "enter", "shift+tab")
}

// board is the clipboard of a display, in a file that a program on PATH keeps.
type board struct {
	t    *testing.T
	path string
}

// onDisplay puts xclip on PATH and gives the screen the programs of the system.
func (r *rig) onDisplay(t *testing.T, env ...string) board {
	t.Helper()
	b := board{t, filepath.Join(t.TempDir(), "board")}
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
	r.m.cfg.Tools = tool.New(func(name string) string { return known[name] })
	return b
}

func (b board) text() string {
	b.t.Helper()
	text, err := os.ReadFile(b.path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		b.t.Fatal(err)
	}
	return string(text)
}

func (b board) put(text string) {
	b.t.Helper()
	if err := os.WriteFile(b.path, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// calls are the arguments and the environment of every call.
func (b board) calls() string {
	b.t.Helper()
	text, err := os.ReadFile(b.path + ".log")
	if err != nil {
		b.t.Fatal(err)
	}
	return string(text)
}

// after lets the time of everything pass that waits for it, of a kind.
func after[M tea.Msg](r *rig) {
	ticks := r.ticks
	r.ticks = nil
	for _, msg := range ticks {
		if _, ok := msg.(M); ok {
			r.send(msg)
			continue
		}
		r.ticks = append(r.ticks, msg)
	}
}

// aKey makes a key once: what the passphrase costs is paid once.
var aKey = sync.OnceValues(func() (map[string]string, []byte) {
	settings := storetest.NewMemory()
	dir, err := os.MkdirTemp("", "key")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	v := vault.New(vault.Options{Dir: dir, Settings: settings, Keychain: noKeychain(), WorkFactor: 8})
	if _, err := v.Init(context.Background(), run.FilePlace, run.NewSecret([]byte(passphrase))); err != nil {
		panic(err)
	}
	all, err := settings.Settings(context.Background())
	if err != nil {
		panic(err)
	}
	file, err := os.ReadFile(v.Path())
	if err != nil {
		panic(err)
	}
	return all, file
})

// locked is a rig on a real run, whose key lies in a file and is locked.
func locked(t testing.TB) *rig {
	t.Helper()
	r := newRig(t)
	settings, file := aKey()
	for k, v := range settings {
		if err := r.a.SetSetting(context.Background(), k, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(r.a.Vault().(*vault.Vault).Path(), file, 0o600); err != nil {
		t.Fatal(err)
	}
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	return r
}

// uses are the uses of secrets on record, as they lie on disk.
func (r *rig) uses() []string {
	r.t.Helper()
	return slices.DeleteFunc(r.log(), func(e string) bool { return !strings.HasPrefix(e, "secret_used ") })
}

// recorded fails unless the uses on record have these purposes, and the log and
// the screen hold nothing of the value.
func (r *rig) recorded(purposes ...run.SecretPurpose) {
	r.t.Helper()
	uses := r.uses()
	ok := len(uses) == len(purposes)
	for i := 0; ok && i < len(uses); i++ {
		ok = strings.Contains(uses[i], `"purpose":"`+string(purposes[i])+`"`) && strings.Contains(uses[i], "papers.locker")
	}
	if !ok {
		r.t.Errorf("on record: %v, want %v", uses, purposes)
	}
	if strings.Contains(strings.Join(r.log(), "\n"), "hunter2") {
		r.t.Error("the log holds the secret")
	}
}

// TestCopyingAKeptSecret: the key that copies copies a kept secret, from outside
// of its field and from its overlay; it is on record, and gone after a while.
func TestCopyingAKeptSecret(t *testing.T) {
	for name, keys := range map[string][]string{"the page": {"esc", "c"}, "the overlay": {"f5", "c"}, "by its letter": {"esc", "v", "c"}} {
		for meanwhile, says := range map[string]string{"": "The clipboard is cleared.", canary + canary: "something else by now"} {
			t.Run(name+"/"+says, func(t *testing.T) {
				r := begun(t)
				b := r.onDisplay(t)
				r.keptSecret()
				for _, k := range keys {
					r.wait().keys(k)
				}
				if b.text() != canary {
					t.Fatalf("the clipboard holds %q, the status line says %q", b.text(), r.m.status.text)
				}
				r.shows("Copied with xclip; cleared in 45 seconds.").hides("hunter2")
				r.recorded(run.SecretCopied)
				if len(r.said) != 0 {
					t.Errorf("the terminal's clipboard got %v, too", r.said)
				}
				if meanwhile != "" {
					b.put(meanwhile)
				}
				after[loanOverMsg](r)
				if b.text() != meanwhile {
					t.Errorf("the clipboard holds %q", b.text())
				}
				r.shows(says)
				if strings.Contains(b.calls(), "hunter2") {
					t.Errorf("a program was called with\n%s", b.calls())
				}
			})
		}
	}
}

// TestALaterSecretKeepsItsTime: what the first copy would clear is not the second.
func TestALaterSecretKeepsItsTime(t *testing.T) {
	r := begun(t)
	b := r.onDisplay(t)
	r.keptSecret()
	r.keys("esc", "c")
	first := r.ticks
	r.ticks = nil
	r.wait().keys("c")
	for _, msg := range first {
		r.send(msg)
	}
	if b.text() != canary {
		t.Errorf("the second copy was cleared with the first: %q", b.text())
	}
	after[loanOverMsg](r)
	if b.text() != "" {
		t.Errorf("it stays: %q", b.text())
	}
}

// TestLeavingClearsTheClipboard, and the last words say so.
func TestLeavingClearsTheClipboard(t *testing.T) {
	for meanwhile, says := range map[string]string{"": "The clipboard is cleared.", "other": "something else by now"} {
		r := begun(t)
		b := r.onDisplay(t)
		r.keptSecret()
		r.keys("esc", "c")
		if meanwhile != "" {
			b.put(meanwhile)
		}
		r.keys("ctrl+c")
		r.m.endLoan()
		lines := strings.Join(r.m.farewell(), "\n")
		if !r.quit || b.text() != meanwhile || !strings.Contains(lines, says) || strings.Contains(lines, "hunter2") {
			t.Errorf("left %q, with the words\n%s", b.text(), lines)
		}
	}
}

// TestCopyingThroughWhatKeepsIt asks once more, and enter, which may have been
// typed ahead, is no yes.
func TestCopyingThroughWhatKeepsIt(t *testing.T) {
	for name, tc := range map[string]struct {
		env   []string
		says  string
		where string // it goes then
	}{
		"tmux":   {[]string{"TMUX", "/tmp/tmux-0/default,1,0"}, "inside tmux", "board"},
		"screen": {[]string{"STY", "1.pts"}, "inside screen", "board"},
		"ssh":    {[]string{"SSH_CLIENT", "192.0.2.1 1 22"}, "over ssh", "terminal"},
		"both":   {[]string{"TMUX", "x", "SSH_TTY", "/dev/pts/1"}, "tmux list-buffers", "terminal"},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t)
			b := r.onDisplay(t, tc.env...)
			r.keptSecret()
			for _, no := range [][]string{{"esc"}, {"enter", "esc"}, {"space", "n", "esc"}} {
				r.keys("esc", "c").shows("Copy it all the same?", tc.says)
				r.keys(no...)
				if b.text() != "" || len(r.said) != 0 || len(r.uses()) != 0 || r.m.over != nil {
					t.Fatalf("after %v the clipboard has %q, the terminal %v", no, b.text(), r.said)
				}
				r.focus("locker")
			}
			r.keys("esc", "c", "y")
			r.recorded(run.SecretCopied)
			switch tc.where {
			case "board":
				if b.text() != canary || len(r.said) != 0 {
					t.Errorf("the clipboard has %q, the terminal %v", b.text(), r.said)
				}
			default:
				if b.text() != "" || fmt.Sprint(r.said) != "["+canary+"]" {
					t.Errorf("the clipboard has %q, the terminal %v", b.text(), r.said)
				}
				r.shows("not cleared")
			}
		})
	}
}

// TestRevealingAKeptSecret: masked at first, shown when asked for, gone with any
// key and with the end of its time.
func TestRevealingAKeptSecret(t *testing.T) {
	for name, away := range map[string]func(r *rig){
		"time":  func(r *rig) { after[workDoneMsg](r) },
		"esc":   func(r *rig) { r.keys("esc") },
		"x":     func(r *rig) { r.keys("x") },
		"enter": func(r *rig) { r.keys("enter") },
		"paste": func(r *rig) { r.paste("x") },
		"f3":    func(r *rig) { r.keys("f3") },
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t)
			r.keptSecret()
			r.keys("f5").shows("••••••••", "put on record").hides("hunter2")
			r.recorded()
			r.keys("enter").shows(canary, "10 seconds")
			r.recorded(run.SecretRevealed)
			away(r)
			if r.m.over != nil {
				t.Fatal("it stays open")
			}
			r.hides("hunter2")
			if r.m.share != (name == "f3") {
				t.Error("f3 shares the view, and nothing else does")
			}
			if r.m.page.At().Item != "locker" {
				t.Errorf("on %s", r.m.page.At())
			}
		})
	}
}

// TestNoSecretWhereOthersLookOn: the shared view never shows one.
func TestNoSecretWhereOthersLookOn(t *testing.T) {
	r := begun(t)
	r.keptSecret()
	r.keys("f3", "f5", "enter").hides("hunter2").shows("Others look on")
	r.recorded()
	mark := r.m.page.View().Step("papers").Item("locker").Fingerprint
	r.hides(mark).keys("f3").shows(mark)
	r.keys("enter").shows(canary)
	r.m.share = true
	r.hides("hunter2").shows("••••••••")
}

// TestTheKeyIsUnlockedFirst: a wrong passphrase says so and asks again, esc
// leaves everything as it is.
func TestTheKeyIsUnlockedFirst(t *testing.T) {
	for name, tc := range map[string]struct {
		keys []string
		want func(t *testing.T, r *rig, b board)
	}{
		"copy": {[]string{"esc", "c"}, func(t *testing.T, _ *rig, b board) {
			if b.text() != canary {
				t.Errorf("the clipboard holds %q", b.text())
			}
		}},
		"reveal": {[]string{"f5", "enter"}, func(_ *testing.T, r *rig, _ board) { r.shows(canary) }},
	} {
		t.Run(name, func(t *testing.T) {
			r := locked(t)
			b := r.onDisplay(t)
			r.keptSecret()
			r.keys(tc.keys...).shows("The key is locked", "Passphrase of the key")
			r.keys("'wrong'", "enter").shows("The key is locked", "does not open the key").hides("wrong")
			if len(r.uses()) != 0 {
				t.Error("a use is on record that was none")
			}
			r.keys("esc")
			if r.m.over != nil || b.text() != "" {
				t.Fatal("esc does not leave it")
			}
			r.focus("locker")
			r.keys(tc.keys...).keys("'"+passphrase+"'", "enter").hides(passphrase)
			tc.want(t, r, b)
			if n := len(r.uses()); n != 1 {
				t.Errorf("%d uses on record", n)
			}
		})
	}
}

// TestWhatIsNotOnRecordIsNotShown: a use that cannot be saved is none.
func TestWhatIsNotOnRecordIsNotShown(t *testing.T) {
	for name, keys := range map[string][]string{"reveal": {"f5", "enter"}, "copy": {"esc", "c"}} {
		t.Run(name, func(t *testing.T) {
			r := begun(t)
			b := r.onDisplay(t)
			r.keptSecret()
			s := &unsaved{session: r.m.page.s}
			r.m.page.s = s
			r.keys(keys...).hides("hunter2").shows("could not be put on record")
			if b.text() != "" || r.m.over != nil {
				t.Errorf("the clipboard holds %q", b.text())
			}
			s.saves = true
			r.wait().keys("f2").hides("hunter2") // it is saved now, and not shown late
			r.recorded(map[string]run.SecretPurpose{"reveal": run.SecretRevealed, "copy": run.SecretCopied}[name])
			if b.text() != "" {
				t.Errorf("the clipboard holds %q", b.text())
			}
		})
	}
}

// unsaved is a run that cannot be saved at first.
type unsaved struct {
	session
	saves bool
}

func (s *unsaved) Flush(ctx context.Context) error {
	if !s.saves {
		return flows.ErrFull
	}
	return s.session.Flush(ctx)
}

// TestWithoutAKeptSecret the keys say that there is none, and what was typed and
// not taken is not given.
func TestWithoutAKeptSecret(t *testing.T) {
	for name, come := range map[string]func(r *rig){
		"empty":          func(r *rig) { r.focus("locker") },
		"typed":          func(r *rig) { r.focus("locker"); r.keys("'hunter2'") },
		"another field":  func(r *rig) { r.focus("ship") },
		"an end of step": func(r *rig) { r.goTo("") },
	} {
		r := begun(t)
		r.said = nil
		come(r)
		r.keys("f5")
		if r.m.over != nil {
			t.Errorf("%s: it opens %s", name, nameOf(r.m.over))
		}
		r.keys("esc", "c")
		if len(r.said) != 0 {
			t.Errorf("%s: copied %v", name, r.said)
		}
	}
}

// TestSecretsOfARehearsal are had back by their own key, and it is said that it
// protects nothing.
func TestSecretsOfARehearsal(t *testing.T) {
	r := begun(t)
	b := r.onDisplay(t)
	r.keptSecret()
	r.keys("f5").shows("rehearsal").keys("enter").shows(canary, "rehearsal").keys("x", "esc", "c")
	if b.text() != canary {
		t.Errorf("the clipboard holds %q", b.text())
	}
	r.recorded(run.SecretRevealed, run.SecretCopied)
}

// TestWhatOnlyTheTerminalTakes is sent to it, and nothing is claimed.
func TestWhatOnlyTheTerminalTakes(t *testing.T) {
	for name, tools := range map[string]*fakeTools{"no programs": nil, "none found": {}} {
		r := begun(t)
		if tools != nil {
			r.m.cfg.Tools = tools
		}
		r.keptSecret()
		r.keys("f5").shows("OSC 52", "not cleared").keys("c").shows("not cleared")
		if fmt.Sprint(r.said) != "["+canary+"]" {
			t.Errorf("%s: the terminal got %v", name, r.said)
		}
		if r.m.loan != nil {
			t.Errorf("%s: it is to be cleared", name)
		}
	}
}

// secretFrames are what is drawn of a kept secret.
var secretFrames = []struct {
	name string
	rig  func(t testing.TB) *rig
	set  func(r *rig)
}{
	{"field", begun, func(*rig) {}},
	{"masked", begun, func(r *rig) { r.keys("f5") }},
	{"below", begun, func(r *rig) { r.keys("f5", "pgdown", "pgdown", "pgdown") }},
	{"masked-real", locked, func(r *rig) { r.keys("f5") }},
	{"shown", begun, func(r *rig) { r.keys("f5", "enter") }},
	{"unlock", locked, func(r *rig) { r.keys("f5", "enter", "'hush'") }},
	{"expose", begun, func(r *rig) { r.keys("esc", "c") }},
	{"copied", begun, func(r *rig) { r.keys("esc", "c", "y") }},
	{"shared", begun, func(r *rig) { r.keys("f3", "f5", "enter") }},
}

// TestSecretFrames holds it in each language.
func TestSecretFrames(t *testing.T) {
	for _, f := range secretFrames {
		for _, lang := range words.Languages() {
			for _, size := range [][2]int{{40, 12}, {80, 24}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", f.name, lang, size[0], size[1]), func(t *testing.T) {
					r := f.rig(t)
					id, cfg := r.m.page.s.ID(), r.m.cfg
					cfg.Lang, cfg.Tools = lang, &fakeTools{name: "wl-copy", readable: true, through: []string{"tmux"}}
					r.start(cfg)
					r.do(r.m.open(id))
					r.size(size[0], size[1]).keptSecret()
					f.set(r)
					bounded(t, r)
					var lines []string
					for _, l := range strings.Split(r.screen(), "\n") {
						lines = append(lines, strings.TrimRight(l, " "))
					}
					golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
				})
			}
		}
	}
}

// TestALongSecretIsCut, and that is said; it never makes the frame higher.
func TestALongSecretIsCut(t *testing.T) {
	r := begun(t)
	r.focus("locker")
	r.paste(strings.Repeat("0123456789", 300))
	r.keys("enter", "shift+tab", "f5", "enter").shows("0123456789", "Only its beginning fits here.")
	bounded(t, r)
	r.size(40, 12).shows("0123456789", "Only its beginning fits")
	bounded(t, r)
}
