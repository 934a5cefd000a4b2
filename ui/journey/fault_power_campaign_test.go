//go:build campaign && unix

package journey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestFaultPowerCut records the system calls of everything that is done to a
// store, and cuts the power after each of them: of what was not synced by then
// nothing is left, or all, or some of it. What had been acknowledged is there,
// and the store opens.
func TestFaultPowerCut(t *testing.T) {
	var all tally
	t.Run("deeds", func(t *testing.T) {
		for _, d := range deeds {
			t.Run(d.name, func(t *testing.T) {
				t.Parallel()
				cutPower(t, &d, &all)
			})
		}
	})
	if t.Failed() {
		return
	}
	report("power cuts (10,000 images)", "%d images at %d system calls, %d of them opened by the program too, 0 lost, 0 that do not open", all.rounds.Load(), all.other.Load(), all.killed.Load())
}

func cutPower(t *testing.T, d *deed, all *tally) {
	dir := filepath.Join(inMemory(t), "home")
	s := d.scene(t)
	h := s.replay(t, dir)
	now, err := readDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	changes := record(t, d.cmd(s, h), dir)
	all.other.Add(int64(len(changes)))
	short, long := 100, max(2*len(changes), 1000)
	images := short
	if *faultLong {
		images = long
	}
	var said []byte
	done := 0
	for i, r := range rounds(t, short, long) {
		for ; done < (i+1)*len(changes)/images; done++ {
			changes[done].do(now)
			said = append(said, changes[done].said...)
		}
		c := newCut(r)
		if err := c.look(d, s, now, h, said, all); err != nil {
			t.Errorf("the power is cut after call %d of %d, %s: %v\nthe calls before:\n%s", done, len(changes), c.name, err, around(changes, done))
			keep(t, now, c)
		}
		all.rounds.Add(1)
	}
}

// look looks at an image.
func (c cut) look(d *deed, s *scene, now *disk, h *house, said []byte, all *tally) error {
	if err := os.RemoveAll(h.dir); err != nil {
		return err
	}
	if err := c.image(now.root, h.dir); err != nil {
		return err
	}
	if c.random.IntN(25) == 0 {
		all.killed.Add(1)
		if err := startsInWords(h, d); err != nil {
			return err
		}
	}
	return d.holds(s, h, said)
}

// startsInWords has the program itself open a store.
func startsInWords(h *house, d *deed) error {
	cmd := d.cmd(d.scene(h.t), h)
	list := h.lotse("list", "--json")
	if !d.tool {
		list.Env = cmd.Env
	}
	r := call(h.t, list, "")
	if d.torn {
		return inWords(r)
	}
	if r.code != 0 {
		return fmt.Errorf("lotse list: exit %d: %s%s", r.code, r.stdout, r.err)
	}
	return nil
}

// around are the calls around a cut.
func around(changes []change, done int) (text string) {
	for i := max(0, done-12); i < min(len(changes), done+2); i++ {
		if i == done {
			text += "---- cut\n"
		}
		text += changes[i].text + "\n"
	}
	return text
}

// keep keeps an image that did not hold, as it was before anybody opened it.
func keep(t *testing.T, now *disk, c cut) {
	t.Helper()
	dir, err := os.MkdirTemp("", "lotse-power-cut-")
	if err == nil {
		c.random = rand.New(rand.NewPCG(*faultSeed, 0))
		err = c.image(now.root, filepath.Join(dir, "home"))
	}
	t.Logf("an image of this moment: %s (%v)", dir, err)
}
