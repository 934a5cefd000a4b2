//go:build platforms && linux

package journey

import (
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
		_ = onWine(prefix, "", "wineserver", "-k").Run()
		_ = onWine(prefix, "", "wineserver", "-w").Run()
		_ = os.RemoveAll(prefix)
	})
	system := filepath.Join(prefix, "drive_c/windows/system32")
	exe := filepath.Join(prefix, "drive_c/lotse.exe")
	put := exec.Command("cp", *released, exe)
	if *released == "" {
		put = exec.Command("go", "build", "-o", exe, "lotse")
		put.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1", "CC="+mingw)
	}
	steps := []*exec.Cmd{onWine(prefix, "", "wineboot", "--init"), put}
	if _, err := os.Stat("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/bcryptprimitives.dll"); errors.Is(err, fs.ErrNotExist) {
		steps = append(steps, exec.Command(mingw, "-shared", "-O2", "-nostdlib", "-Wl,--entry,DllMain", "-o", filepath.Join(system, "bcryptprimitives.dll"), "testdata/wine/bcryptprimitives.c", "-ladvapi32"))
	}
	for _, step := range steps {
		if out, err := step.CombinedOutput(); err != nil {
			return "", errors.Join(err, errors.New(step.String()+": "+string(out)))
		}
	}
	return prefix, stay(prefix)
})

// stay keeps one program running, and waits until it runs: what starts first also
// starts the services of wine, which hold its output open for as long as they live,
// and the output of a call has to end with the call.
func stay(prefix string) error {
	resident := onWine(prefix, "", "wine", "cmd", "/k", "echo up")
	in, err := resident.StdinPipe()
	if err != nil {
		return err
	}
	out, err := resident.StdoutPipe()
	if err != nil {
		return err
	}
	atEnd = append([]func(){func() {
		_ = in.Close()
		_ = resident.Process.Kill()
		_ = resident.Wait()
	}}, atEnd...)
	if err := resident.Start(); err != nil {
		return err
	}
	_, err = out.Read(make([]byte, 1))
	return err
}

// What runs on wine starts slowly.
func init() { patience = max(patience, 3*time.Minute) }

const mingw = "x86_64-w64-mingw32-gcc"

func onWine(prefix, folder, program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = folder
	cmd.WaitDelay = patience // an output that stays open is an error, not a wait for ever
	cmd.Env = []string{
		"WINEPREFIX=" + prefix, "WINEDEBUG=-all", "WINEARCH=win64", "HOME=" + prefix,
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "TZ=UTC", "LOTSE_LANG=en", "LOTSE_NETWORK=off",
	}
	return cmd
}

// newWine is a working folder on Windows, with a database of its own in it.
func newWine(t *testing.T) *wine {
	t.Helper()
	if _, err := windows(); err != nil {
		t.Fatal(err)
	}
	return &wine{t, t.TempDir()}
}

func (w *wine) prefix() string {
	prefix, err := windows()
	if err != nil {
		w.t.Fatal(err)
	}
	return prefix
}

// lotse is a call of the program, with the database of the folder.
func (w *wine) lotse(args ...string) *exec.Cmd {
	cmd := onWine(w.prefix(), w.folder, "wine", append([]string{`C:\lotse.exe`}, args...)...)
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
