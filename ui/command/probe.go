package command

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
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
	probe := c.newVerb("probe CHECK …", "Runs one check without a run", 0, -1, func(_ context.Context, args []string) error {
		var known []string
		for _, spec := range check.Specs() {
			known = append(known, spec.Name)
		}
		if len(args) == 0 {
			return usagef("Write: lotse probe CHECK …; there are: %s.", strings.Join(known, ", "))
		}
		return notFoundf("There is no check %q; there are: %s.", short(args[0]), strings.Join(known, ", "))
	})
	probe.Example = "lotse probe mail.equal --must info@example.org --must Info@example.org\n" +
		"lotse probe mail.address --address info@example.org\n" +
		"lotse probe relationship.url --url 'https://admin.microsoft.com/Adminportal/Home?…'"
	for _, spec := range check.Specs() {
		probe.AddCommand(newProbeOf(c, spec))
	}
	return probe
}

func newProbeOf(c *call, spec flows.CheckSpec) *cobra.Command {
	o := &probeOptions{call: c, spec: spec, values: map[string]*[]string{}}
	title := words.Say(words.English, flows.Msg(spec.Title))
	cmd := c.newVerb(spec.Name, title, 0, -1, o.run)
	cmd.Long = title + ".\nWhat stands without a flag is taken as --" + flagOf(spec.Inputs[0].Name) + "."
	if !spec.Built {
		cmd.Long = title + ".\nIts running part comes with a later version: the result is unknown."
	}
	if check.FaultsOf(spec.Name) != nil {
		cmd.Flags().StringVar(&o.ca, "ca", "", "a FILE of certificates (PEM) to trust beside the system's (setting ca)")
		cmd.Flags().BoolVar(&o.here, "allow-loopback", false, "ask addresses of this machine, too, also by plain http")
	}
	for _, in := range spec.Inputs {
		if isSecret(in) {
			cmd.Flags().BoolVar(&o.secret, "secret-stdin", false, "the secret "+in.Name+" comes on stdin")
			continue
		}
		o.values[in.Name] = new([]string)
		cmd.Flags().StringArrayVar(o.values[in.Name], flagOf(in.Name), nil, usageOf(in))
	}
	return cmd
}

// flagOf is the flag of a parameter.
func flagOf(param string) string { return strings.ReplaceAll(param, "_", "-") }

func isSecret(in flows.Input) bool { return in.Types[0] == flows.TypeSecret }

func usageOf(in flows.Input) string {
	usage := strings.ToUpper(string(in.Types[0]))
	if in.Required {
		usage += ", needed"
	}
	if in.Many {
		usage += ", as often as it takes"
	}
	return usage
}

// run runs the check.
func (o *probeOptions) run(ctx context.Context, args []string) error {
	inputs, err := o.inputs(args)
	if err != nil {
		return err
	}
	var secret run.Secret
	if o.secret {
		if secret, err = o.secretFrom(ctx, o.In, "the secret"); err != nil {
			return err
		}
	}
	if err := o.knownCA(ctx); err != nil {
		return err
	}
	network := &face.Network{Getenv: o.Getenv, Now: o.Now, CA: o.ca, Loopback: o.here}
	runner := check.NewRunner(check.Env{Now: o.Now, Net: network.For, File: noFile, Secret: func(context.Context, run.Mode, string) (run.Secret, error) {
		return secret, nil
	}})
	result, err := runner.Run(ctx, check.Request{Check: o.spec.Name, Lang: o.flags.lang, Mode: run.Real, Inputs: inputs}, nil)
	if err != nil {
		return err
	}
	shape := probeShape{Version: 1, checkShape: checkOf(o.flags.lang, o.spec.Name, result)}
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
	if _, err := os.Stat(o.path()); err != nil {
		return nil //nolint:nilerr // without a database nothing is set
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
			return nil, usagef("--%s of %s takes one value.", flagOf(in.Name), o.spec.Name)
		}
		for n, value := range values {
			label := in.Name
			if in.Many {
				label = fmt.Sprintf("%s %d", in.Name, n+1)
			}
			given := run.CheckInput{Param: in.Name, Label: label}
			if value != "" {
				given.Value = value
			}
			inputs = append(inputs, given)
		}
	}
	return inputs, nil
}

// noFile is the file system of a probe, which keeps none.
func noFile(context.Context, string) (run.Content, error) {
	return nil, flows.ErrNotFound
}
