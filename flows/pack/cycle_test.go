package pack_test

import (
	"archive/tar"
	"bytes"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/pack"
)

// TestNoPackIsInAnother: a pack names no other one, has none in it, and its procedures
// include the steps of their own folder alone. So packs cannot go round in a circle.
func TestNoPackIsInAnother(t *testing.T) {
	for _, entry := range []tar.Header{file("inner/pack.yaml", head), file("stories/inner/pack.yaml", head), file("inner.tar.gz", "x"), file("Pack.yaml", head)} {
		_, err := pack.ReadArchive(bytes.NewReader(packed(t, file("pack.yaml", head), file("one.yaml", one), entry)))
		if code := codeOf(err); code != "pack.bad_name" && code != "pack.bad_ending" && code != "pack.name_case" {
			t.Errorf("%s: %v", entry.Name, err)
		}
	}
	p := opened(t, author(map[string]string{"inner/pack.yaml": head, "inner/one.yaml": one, "inner.tar.gz": "x"}))
	if left := strings.Join(p.LeftOut, " "); !strings.Contains(left, "inner/") || !strings.Contains(left, "inner.tar.gz") {
		t.Errorf("left out is only %q", left)
	}
	for _, f := range p.Files {
		if strings.Contains(f.Name, "inner") {
			t.Errorf("%s is in the pack", f.Name)
		}
	}
	for _, key := range []string{"needs: [other]", "packs: {other: 1.0.0}", "include: other"} {
		_, err := pack.Open(author(map[string]string{"pack.yaml": head + key + "\n"}))
		if code := codeOf(err); code != "pack.no_key" {
			t.Errorf("%s: %v", key, err)
		}
	}
	digest := strings.Repeat("0", 64)
	_, err := pack.Open(author(map[string]string{"pack.yaml": head + "files:\n  inner/pack.yaml: \"" + digest + "\"\n"}))
	refused(t, err, "pack.bad_name", "inner/pack.yaml")
}

// A procedure that includes what another pack has is a fault, at its place.
func TestNoStepsOfAnotherPack(t *testing.T) {
	const steps = "steps:\n  - {id: a, title: A, items: [{text: x}]}\n"
	for _, include := range []string{"other/shared", "../other/shared", "other.shared", "/other/shared"} {
		p := opened(t, author(map[string]string{
			"one.yaml":          "procedure: one\nversion: 1\ntitle: One\nsummary: One.\nsteps:\n  - include: " + include + "\n",
			"one.de.yaml":       "",
			"shared.steps.yaml": steps,
		}))
		faults := p.Lint(flows.Specs{}, false)
		found := false
		for _, f := range faults {
			found = found || f.File == "one.yaml" && f.Line == 6
		}
		if !found {
			t.Errorf("include: %s is no fault: %v", include, faults)
		}
	}
	p := opened(t, author(map[string]string{
		"one.yaml":    "procedure: one\nversion: 1\ntitle: One\nsummary: One.\nsteps:\n  - include: shared\n",
		"one.de.yaml": "", "mail.letter.en.txt": "", "shared.steps.yaml": steps,
	}))
	if faults := p.Lint(flows.Specs{}, false); len(faults) > 0 {
		t.Errorf("those of its own folder are: %v", faults)
	}
}
