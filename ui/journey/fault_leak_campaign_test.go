//go:build campaign

package journey

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leakStories are stories that have, together, every secret field of every
// procedure, and every check that sends a secret in a run.
var leakStories = []string{
	"import-new-client", "export-new-client", "techdata-own-check", "netvisor-to-rackbeat", "netvisor-live-before", "netvisor-live",
}

// leaky is the environment in which a program tells most of itself.
func leaky(h *house) *house {
	h.t.Helper()
	temp := filepath.Join(h.dir, "tmp")
	if err := os.Mkdir(temp, 0o700); err != nil {
		h.t.Fatal(err)
	}
	h.env = append(h.env, "TMPDIR="+temp, "GOTRACEBACK=crash", "TEA_TRACE="+filepath.Join(h.dir, "tea.trace"), "TEA_DEBUG="+filepath.Join(h.dir, "tea.debug"), "DEBUG=1")
	return h
}

// TestFaultLeaks has a marked secret in every secret field, and a passphrase:
// typed, sealed, sent to servers that say it again, killed, hung up and crashed
// on. Of neither is a piece found in anything that the program writes.
func TestFaultLeaks(t *testing.T) {
	t.Parallel()
	s := newSinks()
	s.finds(t)
	t.Run("all", func(t *testing.T) {
		all, err := stories("testdata/stories")
		if err != nil {
			t.Fatal(err)
		}
		for _, story := range all {
			if slices.Contains(leakStories, story.Name) {
				t.Run(story.Name, func(t *testing.T) {
					t.Parallel()
					s.play(t, echoed(story))
				})
			}
		}
		for name, way := range map[string]func(*testing.T){"crashes": s.crashes, "tmux": s.inTmux, "lines": s.inLines, "commands": s.byCommands} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				way(t)
			})
		}
	})
	s.needs(t, "terminal of the desk", "database", "write-ahead log", "shared memory of the store", "backups", "evidence", "letters", "reports", "runs in a file", "key file",
		"/proc cmdline", "/proc environ", "show, stdout", "show --json, stdout", "log, stdout", "log --json, stdout", "doctor, stdout", "backup, stdout",
		"draft, stdout", "terminal of a crash", "tmux history", "what tmux wrote down", "terminal of the lines", "terminal of a check")
	report("leak canary", "%d stories, %d sinks x %d forms, %d MiB looked at, %d hits, planted: found", len(leakStories), len(s.looked), len(forms), s.bytes()>>20, s.hits)
}

// bytes is how much was looked at.
func (s *sinks) bytes() (all int) {
	for _, n := range s.looked {
		all += n
	}
	return all
}

// echoed is a story for real, at servers that refuse every secret and say it
// again: its checks fail, and each secret is checked as soon as it is there.
func echoed(of *story) *story {
	read := *of.Story
	s := &story{Story: &read}
	s.Mode, s.Faults, s.Acts = "", nil, nil
	for _, a := range of.Acts {
		is := *a
		switch is.Verb {
		case "kill": // of the key that was made in this program nothing would be open
			continue
		case "check":
			is.With = map[string]string{"result": "failed"}
		case "accept":
			is.On = []string{strings.ReplaceAll(is.On[0], ".unknown", ".failed")}
		}
		s.Acts = append(s.Acts, &is)
	}
	return s
}

// play plays a story at the desk, and looks at all sinks while it goes and after
// it.
func (s *sinks) play(t *testing.T, story *story) {
	e, h := &echoing{}, leaky(newHouse(t))
	n := newInternet(t, e.ServeHTTP)
	n.reached(h)
	st := newStage(h, story)
	t.Cleanup(func() {
		if t.Failed() && st.act != nil {
			t.Logf("testdata/stories/%s.yaml:%d: %s", story.Name, st.act.Line, st.act.Said)
		}
	})
	d := newDeskFace(st).(*deskFace)
	d.begin()
	for _, written := range story.Acts {
		a := st.told(written)
		st.act = a
		switch a.Verb {
		case "":
		case "secret":
			s.seal(t, d, a)
		default:
			d.do(a)
		}
		d.look(a)
	}
	s.running(t, d.terminal, h)
	d.end()
	s.look(t, "terminal of the desk", []byte(d.Raw()))
	s.after(t, st)
	rightfully(t, n, "https://login.tecalliance.net", "https://app.rackbeat.com", "https://auth.example.eu", "https://api.example.eu")
}

// seal gives the secret to its field, and checks it where a check in the step
// takes it. The first one makes the key that seals it.
func (s *sinks) seal(t *testing.T, d *deskFace, a *act) {
	t.Helper()
	it := d.item(a.On[0])
	if _, err := os.Stat(filepath.Join(d.dir, "identity.age")); err != nil {
		s.makeKey(t, d, it)
	} else {
		d.secret(a)
	}
	s.running(t, d.terminal, d.house)
	i := slices.IndexFunc(it.step.Items, func(i *item) bool { return i.Kind == "check" })
	if i >= 0 {
		d.check(&act{Verb: "check", On: []string{it.step.ID + "." + it.step.Items[i].ID}, With: map[string]string{"result": "failed"}})
		s.running(t, d.terminal, d.house)
	}
}

// makeKey gives a secret where there is no key yet: a passphrase is asked for,
// twice.
func (s *sinks) makeKey(t *testing.T, d *deskFace, it *item) {
	t.Helper()
	over := &d.tongue.Overlay
	d.focusOn(it)
	d.Paste(canary)
	d.WaitFor("dots for the secret", screen.dotted)
	s.running(t, d.terminal, d.house)
	d.press("enter", "the question for a passphrase", func(s screen) bool { return s.over() == over.VaultTitle })
	for _, row := range []string{over.VaultPass, over.VaultAgain} {
		d.WaitFor("the row "+row, func(s screen) bool { return s.has("│ │ "+row) && strings.HasPrefix(s.help(), "enter ") })
		d.Send(passphrase)
		d.WaitFor("dots for the passphrase", func(s screen) bool { return dots(s.line("│ │ " + row)) })
		s.look(t, "screen", []byte(d.Screen().String()))
		d.Key("enter")
	}
	d.WaitFor("that the secret is sealed", func(s screen) bool { return s.over() == "" && d.tongue.saved(s) && s.has("••••") })
}

// running looks at a program at work.
func (s *sinks) running(t *testing.T, p *terminal, h *house) {
	t.Helper()
	s.process(t, p.cmd.Process.Pid)
	s.look(t, "screen", []byte(p.Screen().String()))
	s.look(t, "title", []byte(p.Title()))
	s.house(t, h)
}

// after has every command tell of a run, write its letters and a backup, and
// looks at what is there then.
func (s *sinks) after(t *testing.T, st *stage) {
	t.Helper()
	h := st.house
	for name, args := range map[string][]string{
		"show": {"show", st.run}, "log": {"log", st.run}, "list": {"list"}, "verify": {"verify", st.run}, "doctor": {"doctor"}, "backup": {"backup"},
		"secret list": {"secret", "list"}, "config": {"config"}, "resume": {"resume", st.run, "--no-input"}, "restore": {"backup", "--list"},
		"secret show": {"secret", "show", st.run, "client_secret"}, "sheet": {"sheet", st.run}, "calendar": {"calendar", st.run},
	} {
		s.result(t, name, call(t, h.lotse(args...), ""))
		s.result(t, name+" --json", call(t, h.lotse(append(args, "--json")...), ""))
		s.result(t, name+" in Finnish", call(t, h.lotse(append(args, "--lang", "fi")...), ""))
	}
	for _, step := range st.proc.Steps {
		for _, it := range step.Items {
			if it.Kind != "draft" {
				continue
			}
			draft := []string{"draft", st.run, step.ID + "." + it.ID}
			s.result(t, "draft", call(t, h.lotse(draft...), ""))
			s.result(t, "draft --mailto", call(t, h.lotse(append(draft, "--mailto")...), ""))
			for _, ending := range []string{".txt", ".eml"} {
				s.result(t, "draft -o", call(t, h.lotse(append(draft, "-o", filepath.Join(h.dir, "letter-"+it.ID+ending))...), ""))
			}
		}
	}
	s.leaving(t, st)
	s.house(t, h)
}

// leaving has written what leaves the house as a file, in each format.
func (s *sinks) leaving(t *testing.T, st *stage) {
	t.Helper()
	h := st.house
	for _, ending := range []string{".md", ".html", ".pdf", ".json", ".csv", ".txt"} {
		for _, with := range [][]string{nil, {"--internal"}} {
			file := filepath.Join(h.dir, "report"+strings.Join(with, "")+ending)
			s.result(t, "report -o", call(t, h.lotse(append([]string{"report", st.run, "-o", file}, with...)...), ""))
		}
	}
	s.result(t, "handover", call(t, h.lotse("handover", st.run, "-o", filepath.Join(h.dir, "run.lotse")), ""))
}
