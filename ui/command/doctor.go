package command

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// health is what doctor thinks of a thing.
type health string

const (
	well  health = "ok"
	mind  health = "warn"
	wrong health = "fail"
)

var healthSigns = map[health]string{well: "[✓]", mind: "[!]", wrong: "[✗]"}

// doctorShape is what doctor prints.
type doctorShape struct {
	Version int          `json:"version"`
	Healthy bool         `json:"healthy"`
	Lines   []doctorLine `json:"lines"`

	ascii bool
}

// doctorLine is one thing that was looked at.
type doctorLine struct {
	Name   string `json:"name"`
	State  health `json:"state"`
	Detail string `json:"detail"`
	Advice string `json:"advice"`

	said []string // the detail as it is said to people; nil: as it is
}

func (s doctorShape) lines(p *sheet) {
	for _, l := range s.Lines {
		sign := healthSigns[l.State]
		if s.ascii {
			sign = "[" + string(l.State) + "]"
		}
		if l.said == nil {
			l.said = []string{l.Detail}
		}
		p.line("%s %s: %s", sign, p.thing(l.Name), l.said[0])
		for _, more := range l.said[1:] {
			p.line("    %s", more)
		}
		if l.Advice != "" {
			p.line("    %s", l.Advice)
		}
	}
}

// thing is the word for what doctor looks at; the program has its name.
func (s *sheet) thing(name string) string {
	if word, _ := words.Sentence(s.lang, "cmd.doctor_name_"+name); word != "" {
		return word
	}
	return name
}

func newDoctor(c *call) *cobra.Command {
	return c.newVerb("doctor", "cmd.short_doctor", 0, 0, func(ctx context.Context, _ []string) error {
		shape := doctorShape{Version: 1, Healthy: true, Lines: c.examine(ctx), ascii: c.flags.plain || onTerminal(c.Out) && !c.unicode()}
		for _, l := range shape.Lines {
			shape.Healthy = shape.Healthy && l.State != wrong
		}
		if err := c.print(shape); err != nil {
			return err
		}
		if !shape.Healthy {
			return status(exitFailed)
		}
		return ctx.Err()
	})
}

// why is an error as a line names it.
func (c *call) why(err error) string { return words.Say(c.lang(), c.wayOut(refusalOf(err))) }

// examine looks at everything, in the order in which one would ask.
func (c *call) examine(ctx context.Context) []doctorLine {
	lines := []doctorLine{{Name: "lotse", State: well, Detail: fmt.Sprintf("%s, %s, %s/%s", c.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)}}
	a, err := c.open(ctx)
	if err != nil {
		lines = append(lines, doctorLine{Name: "database", State: wrong, Detail: c.why(err)})
		for _, name := range []string{"backups", "secrets", "signing"} {
			lines = append(lines, doctorLine{Name: name, State: mind, Detail: c.text("cmd.doctor_unseen")})
		}
	} else {
		lines = append(lines, c.examineDatabase(ctx, a)...)
		lines = append(lines, c.examineBackups(ctx, a), c.examineVault(ctx, a), c.examineSigner(ctx, a))
	}
	return append(lines, c.examineTerminal(), c.examineProcedures(), c.promise())
}

// examineDatabase looks at the pages, the chains and the pragmas.
func (c *call) examineDatabase(ctx context.Context, a run.Archive) []doctorLine {
	found, err := c.examineArchive(ctx, a)
	if err != nil {
		return []doctorLine{{Name: "database", State: wrong, Detail: c.why(err)}}
	}
	lines := []doctorLine{{Name: "database", State: well, Detail: c.text("cmd.doctor_database", "file", found.Path, "version", found.Version, "runs", found.Runs, "events", found.Events)}}
	for i, problem := range found.Problems {
		l := doctorLine{Name: "database", State: wrong, Detail: words.Say(c.lang(), problem)}
		if i == 0 {
			l.Advice = c.text("cmd.doctor_restore")
			lines = lines[:0]
		}
		lines = append(lines, l)
	}
	return append(append(lines, c.examineFacts(found.Facts)), c.examineAccess(found)...)
}

// examineBackups looks at how old the newest backup is.
func (c *call) examineBackups(ctx context.Context, a run.Archive) doctorLine {
	l := doctorLine{Name: "backups", State: well}
	backups, err := a.Backups(ctx)
	if err != nil {
		l.State, l.Detail = wrong, c.why(err)
		return l
	}
	if len(backups) == 0 {
		l.State, l.Detail, l.Advice = mind, c.text("cmd.doctor_no_backup"), c.text("cmd.doctor_make_backup")
		return l
	}
	newest := slices.MaxFunc(backups, func(a, b run.BackupFile) int { return a.At.Compare(b.At) })
	l.Detail = c.text("cmd.doctor_backups", "n", len(backups), "at", newest.At.Local()) + "; " + c.backupAge(newest.At)
	if c.Now().Sub(newest.At) > oldBackup {
		l.State, l.Advice = mind, c.text("cmd.doctor_old_backup")
	}
	return l
}

// examineTerminal looks at what the full screen would have.
func (c *call) examineTerminal() doctorLine {
	l := doctorLine{Name: "terminal", State: well}
	locale, name := c.locale("LC_CTYPE"), c.Getenv("TERM")
	if !onTerminal(c.Out) {
		l.State, l.Detail = mind, c.text("cmd.doctor_no_terminal")
		return l
	}
	width, height, err := term.GetSize(c.Out.(descriptor).Fd())
	if err != nil {
		l.State, l.Detail = wrong, c.text("cmd.doctor_size", "why", flows.Reason(err))
		return l
	}
	l.Detail = c.text("cmd.doctor_terminal", "width", width, "height", height, "term", name, "colours", colorprofile.Detect(c.Out, os.Environ()), "locale", locale)
	switch {
	case name == "dumb" || name == "":
		l.State, l.Advice = mind, c.text("cmd.doctor_dumb")
	case width <= 0 || height <= 0:
		l.State, l.Advice = mind, c.text("cmd.doctor_no_size")
	case width < 40 || height < 12:
		l.State, l.Advice = mind, c.text("cmd.doctor_small")
	case !c.unicode():
		l.State, l.Advice = mind, c.text("cmd.doctor_ascii")
	}
	return l
}

// examineProcedures proves the built-in procedures.
func (c *call) examineProcedures() doctorLine {
	all, err := c.Library.All()
	if err != nil {
		return doctorLine{Name: "procedures", State: wrong, Detail: c.why(err), Advice: c.text("cmd.doctor_broken")}
	}
	return doctorLine{Name: "procedures", State: well, Detail: c.text("cmd.doctor_procedures", "n", len(all))}
}
