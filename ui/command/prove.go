package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/proving"
)

// proveOptions are the options of test.
type proveOptions struct {
	*call
	cover int
	junit string
}

func newProve(c *call) *cobra.Command {
	o := &proveOptions{call: c}
	cmd := c.newVerb("test FILE|FOLDER|PROCEDURE…", "cmd.short_test", 1, -1, o.run)
	cmd.Long = c.text("cmd.long_test")
	cmd.Example = "lotse test ./procedures\nlotse test ./procedures --cover 80 --junit report.xml\nlotse test ./procedures/newsletter-sender.yaml --json"
	cmd.Flags().IntVar(&o.cover, "cover", 100, c.text("cmd.flag_cover"))
	cmd.Flags().StringVar(&o.junit, "junit", "", c.text("cmd.flag_junit"))
	return cmd
}

// run plays the stories of each procedure that is named.
func (o *proveOptions) run(ctx context.Context, args []string) error {
	if o.cover < 0 || o.cover > 100 {
		return usage("prove.cover_range", "n", o.cover)
	}
	shape := proveShape{Version: 1, Procedures: []provedShape{}}
	for _, name := range args {
		documents, err := outside.Procedures(o.Library, name)
		if err != nil {
			return err
		}
		for i := range documents {
			proved, err := o.prove(ctx, &documents[i])
			if err != nil {
				return err
			}
			shape.Procedures = append(shape.Procedures, proved)
		}
	}
	if o.junit != "" {
		if err := outside.WriteJUnit(o.junit, shape.junit()); err != nil {
			return err
		}
	}
	if err := o.print(shape); err != nil {
		return err
	}
	return shape.end(o.cover)
}

// prove plays the stories that a procedure has.
func (o *proveOptions) prove(ctx context.Context, d *outside.Document) (provedShape, error) {
	p, err := outside.Load(o.Library, d)
	if err != nil {
		return provedShape{}, err
	}
	shape := provedShape{Procedure: p.Name(), File: filepath.Join(d.Dir, d.Name), Stories: []storyShape{}, NotCovered: []pointShape{}}
	all, err := o.stories(d)
	if err != nil {
		return shape, err
	}
	cover := proving.NewCover(p)
	for _, s := range all {
		if s.Procedure != p.ID {
			continue
		}
		told, err := o.play(ctx, d, s, cover)
		if err != nil {
			return shape, err
		}
		shape.Stories = append(shape.Stories, told)
	}
	for _, point := range cover.Points() {
		shape.Points++
		if !point.Covered {
			shape.NotCovered = append(shape.NotCovered, pointShape{
				File: filepath.Join(d.Dir, point.Place.File), Line: point.Place.Row, What: words.Say(o.lang(), point.What),
			})
		}
	}
	shape.Percent = cover.Percent()
	return shape, nil
}

// storiesFolder is the folder beside procedures that has their stories, and
// storyFiles the folder in it with the files that they name.
const (
	storiesFolder = "stories"
	storyFiles    = "files"
)

// stories are those that lie beside a procedure; none where there is no folder.
func (o *proveOptions) stories(d *outside.Document) ([]*proving.Story, error) {
	if _, err := fs.Stat(d.FS, storiesFolder); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	beside, err := fs.Sub(d.FS, storiesFolder)
	if err != nil {
		return nil, err
	}
	all, err := proving.Read(beside)
	var refused *flows.Refusal
	if err != nil && !errors.As(err, &refused) {
		err = flows.Refuse(flows.ErrFailed, nil, "prove.story", "file", filepath.Join(d.Dir, storiesFolder), "why", err).Because(err)
	}
	return all, err
}

// play plays a story in a store of its own, which is gone afterwards.
func (o *proveOptions) play(ctx context.Context, d *outside.Document, s *proving.Story, c *proving.Cover) (told storyShape, err error) {
	dir, err := ownfile.MkdirTemp("", "lotse-test-")
	if err != nil {
		return told, fmt.Errorf("make a folder for the test: %w", err)
	}
	defer func() { err = errors.Join(err, ownfile.RemoveAll(dir)) }()
	files := filepath.Join(dir, storyFiles)
	if sub, err := fs.Sub(d.FS, storiesFolder+"/"+storyFiles); err == nil {
		if err := os.CopyFS(files, sub); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return told, fmt.Errorf("copy the files of the stories: %w", err)
		}
	}
	told = storyShape{Name: s.Name, About: s.About, File: filepath.Join(d.Dir, storiesFolder, s.Name+".yaml"), Passed: true}
	player := o.player(dir, filepath.Join(d.Dir, d.Name), files, s)
	if d.Dir == "" {
		player.Procedure = d.Provenance.Name(d.ID())
	}
	err = player.Play(ctx, c)
	var failed *proving.Failure
	if errors.As(err, &failed) {
		told.Passed, told.Line, told.Act = false, failed.Line, flows.CleanLine(failed.Said)
		told.Message = words.Say(o.lang(), failed.Message)
		return told, ctx.Err()
	}
	return told, err
}

// proveShape is what test prints.
type proveShape struct {
	Version    int           `json:"version"`
	Procedures []provedShape `json:"procedures"`
}

type provedShape struct {
	Procedure  string       `json:"procedure"`
	File       string       `json:"file"`
	Stories    []storyShape `json:"stories"`
	Points     int          `json:"points"` // that there are to cover
	Percent    int          `json:"percent"`
	NotCovered []pointShape `json:"not_covered"`
}

type storyShape struct {
	Name    string `json:"name"`
	About   string `json:"about"`
	File    string `json:"file"`
	Passed  bool   `json:"passed"`
	Line    int    `json:"line"` // of the act that went otherwise; 0 where none did
	Act     string `json:"act"`
	Message string `json:"message"`
}

type pointShape struct {
	File string `json:"file"`
	Line int    `json:"line"`
	What string `json:"what"`
}

func (p pointShape) at() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// end is how the command ends: as failed where a story failed, as not complete where
// too little is covered.
func (s proveShape) end(cover int) error {
	switch {
	case slices.ContainsFunc(s.Procedures, func(p provedShape) bool { return p.failed() > 0 }):
		return status(exitFailed)
	case slices.ContainsFunc(s.Procedures, func(p provedShape) bool { return p.Percent < cover }):
		return status(exitNotComplete)
	}
	return nil
}

func (p provedShape) failed() (n int) {
	for _, s := range p.Stories {
		if !s.Passed {
			n++
		}
	}
	return n
}

// output names what is not covered; nil where all is.
func (p provedShape) output() *outside.JUnitOutput {
	if len(p.NotCovered) == 0 {
		return nil
	}
	var text strings.Builder
	for _, point := range p.NotCovered {
		fmt.Fprintf(&text, "%s: %s\n", point.at(), point.What)
	}
	return &outside.JUnitOutput{Text: text.String()}
}

func (s proveShape) lines(p *sheet) {
	for i, proved := range s.Procedures {
		if i > 0 {
			p.line("")
		}
		p.say("prove.head", "procedure", proved.Procedure, "n", len(proved.Stories), "points", proved.Points, "percent", proved.Percent)
		for _, story := range proved.Stories {
			if story.Passed {
				p.say("prove.passed", "story", story.Name, "about", flows.Cut(story.About, 200))
				continue
			}
			p.say("prove.failed", "story", story.Name)
			p.line("  %s:%d: %s", story.File, story.Line, story.Message)
			p.line("    %s", story.Act)
		}
		for _, point := range proved.NotCovered {
			p.say("prove.not_covered", "at", point.at(), "what", point.What)
		}
	}
}

// junit is the same for a program that runs tests: a test case is a story.
func (s proveShape) junit() *outside.JUnit {
	j := &outside.JUnit{}
	for _, p := range s.Procedures {
		suite := outside.JUnitSuite{Name: p.Procedure, Tests: len(p.Stories), Failures: p.failed(), Properties: []outside.JUnitProperty{
			{Name: "points", Value: strconv.Itoa(p.Points)}, {Name: "percent", Value: strconv.Itoa(p.Percent)},
		}}
		suite.Output = p.output()
		for _, story := range p.Stories {
			one := outside.JUnitCase{Class: p.Procedure, Name: story.Name, File: story.File}
			if !story.Passed {
				one.Line = story.Line
				one.Failure = &outside.JUnitFailure{Message: story.Message, Text: story.Act}
			}
			suite.Cases = append(suite.Cases, one)
		}
		j.Suites = append(j.Suites, suite)
	}
	return j
}
