//go:build campaign && unix

package journey

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"

	"lotse/flows"
)

// holdsRestored: the store is wholly the old one or wholly the backup, and in
// the latter case the old one lies beside.
func holdsRestored(s *scene, h *house, said []byte) error {
	found, err := look(h.db)
	if err != nil {
		return err
	}
	var done struct{ Restored string }
	if found.lacks(s.kept) == nil {
		if json.Unmarshal(said, &done) == nil && done.Restored != "" {
			return errors.New("the backup was said to be restored, and the store is the old one")
		}
		return noneLeft(h)
	}
	if err := found.equals(s.held); err != nil {
		return fmt.Errorf("the store is neither the old one nor the backup: %w", err)
	}
	beside, err := filepath.Glob(h.db + ".before-*")
	if err != nil {
		return err
	}
	err = errors.New("the backup is restored, and the old store is nowhere")
	for _, path := range beside {
		if sidecar.MatchString(path) {
			continue
		}
		old, lerr := h.lookBeside(path)
		if lerr = cmp.Or(lerr, old.lacks(s.kept)); lerr == nil {
			return noneLeft(h)
		}
		err = fmt.Errorf("the old store beside: %w", lerr)
	}
	return err
}

// sidecar is the name of what lies beside a database.
var sidecar = regexp.MustCompile(`-(wal|shm|journal|lock)$`)

// noneLeft: what was cut off does not lie about after the next start.
func noneLeft(h *house) error {
	left, err := filepath.Glob(h.db + "-restore*")
	if err == nil && len(left) > 0 {
		err = fmt.Errorf("left after the next start: %q", left)
	}
	return err
}

// holdsMended: a damaged store is still damaged, and can be restored over, or it
// is the backup.
func holdsMended(s *scene, h *house, said []byte) error {
	found, err := look(h.db)
	if err == nil {
		return cmp.Or(found.equals(s.held), noneLeft(h))
	}
	var done struct{ Restored string }
	if json.Unmarshal(said, &done) == nil && done.Restored != "" {
		return fmt.Errorf("the backup was said to be restored: %w", err)
	}
	if !errors.Is(err, flows.ErrDamaged) && !errors.Is(err, errNotWhole) {
		return err
	}
	if r := call(h.t, restoring(s, h), ""); r.code != 0 {
		return fmt.Errorf("restore once more: exit %d: %s%s", r.code, r.stdout, r.err)
	}
	found, err = look(h.db)
	return cmp.Or(err, found.equals(s.held))
}
