//go:build platforms && linux

package journey

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// wine is a Windows of its own, with the program on it. Its drive Z: is this
// machine's root, and a call's working folder is its own, so that files are named as
// they are here.
type wine struct {
	t      *testing.T
	folder string // where the calls work
	prefix string // the folder with its drives
}

// released is the program as it is passed on.
var released = flag.String("exe", "", "the `program` for Windows to test; without one it is built")

// windows makes the Windows of all tests and puts the program on it, once.
var windows = sync.OnceValues(func() (string, error) {
	prefix, err := os.MkdirTemp("", "lotse-wine-")
	if err != nil {
		return "", err
	}
	atEnd = append(atEnd, func() {
		down(prefix)
		_ = os.RemoveAll(prefix)
	})
	system := filepath.Join(prefix, "drive_c/windows/system32")
	exe := filepath.Join(prefix, "drive_c/lotse.exe")
	put := exec.Command("cp", *released, exe)
	if *released == "" {
		put = exec.Command("go", "build", "-o", exe, "lotse")
		put.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1", "CC="+mingw)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	steps := []*exec.Cmd{onWine(ctx, prefix, "", "wineboot", "--init"), put}
	if _, err := os.Stat("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/bcryptprimitives.dll"); errors.Is(err, fs.ErrNotExist) {
		steps = append(steps, exec.Command(mingw, "-shared", "-O2", "-nostdlib", "-Wl,--entry,DllMain", "-o", filepath.Join(system, "bcryptprimitives.dll"), "testdata/wine/bcryptprimitives.c", "-ladvapi32"))
	}
	for _, step := range steps {
		if out, err := step.CombinedOutput(); err != nil {
			return "", errors.Join(err, errors.New(step.String()+": "+string(out)))
		}
	}
	return prefix, nil
})

// resident is the program that stays; nil while none runs.
var resident struct {
	sync.Mutex
	cmd *exec.Cmd
}

// stay keeps one program running, and waits until it runs: what starts first also
// starts the services of wine, which hold its output open for as long as they live,
// and the output of a call has to end with the call.
func stay(prefix string) error {
	resident.Lock()
	defer resident.Unlock()
	if resident.cmd != nil {
		return nil
	}
	cmd := onWine(context.Background(), prefix, "", "wine", "cmd", "/k", "echo up")
	if _, err := cmd.StdinPipe(); err != nil { // it ends with its input
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	resident.cmd = cmd
	defer time.AfterFunc(patience, func() { _ = out.Close() }).Stop()
	_, err = out.Read(make([]byte, 1))
	return err
}

// down ends all that runs on a Windows, whatever it does; the next test starts it
// again.
func down(prefix string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for _, arg := range []string{"-k", "-w"} { // kill it, and wait until it has ended
		server := exec.CommandContext(ctx, "wineserver", arg)
		server.Env = append(os.Environ(), "WINEPREFIX="+prefix)
		_ = server.Run() // it may have ended before
	}
	resident.Lock()
	defer resident.Unlock()
	if resident.cmd != nil {
		_ = resident.cmd.Process.Kill()
		_ = resident.cmd.Wait()
		resident.cmd = nil
	}
}

// What runs on wine starts slowly.
func init() { patience = max(patience, 3*time.Minute) }

const mingw = "x86_64-w64-mingw32-gcc"

// onWine is a call on a Windows. One that still runs when ctx ends takes all with it
// that runs there: to kill the call alone would leave its program, with its outputs
// open.
func onWine(ctx context.Context, prefix, folder, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = folder
	cmd.Cancel = func() error {
		down(prefix)
		return cmd.Process.Kill()
	}
	cmd.WaitDelay = patience // an output that stays open is an error, not a wait for ever
	cmd.Env = []string{
		"WINEPREFIX=" + prefix, "WINEDEBUG=-all", "WINEARCH=win64", "HOME=" + prefix,
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TZ=UTC", "LOTSE_LANG=en", "LOTSE_NETWORK=off",
	}
	return cmd
}

// newWine is a working folder on Windows, with a database of its own in it. Nothing
// that a failed test has started is there for the next.
func newWine(t *testing.T) *wine {
	t.Helper()
	prefix, err := windows()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			down(prefix)
		}
	})
	if err := stay(prefix); err != nil {
		t.Fatal(err)
	}
	return &wine{t, t.TempDir(), prefix}
}

// call is a call that ends with the test.
func (w *wine) call(program string, args ...string) *exec.Cmd {
	return onWine(w.t.Context(), w.prefix, w.folder, program, args...)
}

// lotse is a call of the program, with the database of the folder.
func (w *wine) lotse(args ...string) *exec.Cmd {
	cmd := w.call("wine", append([]string{`C:\lotse.exe`}, args...)...)
	cmd.Env = append(cmd.Env, "LOTSE_DB="+w.path("data/lotse.db"))
	return cmd
}

// path is how Windows calls a file of the folder.
func (w *wine) path(name string) string {
	return "Z:" + strings.ReplaceAll(filepath.Join(w.folder, name), "/", `\`)
}

func (w *wine) write(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.folder, name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

func (w *wine) file(name string) string {
	w.t.Helper()
	text, err := os.ReadFile(filepath.Join(w.folder, name))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(text)
}

// ends runs a command that has to end with a code, and gives what it says.
func (w *wine) ends(code int, stdin string, args ...string) string {
	w.t.Helper()
	r := call(w.t, w.lotse(args...), stdin)
	if r.code != code {
		w.t.Fatalf("lotse %q: exit %d, want %d\n%s%s", args, r.code, code, r.stdout, r.err)
	}
	return r.stdout + r.err
}

// run runs a command that has to succeed.
func (w *wine) run(args ...string) string {
	w.t.Helper()
	return w.ends(0, "", args...)
}

// start starts a run of the procedure of the tests.
func (w *wine) start(args ...string) (run string) {
	w.t.Helper()
	w.write("crew.yaml", crew)
	var s shown
	out := w.run(append([]string{"start", "./crew.yaml", "--customer", "Müller & Söhne", "--no-input", "--json"}, args...)...)
	if err := json.Unmarshal([]byte(out[strings.Index(out, "{"):]), &s); err != nil {
		w.t.Fatalf("%v\n%s", err, out)
	}
	return s.Run.ID
}

// says fails where a text is missing.
func (w *wine) says(text string, all ...string) {
	w.t.Helper()
	for _, part := range all {
		if !strings.Contains(text, part) {
			w.t.Errorf("%q is missing in\n%s", part, text)
		}
	}
}

// crew is a procedure with a field, a secret, a list and a check that asks a name
// server; its lines end as Windows ends them.
var crew = strings.ReplaceAll(`procedure: crew
version: 1
title: Crew
summary: A field, a secret, a list and a check.
source: {document: none.txt, read: 2026-11-21}
systems: [Portal]
facts: [T-01]
steps:
  - id: ship
    title: The ship
    facts: [T-01]
    items:
      - {field: name, type: text, label: Name}
      - {field: key, type: secret, label: Key}
      - {field: contact, type: email, label: Contact}
      - {check: domain, run: mail.domain, label: Takes mail?, with: {address: contact}, level: warn}
      - list: people
        label: People
        columns:
          - {field: who, type: text, label: Who}
          - {field: town, type: text, label: Town}
`, "\n", "\r\n")
