package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
	"lotse/ui/story"
)

// demoOptions are the options of demo.
type demoOptions struct {
	*call
	reset bool
	auto  bool
	speed float64
}

func newDemo(c *call) *cobra.Command {
	o := &demoOptions{call: c}
	cmd := c.newVerb("demo [PROCEDURE|STORY]", "cmd.short_demo", 0, 1, o.run)
	cmd.Long = c.text("cmd.long_demo") + "\n\n" + c.text("cmd.long_demo_auto", "stories", story.Names())
	cmd.Example = "lotse demo\nlotse demo teccom-import\nlotse demo --auto\nlotse demo --reset --yes\nlotse demo --json"
	cmd.Flags().BoolVar(&o.reset, "reset", false, c.text("cmd.flag_reset"))
	cmd.Flags().BoolVar(&o.auto, "auto", false, c.text("cmd.flag_auto"))
	cmd.Flags().Float64Var(&o.speed, "speed", 1, c.text("cmd.flag_speed"))
	cmd.ValidArgsFunction = o.names
	return cmd
}

// run makes the demo where there is none, and opens it.
func (o *demoOptions) run(ctx context.Context, args []string) error {
	if o.flags.db != "" {
		return usage("cmd.demo_db", "file", quoted(o.flags.db))
	}
	if o.Data == "" {
		return flows.Refuse(flows.ErrNotFound, nil, "cmd.no_home_demo")
	}
	if o.auto {
		return o.playStory(ctx, args)
	}
	if len(args) > 0 {
		if _, err := o.procedure(args[0]); err != nil {
			return err
		}
	}
	store := demoStore{call: o.call}
	if o.reset {
		if err := store.reset(ctx); err != nil {
			return err
		}
	}
	made, err := store.make(ctx)
	if err != nil {
		return err
	}
	// From here on the demo is the store, and what is said names it.
	o.flags.db = store.database()
	if made {
		o.talk("cmd.demo_made", "folder", outside.SampleFiles(store.database()))
	}
	if len(args) > 0 {
		return o.begin(ctx, args[0])
	}
	if show := o.face(); show != nil {
		return o.show(ctx, show, "")
	}
	return o.list(ctx)
}

// begin opens a run of a procedure that stands at its beginning.
func (o *demoOptions) begin(ctx context.Context, procedure string) error {
	s, err := o.fresh(ctx, procedure)
	if err != nil {
		return err
	}
	if show := o.face(); show != nil {
		return o.show(ctx, show, s.ID())
	}
	return o.report(s, run.Outcome{})
}

// fresh gives a run of a procedure in which nothing has happened yet.
func (o *demoOptions) fresh(ctx context.Context, procedure string) (*run.Session, error) {
	a, err := o.open(ctx)
	if err != nil {
		return nil, err
	}
	for q := (run.Query{Status: []run.Status{run.StatusOpen}, Limit: 500}); ; {
		page, err := a.Headers(ctx, q)
		if err != nil {
			return nil, err
		}
		for i := range page.Runs {
			if h := &page.Runs[i]; h.Procedure == procedure && h.Events == 1 {
				return o.resume(ctx, h.ID)
			}
		}
		if q.After = page.Next; q.After == "" {
			break
		}
	}
	starting := startOptions{call: o.call, customer: newCustomer}
	start, err := starting.start(ctx, procedure)
	if err != nil {
		return nil, err
	}
	s, _, err := starting.create(ctx, start)
	if err != nil {
		return nil, err
	}
	return s, o.flush(ctx, s)
}

// newCustomer is the customer of a demo that begins at the beginning.
const newCustomer = "Beispiel Handels GmbH"

// demoShape is what demo prints: where it lies, and the runs in it.
type demoShape struct {
	listShape
	Database string `json:"database"`
	Files    string `json:"files"`
}

func (s demoShape) lines(p *sheet) {
	s.listShape.lines(p)
	p.line("")
	p.say("cmd.demo_resume", "file", quoted(s.Database))
	p.say("cmd.demo_files", "folder", s.Files)
}

// list prints the runs of the demo.
func (o *demoOptions) list(ctx context.Context) error {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	page, err := a.Headers(ctx, run.Query{})
	if err != nil {
		return err
	}
	return o.print(demoShape{listOf(page, o.lang()), o.path(), outside.SampleFiles(o.path())})
}

// samples is the folder of the sample files of the demo; "" in a store that is
// none.
func (c *call) samples(ctx context.Context) (string, error) {
	a, err := c.open(ctx)
	if err != nil {
		return "", err
	}
	demo, err := outside.IsDemo(ctx, a)
	if !demo {
		return "", err
	}
	return outside.SampleFiles(a.Path()), nil
}
