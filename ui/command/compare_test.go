package command_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lotse/ui/command"
)

// registers writes the registers of two systems with so many rows.
func registers(t *testing.T, dir string, rows int) {
	t.Helper()
	var left, right bytes.Buffer
	left.WriteString("Asiakaskoodi;Nimi\n")
	right.WriteString("number,name\n")
	for i := range rows {
		fmt.Fprintf(&left, "%d;Asiakas %d Oy\n", i+1000, i)
		fmt.Fprintf(&right, "%d,Asiakas %d Oy\n", i+1000+i%7/6*rows, i)
	}
	for name, b := range map[string]*bytes.Buffer{"netvisor.csv": &left, "rackbeat.csv": &right} {
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var compareCustomers = []string{"compare", "--register", "customers", "--left", "netvisor.csv", "--right", "rackbeat.csv"}

// TestCompareOnATerminal: the bar is as wide as the terminal and has colours;
// the line of progress is drawn, and taken away; NO_COLOR has none.
func TestCompareOnATerminal(t *testing.T) {
	dir := t.TempDir()
	registers(t, dir, 20_000)
	for _, noColor := range []bool{false, true} {
		cmd := program(t, dir, compareCustomers...)
		cmd.Env = append(cmd.Env, "LC_ALL=C.UTF-8", "TERM=xterm-256color")
		if noColor {
			cmd.Env = append(cmd.Env, "NO_COLOR=1")
		}
		code, said := talkTo(t, cmd).left()
		if code != 0 {
			t.Fatalf("exit %d:\n%s", code, said)
		}
		before, after, drawn := strings.Cut(said, "Customers: Netvisor / Rackbeat")
		if !drawn || !strings.Contains(before, "Reading ") || strings.Contains(after, "Reading ") || !strings.HasSuffix(strings.TrimSuffix(before, "\x1b[1m"), "\r\x1b[K") {
			t.Errorf("the progress is not drawn before the report, or not taken away: %q", before)
		}
		if has := strings.Contains(after, "\x1b["); has == noColor {
			t.Errorf("NO_COLOR %v, and there are colours: %v", noColor, has)
		}
		for line := range strings.Lines(ansi.Strip(after)) {
			if n := ansi.StringWidth(strings.TrimRight(line, "\r\n")); n > 80 {
				t.Errorf("a line of %d cells: %s", n, line)
			}
		}
	}
	// In a pipe there is neither.
	cmd := program(t, dir, compareCustomers...)
	out, err := cmd.CombinedOutput()
	if err != nil || bytes.ContainsAny(out, "\x1b\r") {
		t.Errorf("in a pipe: %v\n%.300q", err, out)
	}
}

// TestCompareInterrupted: ctrl+c ends it with 130, whatever it is at, and
// nothing is written.
func TestCompareInterrupted(t *testing.T) {
	dir := t.TempDir()
	registers(t, dir, 400_000)
	d := talkTo(t, program(t, dir, append(compareCustomers, "--out", "out.csv")...))
	d.answer("Reading ", "\x03")
	code, said := d.left()
	if code != 130 || strings.Contains(said, "Customers:") {
		t.Errorf("exit %d:\n%q", code, said)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*out*"))
	if err != nil || len(found) > 0 {
		t.Errorf("left behind: %q, %v", found, err)
	}
	hidden, err := filepath.Glob(filepath.Join(dir, ".lotse-*"))
	if err != nil || len(hidden) > 0 {
		t.Errorf("left behind: %q, %v", hidden, err)
	}
}

// stopping ends a context once something is written.
type stopping struct {
	stop  func()
	wrote int
}

func (s *stopping) Write(p []byte) (int, error) {
	s.stop()
	s.wrote += len(p)
	return len(p), nil
}

// TestCompareInterruptedWhileItPrints: a large report stops soon after.
func TestCompareInterruptedWhileItPrints(t *testing.T) {
	dir := t.TempDir()
	registers(t, dir, 20_000)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out := &stopping{stop: stop}
	var talk bytes.Buffer
	code := command.Main(ctx, command.Program{
		Store: realStore(), Out: out, Err: &talk, Getenv: func(string) string { return "" }, Data: dir,
	}, []string{"compare", "--register", "customers", "--left", filepath.Join(dir, "netvisor.csv"), "--right", filepath.Join(dir, "rackbeat.csv"), "--json"})
	if code != 130 || out.wrote > 200_000 {
		t.Errorf("exit %d after %d bytes: %s", code, out.wrote, talk.String())
	}
}
