//go:build campaign && unix

package journey

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFaultLaptopDies is the story of a person whose laptop dies in the middle
// of a restore. They start Lotse again, in one of its faces: it says what became
// of the restore, once, the store is as it says, and they go on working.
func TestFaultLaptopDies(t *testing.T) {
	dir := filepath.Join(inMemory(t), "home")
	s := cutOff(t)
	h := s.replay(t, dir)
	now, err := readDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	changes := record(t, restoring(s, h), dir)
	images := 30
	if *faultLong {
		images = 300
	}
	told := map[string]int{}
	done := 0
	for i, r := range rounds(t, 30, 300) {
		for ; done < lateMore(i+1, images, len(changes)); done++ {
			changes[done].do(now)
		}
		c := newCut(r)
		if err := errors.Join(os.RemoveAll(dir), c.image(now.root, dir)); err != nil {
			t.Fatal(err)
		}
		said, err := startsAgain(s, h, i)
		if err != nil {
			t.Errorf("the laptop dies after call %d of %d, %s: %v\nthe calls before:\n%s", done, len(changes), c.name, err, around(changes, done))
		}
		told[said]++
	}
	if *faultRound < 0 && (told[saysUndone] == 0 || told[saysFinished] == 0) {
		t.Errorf("what was said: %v", told)
	}
	if t.Failed() {
		return
	}
	report("the laptop dies in a restore, and a person goes on", "%d starts: %d said that all is as before, %d that the restore is finished, %d had nothing to say", images, told[saysUndone], told[saysFinished], told[""])
}

// lateMore spreads cuts over calls: half of them over the last tenth, where a
// restore decides.
func lateMore(i, cuts, calls int) int {
	early, half := calls*9/10, cuts/2
	if i <= half {
		return i * early / half
	}
	return early + (i-half)*(calls-early)/(cuts-half)
}

// What is said of a restore that was cut off.
const (
	saysUndone   = "A restore was cut off before it was done"
	saysFinished = "A restore was cut off. It is finished now"
)

// startsAgain starts Lotse after a restore was cut off, and gives what it said
// of that.
func startsAgain(s *scene, h *house, face int) (said string, err error) {
	left, err := filepath.Glob(h.db + "-restore*")
	if err != nil {
		return "", err
	}
	text := h.starts(face%3, s.run)
	for _, one := range []string{saysUndone, saysFinished} {
		if strings.Contains(text, one) {
			said += one
		}
	}
	if said == "" && len(left) > 0 {
		return said, fmt.Errorf("%q was left, and nobody said so:\n%s", left, text)
	}
	if err := s.isAsSaid(h, said, text); err != nil {
		return said, fmt.Errorf("%w\n%s", err, text)
	}
	again := h.run("set", s.run, "sign-in.organisation=Weiter GmbH")
	if strings.Contains(again.err, "A restore was cut off") {
		return said, fmt.Errorf("it is said a second time: %s", again.err)
	}
	return said, nil
}

// starts starts one of the faces and leaves it, and gives everything that stood
// on the terminal, in one line.
func (h *house) starts(face int, run string) string {
	h.t.Helper()
	switch face {
	case 0:
		r := h.run("show", run)
		return oneLine(r.err)
	case 1:
		p := h.open(500, 40, never, "--plain", "resume", run)
		p.Wait("Needed, a number from 1 to 2 >")
		p.Send("quit\r")
		p.Exit()
		return oneLine(p.Raw())
	}
	p := h.open(500, 40, atOnce)
	p.Wait("Muster GmbH")
	p.Key("ctrl+c")
	p.Exit()
	return oneLine(p.Screen().String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// isAsSaid holds that the store is as a sentence says.
func (s *scene) isAsSaid(h *house, said, text string) error {
	found, err := look(h.db)
	switch {
	case err != nil:
		return err
	case said == saysUndone:
		return found.lacks(s.kept)
	case said == "" && found.lacks(s.kept) == nil:
		return nil
	}
	if err := found.equals(s.held); err != nil {
		return err
	}
	if name := kept(text); name != "" {
		old, err := h.lookBeside(name)
		if err != nil {
			return err
		}
		return old.lacks(s.kept)
	}
	if said != "" {
		return errors.New("it is not said where the old store is kept")
	}
	return nil
}
