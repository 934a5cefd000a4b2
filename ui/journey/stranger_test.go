//go:build unix

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestStrangersHour follows flows/README.md, command by command as they stand there,
// from an empty folder to a run in somebody else's store, and on to the next version.
// What the page leaves to a person is done by the test: the text of the procedure, its
// translation, and what is typed.
func TestStrangersHour(t *testing.T) {
	t.Parallel()
	p := readPage(t)
	theirs, ours := newHouse(t), newHouse(t)

	at := theirs.dir
	for _, line := range p.commands("mkdir newsletter") {
		at = theirs.line(at, line, 0)
	}
	file := filepath.Join(at, "newsletter-sender.yaml")
	theirs.line(at, "lotse lint .", 0) // what it wrote
	put(t, file, p.block("procedure: newsletter-sender\n"))
	put(t, filepath.Join(at, "stories", "sender.yaml"), p.block("about: The customer sets the record"))
	for _, line := range p.commands("lotse lint . ") {
		theirs.line(at, line, 0)
		if strings.HasPrefix(line, "lotse translate") {
			translate(t, filepath.Join(at, "newsletter-sender.de.yaml"))
			theirs.line(at, "lotse lint .", 0)
		}
	}

	theirs.hand(ours, "newsletter-1.0.0.tar.gz")
	commands := p.commands("lotse pack add newsletter-1.0.0.tar.gz --dry-run")
	start := commands[len(commands)-1]
	for _, line := range commands[:len(commands)-1] {
		ours.line(ours.dir, line, 0)
	}
	w := ours.typed(start)
	w.Wait("Which domain sends?")
	w.Send("news@muster.example")
	w.Wait("news@muster.example")
	w.Key("ctrl+c")
	w.Exit()
	run := ours.runs()[0]

	put(t, file, strings.NewReplacer("version: 1\n", "version: 2\n", "title: Which domain sends?", "title: Which domain sends it?").Replace(p.block("procedure: newsletter-sender\n")))
	put(t, filepath.Join(at, "pack.yaml"), "name: newsletter\nversion: 1.1.0\nlotse: 0.1.0\nlicence: CC-BY-4.0\n")
	theirs.line(at, "lotse translate . de --write", 0)
	theirs.line(at, "lotse pack build . -o ../newsletter-1.1.0.tar.gz", 1) // one text is to be translated again
	freshen(t, filepath.Join(at, "newsletter-sender.de.yaml"))
	theirs.line(at, "lotse pack build . -o ../newsletter-1.1.0.tar.gz", 0)
	theirs.hand(ours, "newsletter-1.1.0.tar.gz")

	newer := p.commands("lotse pack update newsletter-1.1.0.tar.gz")
	w = ours.typed(newer[0])
	w.Wait("Which domain sends it?", "update")
	w.Send("update\r")
	if code := w.Exit(); code != 0 {
		t.Fatalf("%s: exit %d\n%s", newer[0], code, w.Screen())
	}
	dry := strings.Replace(newer[1], "6sv", run, 1)
	ours.line(ours.dir, dry, 0)
	ours.line(ours.dir, strings.Replace(dry, " --dry-run", "", 1)+" --yes", 0)
	var now struct {
		Run struct {
			ProcedureVersion int `json:"procedure_version"`
		}
		Steps []struct{ Title string }
	}
	ours.read(&now, "show", run)
	if now.Run.ProcedureVersion != 2 || now.Steps[0].Title != "Which domain sends it?" {
		t.Errorf("the run stands at %+v", now)
	}
}

// page is flows/README.md.
type page struct {
	t    *testing.T
	text string
}

func readPage(t *testing.T) page {
	t.Helper()
	return page{t, fileText(t, "../../flows/README.md")}
}

// commands are those of the block that begins with one, without what is said of them.
func (p page) commands(first string) (lines []string) {
	p.t.Helper()
	_, rest, found := strings.Cut(p.text, "\n    "+first)
	if !found {
		p.t.Fatalf("the page has no commands from %q on", first)
	}
	for line := range strings.SplitSeq("    "+first+rest, "\n") {
		line, is := strings.CutPrefix(line, "    ")
		if !is {
			break
		}
		line, _, _ = strings.Cut(line, "  #")
		lines = append(lines, strings.TrimSpace(line))
	}
	return lines
}

// block is the document of the page that begins with a text.
func (p page) block(begin string) string {
	p.t.Helper()
	_, rest, found := strings.Cut(p.text, "```yaml\n"+begin)
	text, _, ends := strings.Cut(rest, "```\n")
	if !found || !ends {
		p.t.Fatalf("the page has no document %q", begin)
	}
	return begin + text
}

// line gives a line to a shell in a folder, and gives the folder that it is in then.
func (h *house) line(dir, line string, exit int) string {
	h.t.Helper()
	cmd := exec.Command("sh", "-c", line+"\ncode=$?; pwd >&3; exit $code")
	cmd.Dir, cmd.Env = dir, append(append([]string{}, h.env...), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	place, w, err := os.Pipe()
	if err != nil {
		h.t.Fatal(err)
	}
	defer place.Close()
	cmd.ExtraFiles = []*os.File{w}
	r := call(h.t, cmd, "")
	_ = w.Close()
	if r.code != exit {
		h.t.Fatalf("%s: exit %d, not %d\n%s%s", line, r.code, exit, r.stdout, r.err)
	}
	b := make([]byte, 4096)
	n, _ := place.Read(b)
	return strings.TrimSpace(string(b[:n]))
}

// typed types a call of lotse in a terminal.
func (h *house) typed(line string) *terminal {
	h.t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir, cmd.Env = h.dir, append(append([]string{}, h.env...), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	return open(h.t, 100, 40, atOnce, cmd)
}

// hand puts a file of the house into another one.
func (h *house) hand(to *house, name string) {
	h.t.Helper()
	raw, err := os.ReadFile(filepath.Join(h.dir, name))
	if err != nil {
		h.t.Fatal(err)
	}
	put(h.t, filepath.Join(to.dir, name), string(raw))
}

func put(t testing.TB, path, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// translate fills in every text that is missing.
func translate(t *testing.T, path string) {
	t.Helper()
	stub := regexp.MustCompile(`(?m)^  # en: "(.*)"\n  # (.*), text: ""\}$`)
	text := fileText(t, path)
	if n := len(stub.FindAllString(text, -1)); n < 10 {
		t.Fatalf("only %d texts are to be translated:\n%s", n, text)
	}
	put(t, path, stub.ReplaceAllString(text, `  $2, text: "Auf Deutsch: $1"}`))
}

// freshen takes every translation of a text that has changed for good.
func freshen(t *testing.T, path string) {
	t.Helper()
	stale := regexp.MustCompile(`(?m)^  # stale: once it is right, write en: ("[0-9a-f]+")\n(.*\{)en: "[0-9a-f]+"`)
	put(t, path, stale.ReplaceAllString(fileText(t, path), `${2}en: $1`))
}
