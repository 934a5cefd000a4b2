//go:build campaign

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// atSecret is a run whose client secret is what is to be answered next.
func atSecret(t *testing.T, h *house) (run string) {
	t.Helper()
	run = h.start()
	h.run("set", run, "uses_connect5=no", "page_seen=button", "other_organisation_has_client=no", "create_result=created", "client_id=muster-01", "secret_holder=captured_here")
	return run
}

// crashes ends the wizard in every way while the secret stands typed in its
// field, and once it is sealed.
func (s *sinks) crashes(t *testing.T) {
	ways := map[string]func(w wizard){
		"SIGQUIT": func(w wizard) { w.Signal(syscall.SIGQUIT) },
		"SIGSEGV": func(w wizard) { w.Signal(syscall.SIGSEGV) },
		"SIGABRT": func(w wizard) { w.Signal(syscall.SIGABRT) },
		"SIGTERM": func(w wizard) { w.Signal(syscall.SIGTERM) },
		"SIGKILL": func(w wizard) { w.Signal(syscall.SIGKILL) },
		"hang-up": func(w wizard) { w.Hangup() },
	}
	h := leaky(keyedHouse(t))
	for name, end := range ways {
		for _, sealed := range []bool{false, true} {
			run := atSecret(t, h)
			w := h.wizard(80, 40, "resume", run)
			w.at("applies")
			w.jump("credentials")
			w.on("client_secret")
			w.Paste(canary)
			w.WaitFor("dots for the secret", screen.dotted)
			if sealed {
				w.Key("enter")
				w.on("token")
				w.WaitFor("that it is saved", screen.saved)
			}
			s.running(t, w.terminal, h)
			end(w)
			w.Exit()
			s.look(t, "terminal of a crash", []byte(w.Raw()))
			s.house(t, h)
			for _, args := range [][]string{{"show", run}, {"log", run, "--json"}} {
				s.result(t, "after "+name, call(t, h.lotse(args...), ""))
			}
			s.result(t, "after "+name+", lines", call(t, h.lotse("resume", run, "--plain"), "go credentials\nquit\n"))
			w = h.wizard(80, 40, "resume", run)
			w.WaitFor("the run again", screen.saved)
			w.Key("ctrl+c")
			w.Exit()
			s.look(t, "terminal of a crash", []byte(w.Raw()))
			s.house(t, h)
		}
	}
}

// tool runs a program that the campaign needs.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing: install it", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// inTmux gives the secret in tmux, which keeps what was on the screen and what
// was copied.
func (s *sinks) inTmux(t *testing.T) {
	h := leaky(keyedHouse(t))
	run, socket := atSecret(t, h), filepath.Join(h.dir, "s")
	tmux := func(args ...string) string {
		t.Helper()
		return tool(t, "tmux", append([]string{"-S", socket, "-f", "/dev/null"}, args...)...)
	}
	start := append([]string{"new-session", "-d", "-x", "80", "-y", "40", "env", "-i"}, h.env...)
	tmux(append(start, "TERM=screen-256color", filepath.Join(bin, "lotse"), "resume", run)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", socket, "kill-server").Run() }) // it may be gone
	tmux("pipe-pane", "-o", "cat >> "+filepath.Join(h.dir, "pipe"))
	wait := func(what, text string) {
		t.Helper()
		for end := time.Now().Add(patience); !strings.Contains(tmux("capture-pane", "-p"), text); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("in tmux %s never came:\n%s", what, tmux("capture-pane", "-p"))
			}
		}
	}
	wait("the first step", "Is a client needed at all?")
	tmux("send-keys", "C-o")
	wait("the outline", "Outline")
	tmux("send-keys", "-l", "Client id and secret")
	wait("the step in it", "Go to  Client i")
	tmux("send-keys", "Enter")
	wait("the secret's field", "│ Client secret")
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte(canary), 0o600); err != nil {
		t.Fatal(err)
	}
	tmux("load-buffer", secret)
	tmux("paste-buffer", "-d", "-p")
	wait("dots", "**")
	tmux("send-keys", "Enter")
	wait("the seal", "sealed")
	for range 3 {
		tmux("resize-window", "-x", "60", "-y", "20")
		tmux("resize-window", "-x", "80", "-y", "40")
	}
	wait("the seal again", "sealed")
	history := func() { s.look(t, "tmux history", []byte(tmux("capture-pane", "-p", "-e", "-S", "-"))) }
	history()
	s.look(t, "tmux buffers", []byte(tmux("list-buffers")))
	pid, err := strconv.Atoi(strings.TrimSpace(tmux("display-message", "-p", "#{pane_pid}")))
	if err != nil {
		t.Fatal(err)
	}
	running := func() bool { // one that ended, and that tmux has not waited for yet, has no command line
		line, _ := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "cmdline"))
		return len(line) > 0
	}
	if !running() {
		t.Fatalf("process %d is not the program in tmux", pid)
	}
	tmux("set-option", "remain-on-exit", "on")
	tmux("send-keys", "C-c")
	wait("the farewell", "Go on with: lotse resume")
	for end := time.Now().Add(patience); running(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the program in tmux said farewell and did not end")
		}
	}
	history()
	s.house(t, h)
}

// inLines gives the secret in plain lines on a terminal, with a key that is made
// there.
func (s *sinks) inLines(t *testing.T) {
	h := leaky(newHouse(t))
	run := atSecret(t, h)
	p := h.open(100, 40, never, "resume", run, "--plain")
	p.Wait("Step 1 of")
	p.Send("secret credentials.client_secret\n")
	p.Wait("Client secret")
	for _, ask := range []struct{ seen, typed string }{{"Client secret", canary}, {"Passphrase", passphrase}, {"Again", passphrase}} {
		p.WaitFor(ask.seen, func(sc screen) bool { return sc.has(ask.seen) && unechoed(t, p) })
		s.running(t, p, h)
		p.Send(ask.typed + "\n")
	}
	p.Wait("The secret is sealed.")
	p.Send("check credentials.token\n")
	p.Wait("Not checked")
	s.running(t, p, h)
	p.Send("quit\n")
	p.Exit()
	s.look(t, "terminal of the lines", []byte(p.Raw()))
	s.house(t, h)
}

// byCommands has a command open the secret, by its passphrase, and send it to
// servers that say it again in every way; then the run's words are looked at.
func (s *sinks) byCommands(t *testing.T) {
	e, h := &echoing{}, leaky(keyedHouse(t))
	n := newInternet(t, e.ServeHTTP)
	n.reached(h)
	run := atSecret(t, h)
	s.result(t, "set", call(t, h.lotse("set", run, "--secret-stdin", "credentials.client_secret"), canary))
	for way := range echoes {
		if e.way.Store(int64(way)); way > 2 && !*faultLong {
			break // each takes what opening the key takes; TestFaultEchoedSecrets has them all
		}
		p := h.open(100, 40, atOnce, "check", run, "credentials.token")
		p.WaitFor("the question for the passphrase", func(sc screen) bool { return sc.has("Passphrase") && unechoed(t, p) })
		s.running(t, p, h)
		p.Send(passphrase + "\n")
		p.Exit()
		s.look(t, "terminal of a check", []byte(p.Raw()))
		for _, args := range [][]string{{"show", run}, {"log", run, "--json"}, {"log", run, "--lang", "de"}} {
			s.result(t, "after an echo", call(t, h.lotse(args...), ""))
		}
		s.house(t, h)
	}
	rightfully(t, n, "https://login.tecalliance.net")
	s.planted(t, h, run)
}

// planted puts the canary where it is no secret, and holds that the search finds
// it in all that tells of it.
func (s *sinks) planted(t *testing.T, h *house, run string) {
	t.Helper()
	h.run("note", run, "credentials", "It is "+canary)
	for _, args := range [][]string{{"log", run}, {"log", run, "--json"}, {"log", run, "--lang", "fi"}} {
		if s.leaks.In([]byte(h.run(args...).stdout)) == "" {
			t.Errorf("what is planted is not found in %q", args)
		}
	}
	if len(h.holding(func(content []byte) bool { return s.leaks.In(content) != "" })) == 0 {
		t.Error("what is planted is not found in the house")
	}
}
