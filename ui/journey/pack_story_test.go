//go:build unix

package journey

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// packed is a pack that others might have written.
type packed struct {
	name   string
	source string                 // its folder
	byPath bool                   // its procedures are begun by the paths of their files
	built  func() (string, error) // builds it, once, and gives the archive
}

// packs are those of the library's tests.
func packs() (all []*packed, err error) {
	root, err := filepath.Abs("../../flows/library/testdata/packs")
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(root)
	for _, e := range entries {
		p := &packed{name: e.Name(), source: filepath.Join(root, e.Name())}
		p.built = sync.OnceValues(p.build)
		all = append(all, p)
	}
	return all, err
}

// called is the name by which a procedure of the pack is begun.
func (p *packed) called(id string) string {
	if p.byPath {
		return filepath.Join(p.source, id+".yaml")
	}
	return p.name + "/" + id
}

func (p *packed) build() (archive string, err error) {
	dir, err := os.MkdirTemp(bin, "pack-")
	if err != nil {
		return "", err
	}
	archive = filepath.Join(dir, p.name+".tar.gz")
	if out, err := houseIn(dir).lotse("pack", "build", p.source, "-o", archive).CombinedOutput(); err != nil {
		return "", fmt.Errorf("lotse pack build %s: %w\n%s", p.name, err, out)
	}
	return archive, nil
}

// install has the pack in a house.
func (p *packed) install(h *house) {
	h.t.Helper()
	if p.byPath {
		return
	}
	archive, err := p.built()
	if err != nil {
		h.t.Fatal(err)
	}
	h.run("pack", "add", archive)
}

// stories are those that came with the pack.
func (p *packed) stories() ([]*story, error) {
	all, err := stories(filepath.Join(p.source, "stories"))
	for _, s := range all {
		s.of = p
	}
	return all, err
}

// TestStoryOfAPack plays the stories of procedures that did not come with the program
// in the faces of facesOf, from the pack that is installed, and those of one by the path
// of its file. Each command of the first story of a pack is a start of the program.
func TestStoryOfAPack(t *testing.T) {
	t.Parallel()
	all, err := packs()
	if err != nil || len(all) < 3 {
		t.Fatalf("%d packs, %v", len(all), err)
	}
	bare := *all[0]
	bare.byPath = true
	for _, p := range append(all, &bare) {
		told, err := p.stories()
		if err != nil || len(told) < 2 {
			t.Fatalf("%s: %d stories, %v", p.name, len(told), err)
		}
		name := p.name
		if p.byPath {
			name, told = "path", told[:1]
		}
		for i, s := range told {
			s.starts = i == 0
			t.Run(name+"/"+s.Name, func(t *testing.T) {
				t.Parallel()
				s.play(t, facesOf(i))
			})
		}
	}
}

// The packs are complete: each procedure in German, too, with a story in each of its
// languages, and nothing that no story covers.
func TestPacksAreComplete(t *testing.T) {
	t.Parallel()
	all, err := packs()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			h.run("lint", p.source)
			h.run("test", p.source)
			told, err := p.stories()
			if err != nil {
				t.Fatal(err)
			}
			files, err := filepath.Glob(filepath.Join(p.source, "*.de.yaml"))
			if err != nil || len(files) == 0 {
				t.Fatalf("nothing is in German: %v", err)
			}
			for _, f := range files {
				id, _, _ := strings.Cut(filepath.Base(f), ".")
				for _, lang := range []string{"en", "de"} {
					if !slices.ContainsFunc(told, func(s *story) bool { return s.Procedure == id && cmp.Or(s.Lang, "en") == lang }) {
						t.Errorf("no story walks %s in %s", id, lang)
					}
				}
			}
		})
	}
}
