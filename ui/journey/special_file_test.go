//go:build unix

package journey

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFilesThatAreNone names pipes, sockets, devices and folders wherever a command
// takes a file: none waits for anybody, and each is refused.
func TestFilesThatAreNone(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.env = append(h.env, "LOTSE_NETWORK=on") // the certificates are read, and nobody answers on loopback
	run := h.start()
	h.run("set", run, "uses_connect5=no")
	kinds := map[string]func(path string){
		"pipe": func(path string) {
			if err := syscall.Mkfifo(path, 0o600); err != nil {
				t.Fatal(err)
			}
		},
		"socket": func(path string) {
			l, err := net.Listen("unix", path)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = l.Close() })
		},
		"device": func(path string) {
			if err := os.Symlink("/dev/zero", path); err != nil {
				t.Fatal(err)
			}
		},
		"folder": func(path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		},
	}
	good := filepath.Join(h.dir, "good.csv")
	if err := os.WriteFile(good, []byte("Number;Name\n1;Muster\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for kind, make := range kinds {
		path := filepath.Join(h.dir, kind+".yaml")
		make(path)
		for _, args := range [][]string{
			{"set", run, "--answers", path},
			{"start", "teccom-import", "--customer", "X", "--answers", path, "--no-input"},
			{"tick", run, "sign-in.signed_in", "--evidence", path},
			{"lint", path},
			{"compare", "customers", "--left", path, "--right", good},
			{"set", run, "organisations.organisations=@" + path},
			{"probe", "http.endpoint", "--url", "https://127.0.0.1:1", "--ca", path},
			{"restore", path, "--yes"},
			{"list", "--db", path},
			{"draft", run, "handover.summary", "-o", path},
		} {
			if r := call(t, h.lotse(args...), ""); r.code == 0 || r.err == "" {
				t.Errorf("lotse %v: exit %d\n%s%s", args, r.code, r.stdout, r.err)
			}
		}
	}
	h.verify(run)
}

// TestStreamsByTheirNames are read like a file, whatever stands behind them.
func TestStreamsByTheirNames(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.start()
	for line, organisation := range map[string]string{
		`"$0" set RUN --answers -`:                         "by a dash",
		`"$0" set RUN --answers /dev/stdin`:                "by its name",
		`"$0" set RUN --answers /dev/fd/0`:                 "by its number",
		`cat | "$0" set RUN --answers /dev/stdin`:          "through a pipe",
		`"$0" set RUN --answers /dev/fd/7 7<&0 </dev/null`: "by another number",
	} {
		lotse := h.lotse()
		cmd := exec.Command("sh", "-c", strings.ReplaceAll(line, "RUN", run), lotse.Path)
		cmd.Env, cmd.Dir = lotse.Env, lotse.Dir
		if r := call(t, cmd, "sign-in: {organisation: "+organisation+"}\n"); r.code != 0 {
			t.Errorf("%s: exit %d\n%s", line, r.code, r.err)
		}
		log := h.log(run)
		if last := log[len(log)-1]; !strings.Contains(string(last.Data), organisation) {
			t.Errorf("%s: the last event is %s", line, last.Data)
		}
	}
}
