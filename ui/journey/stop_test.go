//go:build unix

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// job is the program as a job of a shell, which can be stopped: a line lets it go on.
type job struct {
	*terminal
	dir string
}

const jobScript = `set -m
sh -c 'echo $$ >pid; exec "$0" "$@"' "$0" "$@"
while [ $? -gt 140 ]; do echo "IT STOPPED"; read line; fg; done
echo "IT ENDED"`

func (h *house) job(args ...string) job {
	h.t.Helper()
	lotse := h.lotse(args...)
	cmd := exec.Command("sh", append([]string{"-c", jobScript}, lotse.Args...)...)
	cmd.Env, cmd.Dir = lotse.Env, lotse.Dir
	return job{open(h.t, 80, 24, atOnce, cmd), h.dir}
}

// stopBy sends the program a signal and waits until the shell has the terminal.
func (j job) stopBy(s syscall.Signal) {
	j.t.Helper()
	text, err := os.ReadFile(filepath.Join(j.dir, "pid"))
	if err != nil {
		j.t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		j.t.Fatal(err)
	}
	was := strings.Count(j.Raw(), "IT STOPPED")
	if err := syscall.Kill(pid, s); err != nil {
		j.t.Fatal(err)
	}
	j.WaitFor("that it has stopped", func(screen) bool { return strings.Count(j.Raw(), "IT STOPPED") > was })
}

// TestStopping stops the desk from outside, as often as one likes, and lets it go
// on: the shell has its terminal meanwhile, and then the page is there as it was.
func TestStopping(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.run("config", "mouse", "on")
	w, run := signing(h)
	w.Kill()
	j := h.job("resume", run)
	w.terminal = j.terminal
	w.at("sign-in")
	w.Key("tab")
	w.on("organisation")
	w.Send("Hafenamt")
	w.Wait("Hafenamt")
	before := w.modes()
	for round, s := range []syscall.Signal{syscall.SIGTSTP, syscall.SIGTSTP, syscall.SIGSTOP, syscall.SIGTSTP} {
		j.stopBy(s)
		if s == syscall.SIGTSTP { // SIGSTOP asks nobody
			w.restored()
		}
		w.Send("\n") // raw or not
		w.WaitFor("the page again", func(s screen) bool {
			return s.focused("Organisation chosen") && s.has("Hafenamt", "enter next") && !s.has("IT STOPPED")
		})
		for mode, on := range before {
			if w.modes()[mode] != on {
				t.Errorf("round %d: mode %s is %v, it was %v", round, mode, !on, on)
			}
		}
		w.Send(strconv.Itoa(round))
		w.Wait("Hafenamt0123"[:len("Hafenamt")+round+1])
	}
	w.Key("ctrl+c")
	w.Wait("IT ENDED", "lotse resume "+run)
	w.Exit()
	w.restored()
}

// TestStoppingAtASecret stops line mode and a command while a secret is typed: the
// shell echoes meanwhile, and nothing of the secret is ever seen.
func TestStoppingAtASecret(t *testing.T) {
	t.Parallel()
	for name, stop := range map[string]func(job){
		"SIGTSTP": func(j job) { j.stopBy(syscall.SIGTSTP) },
		"SIGSTOP": func(j job) { j.stopBy(syscall.SIGSTOP) },
		"ctrl+z": func(j job) {
			was := strings.Count(j.Raw(), "IT STOPPED")
			j.Key("ctrl+z")
			j.WaitFor("that it has stopped", func(screen) bool { return strings.Count(j.Raw(), "IT STOPPED") > was })
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			j := h.job("secret", "init")
			j.Wait("assphrase")
			stop(j)
			if name != "SIGSTOP" {
				j.echoes()
			}
			asked := strings.Count(j.Raw(), "assphrase")
			j.Send("\n") // raw or not
			j.WaitFor("the prompt again", func(screen) bool { return strings.Count(j.Raw(), "assphrase") > asked })
			j.Send("hush-and-longer\r")
			j.Wait("The same once more")
			j.Send("hush-and-longer\r")
			j.Wait("IT ENDED")
			j.Exit()
			j.restored()
			if strings.Contains(j.Raw(), "hush") {
				t.Errorf("the secret is seen:\n%s", j.Screen())
			}
		})
	}
}
