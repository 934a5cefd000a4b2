//go:build campaign && linux

package journey

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// sizes is on how many disks everything is done that become full: from the
// first, which has no room at all, each has so many bytes more.
const (
	sizes    = 64
	roomStep = 24 << 10
)

// TestFaultFullDisk does everything that is done to a store on disks that have
// less room than it needs. Nothing acknowledged is lost, what was refused was
// refused in a sentence, and where there is room again the same goes through.
func TestFaultFullDisk(t *testing.T) {
	ownMounts(t)
	refused, went := 0, 0
	for i, r := range rounds(t, 2*len(deeds), sizes*len(deeds)) {
		d := &deeds[i%len(deeds)]
		room := r.IntN(sizes) * roomStep
		if *faultLong {
			room = i / len(deeds) * roomStep
		}
		full, err := fillDisk(t, d, room)
		if err != nil {
			t.Errorf("%s, with %d KiB of room: %v", d.name, room>>10, err)
		}
		if went++; full {
			went, refused = went-1, refused+1
		}
	}
	if *faultRound < 0 && (refused == 0 || went == 0) {
		t.Errorf("%d refused and %d not: the disks prove nothing", refused, went)
	}
	if t.Failed() {
		return
	}
	report("full disk (64 sizes)", "%d disks of %d sizes: %d refused in words, %d had room; 0 lost, each went on when there was room", refused+went, sizes, refused, went)
}

// ownMounts gives this test, and what it starts, mounts of their own, which go
// with it. It has to be root for that.
func ownMounts(t *testing.T) {
	t.Helper()
	runtime.LockOSThread() // and never unlocked: the thread ends with the test
	err := errors.Join(unix.Unshare(unix.CLONE_FS|unix.CLONE_NEWNS), unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""))
	if err != nil {
		t.Fatalf("mounts of our own (this needs root): %v", err)
	}
}

// fillDisk does something on a disk with so much room, and again on one with
// enough, and says whether the first was refused.
func fillDisk(t *testing.T, d *deed, room int) (refused bool, err error) {
	t.Helper()
	s := d.scene(t)
	at := t.TempDir()
	if err := unix.Mount("lotse", at, "tmpfs", 0, "size=64m"); err != nil {
		t.Fatal(err)
	}
	defer func() { err = errors.Join(err, unix.Unmount(at, unix.MNT_DETACH)) }()
	h := s.replay(t, filepath.Join(at, "home"))
	if err := resize(at, room); err != nil {
		return false, err
	}
	r := call(t, d.cmd(s, h), "")
	if r.code != 0 && !d.tool {
		if err := cmpErr(inWords(r), saysFull(r)); err != nil {
			return true, fmt.Errorf("exit %d: %w\n%s%s", r.code, err, r.stdout, r.err)
		}
	}
	said := acked(d, r)
	if err := d.holds(s, s.aside(t, h), said); err != nil {
		return true, fmt.Errorf("exit %d: %w\n%s%s", r.code, err, r.stdout, r.err)
	}
	if r.code == 0 {
		return false, nil
	}
	if err := resize(at, 64<<20); err != nil {
		return true, err
	}
	again := call(t, d.cmd(s, h), "")
	if again.code != 0 {
		return true, fmt.Errorf("with room again: exit %d\n%s%s", again.code, again.stdout, again.err)
	}
	return true, d.holds(s, h, append(said, again.stdout...))
}

// acked is what was said that counts: all of a writer's lines, and of a command
// only what it ended well with.
func acked(d *deed, r result) []byte {
	if r.code != 0 && !d.tool {
		return nil
	}
	return []byte(r.stdout)
}

func cmpErr(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}

// saysFull: the reason is named, and what to do.
func saysFull(r result) error {
	if said := r.stdout + r.err; !strings.Contains(said, "full") && !strings.Contains(said, "room") {
		return errors.New("it does not say that the disk is full")
	}
	return nil
}

// resize leaves so many bytes of room on a disk, and a block on an empty one: a size of 0
// is one without an end.
func resize(at string, room int) error {
	var is unix.Statfs_t
	if err := unix.Statfs(at, &is); err != nil {
		return err
	}
	used := int64(is.Blocks-is.Bfree) * is.Bsize
	return unix.Mount("", at, "", unix.MS_REMOUNT, fmt.Sprintf("size=%d", max(used+int64(room), is.Bsize)))
}

// aside is the same house where there is room for whoever looks at it. What is
// said names the files where they were.
func (s *scene) aside(t *testing.T, h *house) *house {
	t.Helper()
	dir := filepath.Join(inMemory(t), "home")
	if err := os.CopyFS(dir, os.DirFS(h.dir)); err != nil {
		t.Fatal(err)
	}
	b := houseIn(dir)
	b.t = t
	return b
}
