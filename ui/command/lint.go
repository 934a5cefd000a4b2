package command

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/file"
	"lotse/ui/outside"
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
		p.line("%s", f)
	}
}

func newLint(c *call) *cobra.Command {
	var watch bool
	cmd := c.newVerb("lint FILE|FOLDER|PROCEDURE…", "cmd.short_lint", 1, -1, func(ctx context.Context, args []string) error {
		if watch {
			return c.watchLint(ctx, args)
		}
		shape, err := c.lintAll(args)
		if err != nil {
			return err
		}
		if err := c.print(shape); err != nil {
			return err
		}
		if len(shape.Faults) > 0 {
			return status(exitFailed)
		}
		return nil
	})
	cmd.Flags().BoolVar(&watch, "watch", false, c.text("cmd.flag_watch"))
	return cmd
}

// lintAll proves all that is named.
func (c *call) lintAll(names []string) (lintShape, error) {
	shape := lintShape{Version: 1, Faults: []lintFault{}}
	for _, name := range names {
		faults, err := c.lint(name)
		if err != nil {
			return shape, err
		}
		shape.Faults = append(shape.Faults, faults...)
		if strings.HasSuffix(name, ".steps.yaml") {
			c.talk("cmd.lint_form_alone", "file", name)
		}
	}
	return shape, nil
}

// lint proves a procedure that is named, a file, a pack by its manifest, or all that
// lies in a folder.
func (c *call) lint(name string) ([]lintFault, error) {
	if id := name[strings.LastIndexByte(name, '/')+1:]; !file.IsPath(name) && !flows.IsName(id) {
		return nil, usage("source.ending", "file", short(name))
	}
	documents, err := outside.Documents(c.Library, name)
	if err != nil {
		return nil, err
	}
	var faults []lintFault
	for _, d := range documents {
		found, err := c.proved(&d)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if told := c.faultIn(d.Dir, f); !slices.Contains(faults, told) { // a file of steps is proved alone, too
				faults = append(faults, told)
			}
		}
	}
	return faults, nil
}

// faultIn is a fault of a file in a folder.
func (c *call) faultIn(dir string, f flows.Fault) lintFault {
	return lintFault{File: filepath.Join(dir, f.File), Line: f.Line, Column: f.Column, Message: words.Say(c.lang(), f.Message)}
}

// String is the fault as editors find it.
func (f lintFault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}
