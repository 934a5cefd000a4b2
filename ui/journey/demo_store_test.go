//go:build unix

package journey

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// contents sums up every file and folder of a folder but those of one name.
func contents(t *testing.T, dir, without string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == without:
			return fs.SkipDir
		case d.IsDir():
			sums[path] = "folder"
			return nil
		}
		content, err := os.ReadFile(path)
		sums[path] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

// TestDemoTouchesNothingElse uses the demo beside a store with a run in it, in
// the folder where the store is by itself: not a byte outside the demo changes.
func TestDemoTouchesNothingElse(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	own := filepath.Join(h.dir, "data", "lotse", "lotse.db")
	h.env = append(h.env, "LOTSE_DB="+own)
	h.start()
	before := contents(t, h.dir, "demo")
	h.run("demo")
	h.run("demo", "sage-main-contact", "--json")
	h.run("demo", "--reset", "--yes")
	p := h.open(80, 24, atOnce, "demo")
	p.Wait("Lotse  DEMO  Desk")
	p.Send("n")
	p.Wait("─ New run · DEMO")
	p.Key("ctrl+c")
	p.Exit()
	after := contents(t, h.dir, "demo")
	for path, sum := range after {
		if before[path] != sum {
			t.Errorf("%s was made or changed", path)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d files and folders were there, %d are there now", len(before), len(after))
	}
}

// TestDemosAtOnce makes the demo four times at once: every call shows all of it,
// and nothing is left over.
func TestDemosAtOnce(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	results := make([]result, 4)
	var all sync.WaitGroup
	for i := range results {
		all.Go(func() { results[i] = call(t, h.lotse("demo", "--json"), "") })
	}
	all.Wait()
	for _, r := range results {
		if r.code != 0 || r.stdout != results[0].stdout {
			t.Errorf("exit %d: %s\n%s", r.code, r.err, r.stdout)
		}
	}
	left, err := os.ReadDir(filepath.Join(h.dir, "data", "lotse"))
	if err != nil || len(left) != 1 || left[0].Name() != "demo" {
		t.Errorf("what lies there is %v, %v", left, err)
	}
}

// TestDemoIsOpen begins afresh while the demo is on a screen: it is refused, and
// the screen goes on. There the check that failed is run again: with another
// fault, and then with none.
func TestDemoIsOpen(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	p := h.open(80, 24, atOnce, "demo")
	p.Wait("Lotse  DEMO  Desk", "Kfz-Teile Nord GmbH")
	if r := call(t, h.lotse("demo", "--reset", "--yes"), ""); r.code != 4 || !strings.Contains(r.err, "The demo is open in another Lotse") {
		t.Errorf("exit %d: %s", r.code, r.err)
	}
	p.Send("/nord")
	p.WaitFor("the filter", func(s screen) bool { return s.has("Kfz-Teile") && !s.has("Pohjola") })
	p.Key("enter", "enter")
	p.Wait("Lotse  DEMO  Kfz-Teile Nord GmbH", "Client id and secret")
	for s := p.Frame(); !strings.Contains(s.help(), "space check again"); {
		before := s.String()
		s = p.press("tab", "the next item", func(s screen) bool { return s.String() != before })
	}
	p.Wait("Id or secret is refused")

	db := filepath.Join(h.dir, "data", "lotse", "demo", "lotse.db")
	var l struct{ Runs []struct{ ID string } }
	h.read(&l, "list", "--customer", "Kfz-Teile Nord GmbH", "--db", db)
	h.run("rehearse", l.Runs[0].ID, "teccom.token=503", "--db", db)
	p.press("space", "the other fault", func(s screen) bool { return s.over() == "" && s.has("503") && !s.has("is refused") })
	h.run("rehearse", l.Runs[0].ID, "--clear", "--db", db)
	p.press("space", "what was accepted", func(s screen) bool { return s.has("accepts id and secret") && s.saved() })
	p.press("enter", "the next step", func(s screen) bool {
		return s.has("Add the organisations that send data", "Done: Client id and secret") && s.saved()
	})
	p.Key("ctrl+c")
	p.Exit()
	h.run("demo", "--reset", "--yes")
}

// BenchmarkDemo makes the demo anew, beside a call that opens what is there.
func BenchmarkDemo(b *testing.B) {
	h := houseIn(b.TempDir())
	h.t = b
	h.run("demo")
	b.Run("made", func(b *testing.B) {
		for range b.N {
			h.run("demo", "--reset", "--yes")
		}
	})
	b.Run("opened", func(b *testing.B) {
		for range b.N {
			h.run("demo")
		}
	})
}
