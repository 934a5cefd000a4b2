package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/document/calendar"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// calendarOptions are the options of calendar.
type calendarOptions struct {
	*call
	file string
}

func newCalendar(c *call) *cobra.Command {
	o := &calendarOptions{call: c}
	cmd := c.newVerb("calendar RUN [STEP.WAIT]", "cmd.short_calendar", 1, 2, o.run)
	cmd.Example = "lotse calendar 7f3 -o dates.ics\nlotse calendar 7f3 support.answer -o answer.ics"
	cmd.Flags().StringVarP(&o.file, "output", "o", "", c.text("cmd.flag_output_new"))
	return cmd
}

// run writes the dates of a run's waits.
func (o *calendarOptions) run(ctx context.Context, args []string) error {
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	at, err := o.wait(s, args[1:])
	if err != nil {
		return err
	}
	v := s.View(o.Now())
	asked := calendar.Asked{Zone: outside.Zone(o.Now()), Now: o.Now()}
	dates, err := outside.Dates(v, at)
	if err != nil {
		return err
	}
	if o.file != "" {
		if err := outside.WriteCalendar(o.file, dates, asked); err != nil {
			return err
		}
		o.talk("cmd.written", "file", o.file)
	}
	if o.flags.json {
		return o.print(calendarOf(v, dates, o.file))
	}
	if o.file == "" {
		return calendar.Write(o.out, dates, asked)
	}
	return nil
}

// wait is the wait that was named; zero where none was.
func (o *calendarOptions) wait(s *run.Session, args []string) (flows.Address, error) {
	if len(args) == 0 {
		return flows.Address{}, nil
	}
	at, err := parsePlace(args[0])
	if err != nil {
		return at, err
	}
	st, it, err := s.Resolve(at)
	if err != nil {
		return at, err
	}
	at = flows.Address{Step: st.ID, Item: it.ID}
	if it.Kind != flows.KindWait {
		return at, usage("refuse.other_kind", "item", at, "is", kindOf(it), "want", flows.Msg("kind.wait"))
	}
	return at, nil
}

// calendarShape is what calendar prints with --json; without, it is the calendar.
type calendarShape struct {
	Version int         `json:"version"`
	Run     string      `json:"run"`
	Mode    run.Mode    `json:"mode"`
	File    string      `json:"file,omitempty"` // where it was written to one
	Dates   []dateShape `json:"dates"`
}

type dateShape struct {
	Step        string `json:"step"`
	Item        string `json:"item"`
	UID         string `json:"uid"`
	At          string `json:"at"`
	Summary     string `json:"summary"`
	Description string `json:"description"`
}

func calendarOf(v *run.View, dates []calendar.Entry, file string) calendarShape {
	s := calendarShape{Version: 1, Run: v.ID, Mode: v.Mode, File: file, Dates: []dateShape{}}
	for _, d := range dates {
		s.Dates = append(s.Dates, dateShape{d.At.Step, d.At.Item, d.UID, stamp(d.Start), d.Summary, d.Description})
	}
	return s
}

func (calendarShape) lines(*sheet) {}
