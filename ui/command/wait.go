package command

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// waitOptions are the options of wait.
type waitOptions struct {
	whyOptions
	until    string
	answered bool
}

func newWait(c *call) *cobra.Command {
	o := &waitOptions{whyOptions: whyOptions{call: c}}
	cmd := c.newVerb("wait RUN STEP.WAIT --until TIME|--answered", "cmd.short_wait", 2, 2, o.run)
	cmd.Example = "lotse wait 7f3 support.answer --until friday\nlotse wait 7f3 support.answer --until +3d\nlotse wait 7f3 support.answer --until 2026-11-24T14:00\nlotse wait 7f3 support.answer --answered"
	cmd.Flags().StringVar(&o.until, "until", "", c.text("cmd.flag_until"))
	cmd.Flags().BoolVar(&o.answered, "answered", false, c.text("cmd.flag_answered"))
	return o.whyFlag(cmd)
}

// run changes a wait.
func (o *waitOptions) run(ctx context.Context, args []string) error {
	if (o.until != "") == o.answered {
		return usage("cmd.wait_either")
	}
	at, err := parsePlace(args[1])
	if err != nil {
		return err
	}
	if o.answered {
		return o.change(ctx, args[0], one(run.WaitAnswered{At: at, Why: o.why}))
	}
	until, ok := parseTime(o.until, o.Now())
	if !ok {
		return usage("cmd.no_time", "word", short(o.until))
	}
	if err := o.meant(ctx, until); err != nil {
		return err
	}
	return o.change(ctx, args[0], one(run.WaitUntil{At: at, Until: until, Why: o.why}))
}

// meant asks about a time that is in doubt; where nobody can be asked it is
// refused.
func (o *waitOptions) meant(ctx context.Context, until time.Time) error {
	doubt := walk.WaitWarning(until, o.Now())
	if doubt.IsZero() || o.flags.yes {
		return nil
	}
	if o.interactive() {
		if yes, err := o.confirm(ctx, words.Say(o.lang(), doubt), "yes"); yes || err != nil {
			return err
		}
	}
	return usage("cmd.wait_doubt", "doubt", doubt)
}

// timeForms are the forms of a time that names its day.
var timeForms = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}

// parseTime reads a time as people type it, as seen from now: a date, a date
// and a time, +3d, +2h, a weekday, 14:00 (today). Of a day alone it is the
// morning.
func parseTime(text string, now time.Time) (time.Time, bool) {
	text = strings.TrimSpace(text)
	for _, form := range timeForms {
		if t, err := time.ParseInLocation(form, text, now.Location()); err == nil {
			return t, true
		}
	}
	if t, err := time.ParseInLocation("15:04", text, now.Location()); err == nil {
		year, month, day := now.Date()
		return time.Date(year, month, day, t.Hour(), t.Minute(), 0, 0, now.Location()), true
	}
	if hours, found := strings.CutPrefix(text, "+"); found && strings.HasSuffix(hours, "h") {
		d, err := time.ParseDuration(hours)
		return now.Add(d), err == nil && d > 0 && d <= 366*24*time.Hour
	}
	day, ok := flows.ParseDate(text, now)
	return flows.Morning(day), ok
}

// gateOptions are the options of gate.
type gateOptions struct {
	whyOptions
	word, by string
}

func newGate(c *call) *cobra.Command {
	o := &gateOptions{whyOptions: whyOptions{call: c}}
	cmd := c.newVerb("gate RUN STEP.GATE --word WORD --by NAME", "cmd.short_gate", 2, 2, func(ctx context.Context, args []string) error {
		at, err := parsePlace(args[1])
		if err != nil {
			return err
		}
		return o.change(ctx, args[0], one(run.PassGate{At: at, Word: o.word, By: o.by, Why: o.why}))
	})
	cmd.Flags().StringVar(&o.word, "word", "", c.text("cmd.flag_word"))
	cmd.Flags().StringVar(&o.by, "by", "", c.text("cmd.flag_by"))
	return o.whyFlag(cmd)
}
