//go:build campaign && unix

package journey

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"lotse/storage/sqlite"
)

var background = context.Background()

// deed is something that is done to a store, and that a fault interrupts.
type deed struct {
	name  string
	scene func(t testing.TB) *scene
	cmd   func(s *scene, h *house) *exec.Cmd
	// holds looks at what is left after a command, whose output is said, was
	// interrupted. Whatever may not be is an error.
	holds func(s *scene, h *house, said []byte) error
	torn  bool // the store may be refused as damaged, before and after
	tool  bool // what runs is no program of ours for people: nobody reads what it says
}

// deeds are what the campaign does.
var deeds = []deed{
	{
		name: "first start", scene: nothing, holds: holdsAll,
		cmd: func(_ *scene, h *house) *exec.Cmd {
			return h.lotse("start", "teccom-import", "--customer", "Neue GmbH", "--json")
		},
	},
	{
		name: "first start in a new folder", scene: nothing,
		cmd: func(_ *scene, h *house) *exec.Cmd {
			return h.below("new/folder").lotse("start", "teccom-import", "--customer", "Neue GmbH", "--json")
		},
		holds: func(s *scene, h *house, said []byte) error { return holdsAll(s, h.below("new/folder"), said) },
	},
	{
		name: "save and checkpoint", scene: livedIn, holds: holdsAll, tool: true,
		cmd: func(s *scene, h *house) *exec.Cmd {
			return exec.Command(program(h.t, "writer"), "answer", h.db, s.run, "200")
		},
	},
	{
		name: "save and close", scene: livedIn, holds: holdsAll,
		cmd: func(s *scene, h *house) *exec.Cmd {
			return h.lotse("set", s.run, "sign-in.organisation=Zuletzt GmbH", "--json")
		},
	},
	{
		name: "keep a file", scene: livedIn, holds: holdsAll,
		cmd: func(s *scene, h *house) *exec.Cmd {
			return h.lotse("set", s.run, "buyer-grouping.buyer_grouping_file="+filepath.Join(h.dir, "list.csv"), "--json")
		},
	},
	{
		name: "migrate", scene: older, holds: holdsMigrated,
		cmd: func(_ *scene, h *house) *exec.Cmd { return h.lotse("list", "--json") },
	},
	{
		name: "backup", scene: livedIn, holds: holdsBackup,
		cmd: func(_ *scene, h *house) *exec.Cmd { return h.lotse("backup", "--json") },
	},
	{name: "restore", scene: livedIn, holds: holdsRestored, cmd: restoring},
	{name: "restore after a kill", scene: cutOff, holds: holdsRestored, cmd: restoring},
	{name: "restore over a damaged store", scene: damaged, torn: true, holds: holdsMended, cmd: restoring},
	{
		name: "redact", scene: livedIn, holds: holdsRedacted,
		cmd: func(s *scene, h *house) *exec.Cmd {
			return h.lotse("redact", s.other, "sign-in.organisation", "--why", "asked for", "--json", "--no-input")
		},
	},
}

func restoring(s *scene, h *house) *exec.Cmd {
	return h.lotse("restore", filepath.Join(h.dir, s.backup), "--json", "--no-input")
}

// below is the same home with its database in a folder further down.
func (h *house) below(folder string) *house {
	b := houseIn(h.dir)
	b.t, b.db = h.t, filepath.Join(h.dir, folder, "lotse.db")
	b.env = append(b.env, "LOTSE_DB="+b.db)
	return b
}

// heard is what an output acknowledges: a writer's lines, or printed runs.
func heard(said []byte) ledger {
	k := ledger{}
	for d := json.NewDecoder(bytes.NewReader(said)); ; {
		var s shown
		if err := d.Decode(&s); err != nil {
			return k // not said whole
		}
		if s.Run.Head != "" {
			k[s.Run.ID] = append(k[s.Run.ID], acknowledged{s.Run.Events, s.Run.Head})
		}
	}
}

// acknowledgedBy is what an output acknowledges of the run that is worked on.
func (s *scene) acknowledgedBy(t testing.TB, said []byte) ledger {
	t.Helper()
	if len(said) > 0 && said[0] >= '0' && said[0] <= '9' {
		return ledger{s.run: parsed(t, said)}
	}
	return heard(said)
}

// holdsAll: everything that was acknowledged before and meanwhile is there.
func holdsAll(s *scene, h *house, said []byte) error {
	found, err := look(h.db)
	return cmp.Or(err, found.lacks(s.kept.and(s.acknowledgedBy(h.t, said))))
}

// holdsMigrated: and a store that had been migrated has its backup of before.
func holdsMigrated(s *scene, h *house, _ []byte) error {
	found, err := look(h.db)
	if err := cmp.Or(err, found.lacks(s.kept)); err != nil {
		return err
	}
	backups, err := wholeBackups(h)
	if err == nil && len(backups) == 0 {
		err = errors.New("there is no backup of before the migration")
	}
	return err
}

// holdsBackup: and every backup is whole, the one that was printed too.
func holdsBackup(s *scene, h *house, said []byte) error {
	if err := holdsAll(s, h, nil); err != nil {
		return err
	}
	whole, err := wholeBackups(h)
	if err != nil {
		return err
	}
	var b struct{ Backups []struct{ Path string } }
	if json.Unmarshal(said, &b) == nil {
		for _, one := range b.Backups {
			if found, ok := whole[filepath.Base(one.Path)]; !ok || found.lacks(s.kept) != nil {
				return fmt.Errorf("backup %s was acknowledged and does not hold what it should: %w", one.Path, found.lacks(s.kept))
			}
		}
	}
	return nil
}

// wholeBackups looks into every backup, by its name.
func wholeBackups(h *house) (map[string]sight, error) {
	all, err := sqlite.BackupsOf(h.db)
	if err != nil {
		return nil, err
	}
	whole := map[string]sight{}
	for _, b := range all {
		found, err := h.lookBeside(b.Path)
		if err != nil {
			return nil, fmt.Errorf("backup %s: %w", b.Path, err)
		}
		whole[filepath.Base(b.Path)] = found
	}
	return whole, nil
}

// lookBeside looks at a copy of a database that lies beside the store, with the
// store's files.
func (h *house) lookBeside(path string) (found sight, err error) {
	dir, err := os.MkdirTemp(h.dir, "look-")
	if err != nil {
		return found, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	to := filepath.Join(dir, filepath.Base(h.db))
	for _, end := range []string{"", "-wal", "-journal"} {
		b, err := os.ReadFile(path + end)
		if err == nil {
			err = os.WriteFile(to+end, b, 0o600)
		}
		if err != nil && (end == "" || !errors.Is(err, fs.ErrNotExist)) {
			return found, err
		}
	}
	if files := filepath.Join(filepath.Dir(h.db), "evidence"); exists(files) {
		if err := os.CopyFS(filepath.Join(dir, "evidence"), os.DirFS(files)); err != nil {
			return found, err
		}
	}
	return look(to)
}

// holdsRedacted: and what was said to be erased is in no file.
func holdsRedacted(s *scene, h *house, said []byte) error {
	if err := holdsAll(s, h, said); err != nil {
		return err
	}
	if _, err := wholeBackups(h); err != nil {
		return err
	}
	if len(heard(said)) == 0 {
		return nil
	}
	return filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err == nil && bytes.Contains(b, []byte(redacted)) {
			err = fmt.Errorf("%s holds what was said to be erased", path)
		}
		return err
	})
}

// whole is how long a deed takes when nothing interrupts it.
func (d *deed) whole(t *testing.T, dir string) time.Duration {
	t.Helper()
	s := d.scene(t)
	h := s.replay(t, dir)
	begun := time.Now()
	r := call(t, d.cmd(s, h), "")
	took := time.Since(begun)
	if r.code != 0 {
		t.Fatalf("%s: exit %d: %s", d.name, r.code, r.err)
	}
	if err := d.holds(s, h, []byte(r.stdout)); err != nil {
		t.Fatalf("%s, with nothing wrong: %v", d.name, err)
	}
	return took
}
