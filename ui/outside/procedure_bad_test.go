//go:build unix

package outside_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// bomb is a document whose aliases would be a thousand million texts.
const bomb = "procedure: bad\na: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"

// steps is a document of n steps.
func steps(n int) string {
	var b strings.Builder
	b.WriteString("procedure: bad\nversion: 1\ntitle: T\nsummary: S\nsteps:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: s%d, title: T, items: [{text: x}]}\n", i)
	}
	return b.String()
}

// TestBadDocumentsByPath: each is refused with its place, in a sentence, and nothing of
// it is taken; what only looks odd is read.
func TestBadDocumentsByPath(t *testing.T) {
	good := strings.ReplaceAll(quay, "quay", "bad")
	for name, tt := range map[string]struct {
		text string
		code string // of the first fault; "" where it is read
	}{
		"a MiB and more":     {good + strings.Repeat("# filling\n", 110_000), "lint.file_size"},
		"10,000 steps":       {steps(10_000), "lint.yaml_parts"},
		"a bomb":             {bomb, "lint.needs_key"}, // and then each anchor and alias
		"no text":            {"\x00\x01\x02", "lint.not_mapping"},
		"nothing":            {"", "lint.yaml_empty"},
		"lines of Windows":   {strings.ReplaceAll(good, "\n", "\r\n"), ""},
		"a byte order mark":  {"\ufeff" + good, ""},
		"a list":             {"- a\n- b\n", "lint.not_mapping"},
		"another's name":     {quay, "lint.id_file"},
		"steps that are not": {strings.ReplaceAll(good, "steps:", "steps:\n  - include: gone\nrest:"), "lint.no_file"},
	} {
		dir := write(t, map[string]string{"bad.yaml": tt.text})
		p, err := outside.Procedure(shelf(), filepath.Join(dir, "bad.yaml"))
		var faults flows.Faults
		switch found := errors.As(err, &faults); {
		case tt.code == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case tt.code != "" && (p != nil || !found || faults[0].Line < 1):
			t.Errorf("%s: %v, %v", name, p, err)
		case tt.code != "" && faults[0].Message.Code != tt.code:
			t.Errorf("%s is told as %s", name, faults[0])
		}
	}
}

// TestWhatIsNoFile: what waits, leads out, cannot be read or holds too much is refused
// before anything is read of it.
func TestWhatIsNoFile(t *testing.T) {
	dir := write(t, map[string]string{
		"in/quay.yaml":   quay,
		"out/quay.yaml":  quay,
		"part/quay.yaml": strings.ReplaceAll(quay, "steps:", "steps:\n  - include: more\nrest:"),
		"secret.yaml":    "steps: []\n",
	})
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		syscall.Mkfifo(at("pipe.yaml"), 0o600), os.Mkdir(at("folder.yaml"), 0o700), os.Mkdir(at("links"), 0o700),
		os.Symlink(at("in/quay.yaml"), at("links/quay.yaml")), os.Symlink("quay.yaml", at("out/other.yaml")),
		os.Symlink(at("secret.yaml"), at("part/more.steps.yaml")), os.Symlink("loop.yaml", at("loop.yaml")),
		os.Symlink(os.DevNull, at("device.yaml")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, code := range map[string]string{
		"pipe.yaml": "file.device", "device.yaml": "file.device", "folder.yaml": "source.none", "links/quay.yaml": "refuse.procedure_faulty",
		"links": "refuse.procedure_faulty", "part/quay.yaml": "refuse.procedure_faulty", "loop.yaml": "", "in/../in/quay.yaml": "-",
	} {
		_, err := outside.Procedure(shelf(), at(name))
		var r *flows.Refusal
		switch found := errors.As(err, &r); {
		case code == "-" && err != nil, code != "-" && err == nil:
			t.Errorf("%s: %v", name, err)
		case found && code != "" && r.Message.Code != code:
			t.Errorf("%s is refused as %s", name, r.Message)
		case found && code == "refuse.procedure_faulty" && !strings.Contains(words.Say("en", r.Message), "is a link that leads out of its folder"):
			t.Errorf("%s is told as %s", name, words.Say("en", r.Message))
		}
	}
}
