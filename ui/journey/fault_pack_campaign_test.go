//go:build campaign && linux

package journey

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// packDeed is a change of the packs that are installed.
type packDeed struct {
	verb          string
	before, after string // the version that is there; "" for none
}

var packDeeds = []packDeed{{"add", "", "1.0.0"}, {"update", "1.0.0", "2.0.0"}, {"remove", "1.0.0", ""}}

// packFiles are the same pack in two versions, large enough that writing it takes a
// while: each archive by its version.
func packFiles(t *testing.T) map[string]string {
	t.Helper()
	all, err := packs()
	if err != nil {
		t.Fatal(err)
	}
	archives, h := map[string]string{}, newHouse(t)
	for _, version := range []string{"1.0.0", "2.0.0"} {
		dir := filepath.Join(h.dir, version)
		if err := os.CopyFS(dir, os.DirFS(all[0].source)); err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(dir, "README.md"), strings.Repeat("What came with version "+version+".\n", 10_000))
		put(t, filepath.Join(dir, "pack.yaml"), "name: as2-partner\nversion: "+version+"\nlotse: 0.1.0\nlicence: CC0-1.0\n")
		archives[version] = filepath.Join(h.dir, version+".tar.gz")
		h.run("pack", "build", dir, "-o", archives[version])
	}
	return archives
}

// args are the command of the deed.
func (d *packDeed) args(archives map[string]string) []string {
	switch d.verb {
	case "remove":
		return []string{"pack", "remove", "as2-partner"}
	case "update":
		return []string{"pack", "update", archives[d.after], "--yes"}
	}
	return []string{"pack", d.verb, archives[d.after]}
}

// prepare has in a house what the deed begins with.
func (d *packDeed) prepare(h *house, archives map[string]string) {
	h.t.Helper()
	if d.before != "" {
		h.run("pack", "add", archives[d.before])
	}
}

// shelved is the version that the house has, whole: "" for none. Nothing else may lie
// there once somebody has looked.
func (h *house) shelved() (version string, err error) {
	h.t.Helper()
	var l struct {
		Packs []struct {
			Version string `json:"pack_version"`
			Broken  *string
		}
	}
	h.read(&l, "pack", "list")
	for _, p := range l.Packs {
		if p.Broken != nil {
			return "", errors.New(*p.Broken)
		}
		version += p.Version
	}
	entries, err := os.ReadDir(filepath.Join(h.dir, "packs"))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") && e.Name() != ".lock" {
			return version, fmt.Errorf("%s is left", e.Name())
		}
	}
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return version, err
}

// holds holds that the pack is there as before the deed or after it, that it can be
// begun from, and that the deed goes through now.
func (d *packDeed) holds(h *house, archives map[string]string, done bool) error {
	h.t.Helper()
	is, err := h.shelved()
	switch {
	case err != nil:
		return err
	case is != d.before && is != d.after, done && is != d.after:
		return fmt.Errorf("there is the version %q, from %q to %q", is, d.before, d.after)
	case is != d.after:
		h.run(d.args(archives)...)
		if is, err = h.shelved(); err != nil || is != d.after {
			return fmt.Errorf("done again, there is the version %q: %w", is, err)
		}
	}
	if d.after != "" {
		h.run("describe", "as2-partner/partner")
	}
	return nil
}

// TestFaultPackKilled kills the program (-9) at any moment while a pack is added,
// replaced or removed.
func TestFaultPackKilled(t *testing.T) {
	archives := packFiles(t)
	took := map[string]time.Duration{}
	for _, d := range packDeeds {
		h := newHouse(t)
		d.prepare(h, archives)
		since := time.Now()
		h.run(d.args(archives)...)
		took[d.verb] = time.Since(since)
	}
	killed, went := 0, 0
	for i, r := range rounds(t, 36, 600) {
		d := &packDeeds[i%len(packDeeds)]
		h := newHouse(t)
		d.prepare(h, archives)
		_, ended := killAfter(t, h.lotse(d.args(archives)...), moment(r, took[d.verb]))
		if went++; !ended {
			went, killed = went-1, killed+1
		}
		if err := d.holds(h, archives, ended); err != nil {
			t.Errorf("%s: %v", d.verb, err)
		}
	}
	if *faultRound < 0 && killed == 0 {
		t.Error("none was killed")
	}
	report("a pack, kill -9", "%d killed at any moment, %d had ended: each was there as before or after, and went through then", killed, went)
}

// TestFaultPackFullDisk adds and replaces a pack on disks that have less room than it
// needs.
func TestFaultPackFullDisk(t *testing.T) {
	ownMounts(t)
	archives := packFiles(t)
	refused, went := 0, 0
	for i, r := range rounds(t, 24, 240) {
		d := &packDeeds[i%2] // removing needs no room
		full, err := d.onDisk(t, archives, r.IntN(120)*4<<10)
		if err != nil {
			t.Errorf("%s: %v", d.verb, err)
		}
		if went++; full {
			went, refused = went-1, refused+1
		}
	}
	if *faultRound < 0 && (refused == 0 || went == 0) {
		t.Errorf("%d refused and %d not: the disks prove nothing", refused, went)
	}
	report("a pack, full disk", "%d refused in words, %d had room: nothing half installed, each went through when there was room", refused, went)
}

// onDisk does it on a disk with so much room, and where that is refused again on one
// with enough.
func (d *packDeed) onDisk(t *testing.T, archives map[string]string, room int) (refused bool, err error) {
	t.Helper()
	at := t.TempDir()
	if err := unix.Mount("lotse", at, "tmpfs", 0, "size=64m"); err != nil {
		t.Fatal(err)
	}
	defer func() { err = errors.Join(err, unix.Unmount(at, unix.MNT_DETACH)) }()
	h := houseIn(at)
	h.t = t
	d.prepare(h, archives)
	if err := resize(at, room); err != nil {
		return false, err
	}
	r := call(t, h.lotse(d.args(archives)...), "")
	if r.code != 0 {
		if err := cmpErr(inWords(r), saysFull(r)); err != nil {
			return true, fmt.Errorf("with %d KiB, exit %d: %w\n%s%s", room>>10, r.code, err, r.stdout, r.err)
		}
		is, err := h.shelved()
		if err != nil || is != d.before {
			return true, fmt.Errorf("with %d KiB, there is the version %q, before it was %q: %w", room>>10, is, d.before, err)
		}
	}
	if err := resize(at, 64<<20); err != nil {
		return false, err
	}
	return r.code != 0, d.holds(h, archives, r.code == 0)
}
