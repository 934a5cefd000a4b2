package command

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/file"
)

// lintShape is what lint prints.
type lintShape struct {
	Version int         `json:"version"`
	Faults  []lintFault `json:"faults"`
}

type lintFault struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

func (s lintShape) lines(p *sheet) {
	for _, f := range s.Faults {
		p.line("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
	}
}

func newLint(c *call) *cobra.Command {
	return c.newVerb("lint FILE…", "cmd.short_lint", 1, -1, func(_ context.Context, args []string) error {
		shape := lintShape{Version: 1, Faults: []lintFault{}}
		for _, path := range args {
			faults, err := c.lint(path)
			if err != nil {
				return err
			}
			shape.Faults = append(shape.Faults, faults...)
			if strings.HasSuffix(path, ".steps.yaml") {
				c.talk("cmd.lint_form_alone", "file", path)
			}
		}
		if err := c.print(shape); err != nil {
			return err
		}
		if len(shape.Faults) > 0 {
			return status(exitFailed)
		}
		return nil
	})
}

// lint proves one file, with its overlays and what it includes beside it.
func (c *call) lint(path string) ([]lintFault, error) {
	dir, name := filepath.Split(path)
	if !strings.HasSuffix(name, ".yaml") {
		return nil, usage("cmd.lint_name", "file", short(name))
	}
	f, err := file.Regular(path)
	if errors.Is(err, flows.ErrNotFound) {
		return nil, notFound("cmd.no_file", "file", path)
	}
	if err != nil {
		return nil, err
	}
	_ = f.Close() // the linter reads it
	var faults []lintFault
	for _, f := range flows.Lint(file.Folder(filepath.Clean(dir+".")), name, c.Specs) {
		faults = append(faults, lintFault{File: dir + f.File, Line: f.Line, Column: f.Column, Message: words.Say(c.lang(), f.Message)})
	}
	return faults, nil
}
