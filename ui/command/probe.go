package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// probeShape is what probe prints.
type probeShape struct {
	Version int `json:"version"`
	checkShape
}

// probeOptions are the inputs of one check, by parameter.
type probeOptions struct {
	*call
	spec   flows.CheckSpec
	values map[string]*[]string
	secret bool // the check's secret comes on stdin
	ca     string
	here   bool // addresses of this machine may be asked
}

// newProbe is probe, with a command for each check: every check has its inputs
// as flags, so that a new one needs nothing here.
func newProbe(c *call) *cobra.Command {
	probe := c.newVerb("probe CHECK …", "cmd.short_probe", 0, -1, func(_ context.Context, args []string) error {
		var known []string
		for _, spec := range check.Specs() {
			if len(spec.Inputs) > 0 {
				known = append(known, spec.Name)
			}
		}
		if len(args) == 0 {
			return usage("cmd.probe_which", "checks", strings.Join(known, ", "))
		}
		return notFound("cmd.no_check", "check", short(args[0]), "checks", strings.Join(known, ", "))
	})
	probe.Example = "lotse probe mail.equal --must info@example.org --must Info@example.org\n" +
		"lotse probe mail.address --address info@example.org\n" +
		"lotse probe relationship.url --url 'https://admin.microsoft.com/Adminportal/Home?…'"
	for _, spec := range check.Specs() {
		if len(spec.Inputs) > 0 { // what http.json asks stands in a procedure
			probe.AddCommand(newProbeOf(c, spec))
		}
	}
	return probe
}

func newProbeOf(c *call, spec flows.CheckSpec) *cobra.Command {
	o := &probeOptions{call: c, spec: spec, values: map[string]*[]string{}}
	cmd := c.newVerb(spec.Name, spec.Title, 0, -1, o.run)
	cmd.Long = c.text("cmd.long_probe", "title", flows.Msg(spec.Title), "flag", flagOf(spec.Inputs[0].Name))
	if check.FaultsOf(spec.Name) != nil {
		cmd.Flags().StringVar(&o.ca, "ca", "", c.text("cmd.flag_ca"))
		cmd.Flags().BoolVar(&o.here, "allow-loopback", false, c.text("cmd.flag_loopback"))
	}
	for _, in := range spec.Inputs {
		if isSecret(in) {
			cmd.Flags().BoolVar(&o.secret, "secret-stdin", false, c.text("cmd.flag_probe_secret", "param", in.Name))
			continue
		}
		o.values[in.Name] = new([]string)
		cmd.Flags().StringArrayVar(o.values[in.Name], flagOf(in.Name), nil, c.usageOf(in))
	}
	return cmd
}

// flagOf is the flag of a parameter.
func flagOf(param string) string { return strings.ReplaceAll(param, "_", "-") }

func isSecret(in flows.Input) bool { return in.Types[0] == flows.TypeSecret }

// usageOf says what an input takes.
func (c *call) usageOf(in flows.Input) string {
	parts := []string{strings.ToUpper(string(in.Types[0]))}
	if in.Required {
		parts = append(parts, c.text("cmd.flag_needed"))
	}
	if in.Many {
		parts = append(parts, c.text("cmd.flag_many"))
	}
	return strings.Join(parts, ", ")
}

// run runs the check.
func (o *probeOptions) run(ctx context.Context, args []string) error {
	inputs, err := o.inputs(args)
	if err != nil {
		return err
	}
	var secret run.Secret
	if o.secret {
		if secret, err = o.secretFrom(ctx, o.In, o.text("cmd.the_secret")); err != nil {
			return err
		}
	}
	if err := o.knownCA(ctx); err != nil {
		return err
	}
	off, err := o.offline(ctx)
	if err != nil {
		return err
	}
	network := &outside.Network{Getenv: o.Getenv, Now: o.Now, CA: o.ca, Loopback: o.here, Off: off}
	runner := check.NewRunner(check.Env{Now: o.Now, Net: network.For, File: noFile, Secret: func(context.Context, run.Mode, string) (run.Secret, error) {
		return secret, nil
	}})
	result, err := runner.Run(ctx, check.Request{Check: o.spec.Name, Mode: run.Real, Inputs: inputs}, nil)
	if err != nil {
		return err
	}
	shape := probeShape{Version: 1, checkShape: checkOf(o.lang(), o.spec.Name, result)}
	if err := o.print(shape); err != nil {
		return err
	}
	if shape.bad() {
		return status(exitFailed)
	}
	return nil
}

// knownCA takes the file of certificates that is set, where none was named. A
// probe makes no database for that.
func (o *probeOptions) knownCA(ctx context.Context) (err error) {
	if o.ca != "" {
		return nil
	}
	if !o.hasStore() {
		return nil // without a database nothing is set
	}
	o.ca, err = o.setting(ctx, "ca")
	return err
}

// inputs are the flags, and what stands without one, as the check takes them.
func (o *probeOptions) inputs(args []string) ([]run.CheckInput, error) {
	var inputs []run.CheckInput
	for i, in := range o.spec.Inputs {
		if isSecret(in) {
			if o.secret {
				inputs = append(inputs, run.CheckInput{Param: in.Name, Label: in.Name, SecretID: in.Name})
			}
			continue
		}
		values := *o.values[in.Name]
		if i == 0 {
			values = append(values, args...)
		}
		if len(values) > 1 && !in.Many {
			return nil, usage("cmd.flag_once", "flag", flagOf(in.Name), "check", o.spec.Name)
		}
		for n, value := range values {
			label := in.Name
			if in.Many {
				label = fmt.Sprintf("%s %d", in.Name, n+1)
			}
			inputs = append(inputs, run.CheckInput{Param: in.Name, Label: label, Value: o.read(in, label, value)})
		}
	}
	return inputs, nil
}

// read reads a value as an answer of a run is read that the input takes: by the
// first of its types that has nothing against it. What no type takes is for the
// check to judge, without what cannot be seen; what is wrong with it is said.
func (o *probeOptions) read(in flows.Input, label, given string) flows.Value {
	var first []flows.Problem
	for i, t := range in.Types {
		it := flows.Item{ID: in.Name, Kind: flows.KindField, Field: &flows.Field{Type: t}}
		value, problems := it.Read(given, o.Now())
		if !slices.ContainsFunc(problems, func(p flows.Problem) bool { return p.Level == flows.Must }) {
			o.tell(label, problems)
			return value
		}
		if i == 0 && t != flows.TypeChoice && t != flows.TypeChoices { // whose options nobody knows here
			first = problems
		}
	}
	o.tell(label, first)
	if text, _ := flows.Normalise(in.Types[0], given, false); text != "" {
		return text
	}
	return nil
}

// tell says what there is to be said of a value.
func (o *probeOptions) tell(label string, problems []flows.Problem) {
	for _, p := range problems {
		fmt.Fprintf(o.Err, "%s: %s\n", label, words.Say(o.lang(), p.Message))
	}
}

// noFile is the file system of a probe, which keeps none.
func noFile(context.Context, string) (run.Content, error) {
	return nil, flows.ErrNotFound
}
