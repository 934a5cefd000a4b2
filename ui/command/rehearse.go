package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// rehearseOptions are the options of rehearse.
type rehearseOptions struct {
	*call
	list  bool
	clear bool
}

// rehearseShape is what rehearse prints: what can go wrong, or what was chosen
// for a run.
type rehearseShape struct {
	Version int          `json:"version"`
	Run     string       `json:"run"`
	Faults  []wrongShape `json:"faults"`
}

type wrongShape struct {
	Check   string `json:"check"`
	Fault   string `json:"fault"`
	Does    string `json:"does"`
	Finding string `json:"finding"`
}

func (s rehearseShape) lines(p *sheet) {
	if len(s.Faults) == 0 {
		p.say("cmd.no_fault_chosen")
	}
	for _, f := range s.Faults {
		p.row(f.Check+"="+f.Fault, f.Does)
	}
}

func newRehearse(c *call) *cobra.Command {
	o := &rehearseOptions{call: c}
	cmd := c.newVerb("rehearse [RUN [CHECK=FAULT[,FAULT…]…]]", "cmd.short_rehearse", 0, -1, o.run)
	cmd.Long = c.text("cmd.long_rehearse")
	cmd.Example = "lotse rehearse --list\nlotse rehearse 7f3 teccom.token=secret-refused mail.domain=null-mx\nlotse rehearse 7f3 --clear"
	cmd.Flags().BoolVar(&o.list, "list", false, c.text("cmd.flag_faults"))
	cmd.Flags().BoolVar(&o.clear, "clear", false, c.text("cmd.flag_clear"))
	return cmd
}

// run lists faults, shows those of a run, or chooses them.
func (o *rehearseOptions) run(ctx context.Context, args []string) error {
	switch {
	case o.list && len(args) == 0:
		return o.print(rehearseShape{Version: 1, Faults: wrongShapes(o.lang(), nil, func(string, string) bool { return true })})
	case o.list || len(args) == 0 || o.clear && len(args) > 1:
		return usage("cmd.rehearse_write")
	}
	h, err := o.find(ctx, args[0])
	if err != nil {
		return err
	}
	if h.Mode == run.Real {
		return usage("cmd.run_real", "run", h.ID)
	}
	p := o.procedureOf(ctx, h, o.lang())
	if o.clear || len(args) > 1 {
		faults, err := parseFaults(p, args[1:])
		if err != nil {
			return err
		}
		if err := outside.ChooseFaults(ctx, o.archive, h.ID, faults); err != nil {
			return err
		}
	}
	chosen, err := outside.FaultsOf(ctx, o.archive, h.ID)
	if err != nil {
		return err
	}
	return o.print(rehearseShape{Version: 1, Run: h.ID, Faults: wrongShapes(o.lang(), p, chosen.Has)})
}

// parseFaults reads CHECK=FAULT,FAULT of a run's procedure.
func parseFaults(p *flows.Procedure, args []string) (outside.Faults, error) {
	faults := outside.Faults{}
	for _, arg := range args {
		name, list, _ := strings.Cut(arg, "=")
		known := check.FaultsIn(p, name)
		if known == nil {
			return nil, notFound("cmd.no_portal", "check", short(name), "checks", strings.Join(check.Portals(), ", "))
		}
		for _, fault := range strings.Split(list, ",") {
			faults.Add(name, fault)
			if !slices.ContainsFunc(known, func(f check.Fault) bool { return f.Name == fault }) {
				return nil, notFound("cmd.no_fault", "check", name, "fault", short(fault), "faults", names(known, func(f check.Fault) string { return f.Name }))
			}
		}
	}
	return faults, nil
}

// wrongShapes are the faults that are wanted, by check, in a language: those of the
// portals, and a procedure's own.
func wrongShapes(lang string, p *flows.Procedure, wanted func(check, fault string) bool) []wrongShape {
	shapes := []wrongShape{}
	for _, name := range check.Portals() {
		for _, f := range check.FaultsIn(p, name) {
			if wanted(name, f.Name) {
				shapes = append(shapes, wrongShape{Check: name, Fault: f.Name, Does: words.Say(lang, f.Says()), Finding: f.Finding})
			}
		}
	}
	return shapes
}
