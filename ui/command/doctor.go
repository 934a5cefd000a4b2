package command

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

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

	ascii, whole bool // signs in ASCII; what is well in full, too
	wrong, mind  int  // how many lines are so
}

// doctorLine is one thing that was looked at.
type doctorLine struct {
	Name   string `json:"name"`
	State  health `json:"state"`
	Detail string `json:"detail"`
	Advice string `json:"advice"`

	said  []string // the detail as it is said to people; nil: as it is
	aside bool     // no check: people see it in full only
}

// lines are one for each thing; more of it only where something is wrong, or in
// full. The last one counts.
func (s doctorShape) lines(p *sheet) {
	for _, l := range s.Lines {
		if !l.aside || s.whole {
			s.thing(p, l)
		}
	}
	switch {
	case s.wrong > 0:
		p.say("cmd.doctor_wrong", "n", s.wrong, "more", s.mind)
	case s.mind > 0:
		p.say("cmd.doctor_mind", "n", s.mind)
	default:
		p.say("cmd.doctor_well")
	}
}

func (s doctorShape) thing(p *sheet, l doctorLine) {
	sign := healthSigns[l.State]
	if s.ascii {
		sign = "[" + string(l.State) + "]"
	}
	if l.said == nil {
		l.said = []string{l.Detail}
	}
	p.line("%s %s: %s", sign, p.thing(l.Name), l.said[0])
	if l.State == well && !s.whole {
		return
	}
	for _, more := range l.said[1:] {
		p.line("    %s", more)
	}
	if l.Advice != "" {
		p.line("    %s", l.Advice)
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
	whole := false
	cmd := c.newVerb("doctor", "cmd.short_doctor", 0, 0, func(ctx context.Context, _ []string) error {
		shape := doctorShape{Version: 1, Lines: c.examine(ctx), whole: whole, ascii: c.flags.plain || onTerminal(c.Out) && !c.unicode()}
		for _, l := range shape.Lines {
			switch l.State {
			case wrong:
				shape.wrong++
			case mind:
				shape.mind++
			}
		}
		shape.Healthy = shape.wrong == 0
		if err := c.print(shape); err != nil {
			return err
		}
		if !shape.Healthy {
			return status(exitFailed)
		}
		return ctx.Err()
	})
	cmd.Flags().BoolVarP(&whole, "verbose", "v", false, c.text("cmd.flag_doctor_verbose"))
	return cmd
}

// why is an error as a line names it.
func (c *call) why(err error) string { return words.Say(c.lang(), c.wayOut(refusalOf(err))) }

// examine looks at everything, in the order in which one would ask.
func (c *call) examine(ctx context.Context) []doctorLine {
	lines := []doctorLine{{Name: "lotse", State: well, Detail: fmt.Sprintf("%s, %s, %s/%s", c.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)}}
	a, err := c.open(ctx)
	if err != nil {
		lines = append(lines, doctorLine{Name: "database", State: wrong, Detail: c.why(err)})
		for _, name := range []string{"backups", "secrets", "keychain", "signing", "network"} {
			lines = append(lines, doctorLine{Name: name, State: mind, Detail: c.text("cmd.doctor_unseen")})
		}
	} else {
		lines = append(lines, c.examineServer(ctx, a)...)
		lines = append(lines, c.examineDatabase(ctx, a)...)
		lines = append(lines, c.examineBackups(ctx, a), c.examineVault(ctx, a), c.examineKeychain(ctx, a), c.examineSigner(ctx, a))
	}
	lines = append(lines, c.examineTerminal(), c.examineClipboard(), c.examineLanguage(), c.examineClock(ctx, a))
	if a != nil { // where it is kept whether checks may use the network
		lines = append(lines, c.examineProxy(ctx))
	}
	if lines = append(lines, c.examineProcedures()); c.onServer() { // which makes its own promises
		return lines
	}
	return append(lines, c.promise())
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
			l.Advice = c.text(c.restoreAdvice())
			lines = lines[:0]
		}
		lines = append(lines, l)
	}
	return append(append(lines, c.examineFacts(found.Facts)), c.examineAccess(found)...)
}

// examineBackups looks at how old the newest backup is.
func (c *call) examineBackups(ctx context.Context, a run.Archive) doctorLine {
	l := doctorLine{Name: "backups", State: well}
	if c.onServer() {
		l.Detail, l.Advice = c.text("cmd.doctor_server_backups"), c.text("cmd.doctor_server_backups_how")
		return l
	}
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

// examineProcedures proves the procedures, those of packs among them.
func (c *call) examineProcedures() doctorLine {
	all := c.Library.Entries()
	for _, e := range all {
		switch {
		case e.Err == nil:
		case e.Provenance.Pack != "":
			return doctorLine{Name: "procedures", State: wrong, Detail: c.why(e.Err), Advice: c.text("source.doctor_pack", "pack", e.Provenance.Pack)}
		default:
			return doctorLine{Name: "procedures", State: wrong, Detail: c.why(e.Err), Advice: c.text("cmd.doctor_broken")}
		}
	}
	return doctorLine{Name: "procedures", State: well, Detail: c.text("cmd.doctor_procedures", "n", len(all))}
}
