package line

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/ui/face"
)

// printerTools are tools of a system that copies, and opens files.
type printerTools struct {
	face.Tools
	copied, opened []string
}

func (p *printerTools) Copy(_ context.Context, text string) (string, error) {
	p.copied = append(p.copied, text)
	return "wl-copy", nil
}

func (p *printerTools) Reach() (program string, readable bool, through []string) {
	return "wl-copy", true, nil
}

func (p *printerTools) OpenFile(_ context.Context, path string) (string, error) {
	p.opened = append(p.opened, path)
	return "xdg-open", nil
}

func (p *printerTools) Remote() bool { return false }

// TestPapersInLines writes what can leave the house, and opens it: by a format and
// by a name, in the language that is asked for.
func TestPapersInLines(t *testing.T) {
	r, tools := importing(t), &printerTools{}
	r.width = 400
	dir := t.TempDir()
	own := filepath.Join(dir, "my report.md")
	r.s.Documents, r.s.Tools = dir, tools
	r.types("papers report html", "papers open", "papers report html", "papers report "+own+" de", "papers report "+own, "papers report "+dir, "papers report "+filepath.Join(dir, "no", "a.md"), "papers summary copy fi", "papers handover lotse", "quit")
	const name = "muster-gmbh-teccom-import-report-2026-11-21"
	for file, holds := range map[string]string{name + ".html": "</html>", name + "-2.html": "</html>", "my report.md": "ist nicht abgeschlossen"} {
		if text, err := os.ReadFile(filepath.Join(dir, file)); err != nil || !strings.Contains(string(text), holds) {
			t.Errorf("%s: %v\n%s", file, err, text)
		}
	}
	if all, err := os.ReadDir(dir); err != nil || len(all) != 4 {
		t.Errorf("%v, %v", all, err)
	}
	if first := filepath.Join(dir, name+".html"); len(tools.opened) != 1 || tools.opened[0] != first {
		t.Errorf("it opened %v", tools.opened)
	}
	if len(tools.copied) != 1 || !strings.Contains(tools.copied[0], "kesken") {
		t.Errorf("it copied %q", tools.copied)
	}
	said := strings.Join(strings.Fields(r.said()), " ")
	for _, want := range []string{"Written to " + filepath.Join(dir, name+".html"), "exists already, and is left as it is.", "is not written as", "There is no folder " + filepath.Join(dir, "no"), "Its four words: "} {
		if !strings.Contains(said, flows.CleanLine(want)) {
			t.Errorf("it does not say %q\n%s", want, r.said())
		}
	}
}

// TestTheEndOfARunIsLeftOnPurpose: it stays, and an empty line goes to all runs.
// Input that ends there has left nothing unanswered.
func TestTheEndOfARunIsLeftOnPurpose(t *testing.T) {
	r := promised(t, remark, remark2)
	if code := r.types("", "", "", ""); code != face.Done {
		t.Errorf("at the end of the input: exit %d\n%s", code, r.said())
	}
	r.shows("What can go out:", "This run is over.")
	r = promised(t, remark, remark2)
	if code := r.types("", "", "", "", "go here"); code != face.NotComplete {
		t.Errorf("in a step of it: exit %d\n%s", code, r.said())
	}
	r = promised(t, remark, remark2)
	if code := r.types("", "", "", "", "", "quit"); code != face.Done {
		t.Errorf("left for the desk: exit %d\n%s", code, r.said())
	}
	r.shows("Lotse, in plain lines.")
}
