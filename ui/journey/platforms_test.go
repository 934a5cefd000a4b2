//go:build platforms

package journey

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTypesForMacOS: every package of Lotse has right types for macOS, those
// included that use C: no compiler for it can be had here, so that what comes from
// C is taken as it is used.
func TestTypesForMacOS(t *testing.T) {
	for _, arch := range []string{"arm64", "amd64"} {
		t.Run(arch, func(t *testing.T) {
			c := checker{t: t, fset: token.NewFileSet(), arch: arch, done: map[string]*types.Package{"unsafe": types.Unsafe}}
			ours := 0
			for _, p := range sourcesFor(t, "darwin", arch) {
				if c.check(p); under("lotse")(p.ImportPath) {
					ours++
				}
			}
			if ours < 40 {
				t.Errorf("only %d packages of Lotse", ours)
			}
		})
	}
}

// source is what go list tells of a package for a platform.
type source struct {
	ImportPath, Dir   string
	GoFiles, CgoFiles []string
	ImportMap         map[string]string
}

// sourcesFor lists the program and all that it is made of, what is imported
// first.
func sourcesFor(t *testing.T, system, arch string) []source {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,CgoFiles,ImportMap", "./...")
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=1")
	var talk bytes.Buffer
	cmd.Stderr = &talk
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, talk.String())
	}
	var all []source
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var s source
		if err := d.Decode(&s); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
}

// checker checks the types of packages, each after those that it imports.
type checker struct {
	t    *testing.T
	fset *token.FileSet
	arch string
	done map[string]*types.Package
}

// check checks one; of what is not of Lotse only what others can see of it, and
// whatever is wrong with that shows where it is used.
func (c checker) check(s source) {
	c.t.Helper()
	if s.ImportPath == "unsafe" {
		return
	}
	ours := under("lotse")(s.ImportPath)
	var files []*ast.File
	for _, name := range append(s.GoFiles, s.CgoFiles...) {
		f, err := parser.ParseFile(c.fset, filepath.Join(s.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			c.t.Fatal(err)
		}
		files = append(files, f)
	}
	config := types.Config{
		Importer: mapped{c.done, s.ImportMap}, FakeImportC: true, IgnoreFuncBodies: !ours, Sizes: types.SizesFor("gc", c.arch),
		Error: func(err error) {
			if ours {
				c.t.Error(err)
			}
		},
	}
	c.done[s.ImportPath], _ = config.Check(s.ImportPath, c.fset, files, nil) // config.Error has told it
}

// mapped imports what was checked before.
type mapped struct {
	done map[string]*types.Package
	as   map[string]string
}

var _ types.Importer = mapped{}

// Import implements types.Importer.
func (m mapped) Import(path string) (*types.Package, error) {
	if as := m.as[path]; as != "" {
		path = as
	}
	if p := m.done[path]; p != nil {
		return p, nil
	}
	return nil, errors.New("not checked before: " + strings.TrimSpace(path))
}
