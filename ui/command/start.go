package command

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/file"
	"lotse/ui/outside"
)

// startOptions are the options of start.
type startOptions struct {
	*call
	customer string
	mode     string
	answers  string
}

func newStart(c *call) *cobra.Command {
	o := &startOptions{call: c}
	cmd := c.newVerb("start PROCEDURE --customer NAME", "cmd.short_start", 1, 1, o.run)
	cmd.Example = "lotse start teccom-import --customer \"Muster GmbH\"\nlotse start teccom-import --customer \"Muster GmbH\" --mode rehearsal --answers answers.yaml --json"
	cmd.Flags().StringVar(&o.customer, "customer", "", c.text("cmd.flag_customer"))
	cmd.Flags().StringVar(&o.mode, "mode", "", c.text("cmd.flag_mode"))
	cmd.Flags().StringVar(&o.answers, "answers", "", c.text("cmd.flag_answers"))
	return cmd
}

// run starts a run; where a person is there it goes on with it.
func (o *startOptions) run(ctx context.Context, args []string) error {
	start, err := o.start(ctx, args[0])
	if err != nil {
		return err
	}
	s, out, err := o.create(ctx, start)
	if err != nil {
		return err
	}
	if err := o.flush(ctx, s); err != nil {
		return err
	}
	if show := o.face(); show != nil {
		return o.show(ctx, show, s.ID())
	}
	return o.report(s, out)
}

// start says what the new run is.
func (o *startOptions) start(ctx context.Context, procedure string) (run.Start, error) {
	none := run.Start{}
	name := run.CustomerName(o.customer)
	if name == "" {
		return none, usage("cmd.name_customer", "procedure", short(procedure))
	}
	if name != o.customer {
		o.talk("cmd.customer_kept", "name", name)
	}
	p, err := o.procedure(procedure)
	if err != nil {
		return none, err
	}
	mode, err := o.modeOf(ctx)
	if err != nil {
		return none, err
	}
	lang, err := o.langOf(ctx, p)
	if err != nil {
		return none, err
	}
	return run.Start{Procedure: p, Customer: run.Customer{Name: name}, Mode: mode, Lang: lang}, nil
}

// modeOf is the mode of the new run.
func (o *startOptions) modeOf(ctx context.Context) (run.Mode, error) {
	a, err := o.open(ctx)
	if err != nil {
		return "", err
	}
	demo, err := outside.IsDemo(ctx, a)
	if err != nil {
		return "", err
	}
	mode := o.mode
	if mode == "" {
		if mode, err = o.setting(ctx, "mode"); err != nil {
			return "", err
		}
	}
	s, err := settingOf("mode")
	if err == nil {
		err = s.check(mode)
	}
	if err == nil && demo {
		err = outside.OnlyDemos(a.Path(), run.Mode(mode))
	}
	return run.Mode(mode), err
}

// langOf is the language of the new run: one that was asked for must be there,
// one that is set need not.
func (c *call) langOf(ctx context.Context, p *flows.Procedure) (string, error) {
	lang, err := c.language(ctx)
	if err != nil {
		return "", err
	}
	if slices.Contains(p.Languages, lang) {
		return lang, nil
	}
	if c.flags.lang != "" {
		return "", notWritten(p, lang)
	}
	return p.Base(), nil
}

// notWritten is the refusal of a language that a procedure does not have.
func notWritten(p *flows.Procedure, lang string) error {
	return usage("cmd.not_written", "what", p.ID, "lang", short(lang), "langs", strings.Join(p.Languages, ", "))
}

// procedure loads the procedure that is named.
func (c *call) procedure(name string) (*flows.Procedure, error) {
	p, err := outside.Procedure(c.Library, name)
	return p, c.unknownProcedure(name, err)
}

// unknownProcedure is the error of a procedure that is named; of an id that there is
// not it names those that there are.
func (c *call) unknownProcedure(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) && !file.IsPath(name) {
		return notFound("cmd.no_procedure", "procedure", short(name), "procedures", strings.Join(c.Library.Names(), ", "))
	}
	return err
}

// create makes the run and gives its answers in memory. The customer is added
// last, so that nothing is left behind when an answer is refused.
func (o *startOptions) create(ctx context.Context, start run.Start) (*run.Session, run.Outcome, error) {
	a, err := o.open(ctx)
	if err != nil {
		return nil, run.Outcome{}, err
	}
	known, err := a.FindCustomer(ctx, start.Customer.Name)
	if err != nil && !errors.Is(err, flows.ErrNotFound) {
		return nil, run.Outcome{}, err
	}
	isNew := err != nil
	if !isNew {
		start.Customer = known
	}
	commands, err := o.given(ctx, start.Procedure)
	if err != nil {
		return nil, run.Outcome{}, err
	}
	s, out, err := o.begin(ctx, start, commands)
	if err != nil || !isNew {
		return s, out, err
	}
	// The answers stand the test: now the customer may come to be.
	if start.Customer, err = a.AddCustomer(ctx, start.Customer); err != nil {
		return nil, out, err
	}
	return o.begin(ctx, start, commands)
}

// given are the commands of the answers file.
func (o *startOptions) given(ctx context.Context, p *flows.Procedure) ([]run.Command, error) {
	if o.answers == "" {
		return nil, nil
	}
	file, err := o.openAnswers(ctx, o.answers)
	if err != nil {
		return nil, err
	}
	return file.commands(ctx, o.call, p)
}

// begin makes the run in memory.
func (o *startOptions) begin(ctx context.Context, start run.Start, commands []run.Command) (*run.Session, run.Outcome, error) {
	env, err := o.env(ctx)
	if err != nil {
		return nil, run.Outcome{}, err
	}
	if err = o.know(ctx, start.Customer.ID, start.Procedure); err != nil {
		return nil, run.Outcome{}, err
	}
	s, err := run.Create(env, o.archive, start)
	if err != nil || len(commands) == 0 {
		return s, run.Outcome{}, err
	}
	out, err := s.Do(true, commands...)
	return s, out, err
}
