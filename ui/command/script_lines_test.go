package command_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// readers are the scripts in which a kind of text is read: answers, rows, registers and
// the maps of their columns, procedures with what they include, their translations and
// stories, packs.
var readers = []string{"answers", "check_map", "compare", "compare_columns", "each", "enclosure", "lint", "lint_pack", "move", "own", "pack_stranger", "proven", "rows", "test", "test_points"}

// TestScriptsWithLinesOfWindows plays them with files whose lines end as Windows ends
// them: what is read means the same, and what is written is the same.
func TestScriptsWithLinesOfWindows(t *testing.T) {
	procedures, err := filepath.Abs("testdata/procedures")
	if err != nil {
		t.Fatal(err)
	}
	var scripts []string
	for _, name := range readers {
		scripts = append(scripts, filepath.Join("testdata/script", name+".txtar"))
	}
	testscript.Run(t, testscript.Params{
		Files: scripts,
		Setup: func(e *testscript.Env) error {
			if err := settle(e, procedures); err != nil {
				return err
			}
			return filepath.WalkDir(e.WorkDir, func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() || !slices.Contains([]string{".yaml", ".yml", ".csv", ".tsv"}, filepath.Ext(path)) {
					return err
				}
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				return os.WriteFile(path, bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")), 0o600)
			})
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exit": exits, "masked": masked, "runid": runID, "head": head, "firstid": firstID, "size": size, "latin1": latin1, "awaits": awaits, "workbook": workbook, "spoil": spoil},
	})
}
