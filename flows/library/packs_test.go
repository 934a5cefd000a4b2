package library_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/pack"
)

// TestPacks proves the packs in testdata, which stand for those of other people:
// without a fault, in English and German, with a letter and with stories, and the
// same once they were sent and unpacked.
func TestPacks(t *testing.T) {
	folders, err := filepath.Glob("testdata/packs/*")
	if err != nil || len(folders) != 3 {
		t.Fatalf("%v, %v", folders, err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			p, err := pack.Open(os.DirFS(folder))
			if err != nil {
				t.Fatal(err)
			}
			if p.Name != filepath.Base(folder) || len(p.LeftOut) > 0 {
				t.Errorf("the pack %s leaves out %v", p.Name, p.LeftOut)
			}
			for _, fault := range p.Lint(specs(), true) {
				t.Error(fault)
			}
			of := flows.Open(p.FS, specs())
			for _, id := range p.Procedures {
				one, err := of.Procedure(id)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(one.Languages, []string{"en", "de"}) {
					t.Errorf("%s is written in %v", id, one.Languages)
				}
			}
			for _, part := range []string{".letter.en.txt", ".letter.de.txt", pack.Stories + "/"} {
				if !slices.ContainsFunc(p.Files, func(f pack.File) bool { return strings.Contains(f.Name, part) }) {
					t.Errorf("it has no %s", part)
				}
			}
			sent(t, p)
		})
	}
}

// sent holds that a pack is the same on the other side.
func sent(t *testing.T, p *pack.Pack) {
	t.Helper()
	built, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := built.WriteArchive(&file); err != nil {
		t.Fatal(err)
	}
	there, err := pack.ReadArchive(&file)
	if err != nil {
		t.Fatal(err)
	}
	if there.Digest != p.Digest {
		t.Errorf("sent as %s, arrived as %s", p.Digest, there.Digest)
	}
}
