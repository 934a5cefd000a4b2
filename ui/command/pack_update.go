package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/pack"
	"lotse/ui/shelf"
)

// packUpdateOptions are the options of pack update.
type packUpdateOptions struct {
	*call
	dry bool
}

func newPackUpdate(c *call) *cobra.Command {
	o := &packUpdateOptions{call: c}
	cmd := c.newVerb("update FOLDER|FILE", "cmd.short_pack_update", 1, 1, o.run)
	cmd.Long = c.text("cmd.long_pack_update")
	cmd.Example = "lotse pack update partner-setup-1.1.0.tar.gz --dry-run\nlotse pack update partner-setup-1.1.0.tar.gz --yes"
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, c.text("cmd.flag_dry_pack"))
	return cmd
}

// run shows what another version of a pack changes and, once that is confirmed,
// puts it in the place of the one that is installed.
func (o *packUpdateOptions) run(ctx context.Context, args []string) error {
	s, p, err := o.offered(ctx, args[0])
	if err != nil {
		return err
	}
	there, err := s.Get(p.Name)
	if err != nil {
		return err
	}
	shape := packUpdateShape{Version: 1, Pack: p.shape, Changes: []packChangeShape{}, Files: []packFileShape{}, Faults: p.faults}
	if p.shape == nil {
		return o.faulty(shape)
	}
	if err := o.compare(&shape, there, p.Pack); err != nil {
		return err
	}
	if o.dry || shape.Same {
		return o.print(shape)
	}
	return o.replace(ctx, s, p.Pack, &shape)
}

// compare notes what differs from the pack that is installed.
func (o *packUpdateOptions) compare(shape *packUpdateShape, there shelf.Kept, p *pack.Pack) error {
	if there.Pack == nil { // nothing is known of a damaged one
		return nil
	}
	from := there.Pack.Version
	shape.From, shape.Same, shape.Older = &from, there.Pack.Digest == p.Digest, pack.Compare(p.Version, from) < 0
	changes, err := pack.Changes(there.Pack, p, o.Specs)
	if err != nil {
		return err
	}
	for i := range changes {
		shape.Changes = append(shape.Changes, packChangeOf(p.Name, o.lang(), &changes[i]))
	}
	for _, f := range pack.FileChanges(there.Pack, p) {
		shape.Files = append(shape.Files, packFileShape(f))
	}
	return nil
}

// replace puts the pack in its place, once that is confirmed.
func (o *packUpdateOptions) replace(ctx context.Context, s *shelf.Shelf, p *pack.Pack, shape *packUpdateShape) error {
	if !o.flags.json {
		if err := o.print(*shape); err != nil {
			return err
		}
	}
	if err := o.confirmed(ctx); err != nil {
		return err
	}
	if err := s.Replace(ctx, p); err != nil {
		return err
	}
	shape.Updated = true
	if o.flags.json {
		return o.print(*shape)
	}
	o.talk("cmd.pack_updated", "pack", p.Name, "version", p.Version)
	return nil
}

// confirmed asks whether to do it; --yes says so where nobody can be asked.
func (o *packUpdateOptions) confirmed(ctx context.Context) error {
	switch {
	case o.flags.yes:
		return nil
	case !o.canAsk():
		return flows.Refuse(errNotConfirmed, nil, "cmd.pack_update_yes")
	}
	typed, err := o.confirm(ctx, o.text("cmd.ask_pack_update"), "update")
	if err == nil && !typed {
		err = flows.Refuse(errNotConfirmed, nil, "cmd.not_confirmed")
	}
	return err
}

// packUpdateShape is what pack update prints.
type packUpdateShape struct {
	Version int               `json:"version"`
	Pack    *packShape        `json:"pack"` // null where it has faults
	From    *string           `json:"from"` // the version that is installed; null where it is damaged
	Same    bool              `json:"same"`
	Older   bool              `json:"older"`
	Updated bool              `json:"updated"`
	Changes []packChangeShape `json:"changes"`
	Files   []packFileShape   `json:"files"`
	Faults  []lintFault       `json:"faults"`
}

type packFileShape struct {
	Name string    `json:"name"`
	What pack.What `json:"what"`
}

type packChangeShape struct {
	Procedure string          `json:"procedure"`
	What      pack.What       `json:"what"`
	From      int             `json:"from_version"` // 0 where there is none
	To        int             `json:"to_version"`
	Steps     []packStepShape `json:"steps"`
}

type packStepShape struct {
	Step    string          `json:"step"` // "": the procedure as a whole
	Was     string          `json:"was"`
	Title   string          `json:"title"`
	What    pack.What       `json:"what"`
	Aspects []flows.Aspect  `json:"aspects"`
	Texts   []packTextShape `json:"texts"`
}

type packTextShape struct {
	At  string `json:"at"`
	Old string `json:"old"`
	New string `json:"new"`
}

// packChangeOf is a change with the titles of its steps in a language. What changed
// in the texts is told in the words of the document: those are what was rewritten.
func packChangeOf(name, lang string, c *pack.Change) packChangeShape {
	s := packChangeShape{Procedure: name + "/" + c.Procedure, What: c.What, Steps: []packStepShape{}}
	if c.Old != nil {
		s.From = c.Old.Version
	}
	if c.New != nil {
		s.To = c.New.Version
	}
	for _, step := range c.Steps {
		one := packStepShape{Step: step.Step, Was: step.Was, Title: titleOf(c, step.Step, lang), What: step.What, Aspects: list(step.Aspects), Texts: []packTextShape{}}
		for _, t := range step.Texts {
			one.Texts = append(one.Texts, packTextShape(t))
		}
		s.Steps = append(s.Steps, one)
	}
	return s
}

// titleOf is the title of a step in a language; "" of the procedure as a whole.
func titleOf(c *pack.Change, step, lang string) string {
	for _, p := range []*flows.Procedure{c.New, c.Old} {
		if p == nil {
			continue
		}
		if s := p.In(lang).Step(step); s != nil {
			return flows.CleanLine(s.Title)
		}
	}
	return ""
}

func (s packUpdateShape) lines(p *sheet) {
	lintShape{Faults: s.Faults}.lines(p)
	if s.Pack == nil {
		return
	}
	s.Pack.lines(p)
	p.line("")
	switch {
	case s.From == nil:
		p.say("cmd.pack_from_damaged")
		return
	case s.Same:
		p.say("cmd.pack_same", "version", *s.From)
		return
	case s.Older:
		p.say("cmd.pack_older", "from", *s.From, "version", s.Pack.Version)
	default:
		p.say("cmd.pack_from", "from", *s.From, "version", s.Pack.Version)
	}
	for i := range s.Changes {
		s.Changes[i].lines(p)
	}
	if len(s.Files) > 0 {
		p.say("cmd.pack_files_differ")
	}
	for _, f := range s.Files {
		p.row("  "+f.Name, p.text(whatIs[f.What]))
	}
}

// whatIs are the words for what became of something.
var whatIs = map[pack.What]string{pack.New: "cmd.pack_new", pack.Gone: "cmd.pack_gone", pack.Changed: "cmd.pack_changed"}

// aspectIs are the words for what differs.
var aspectIs = map[flows.Aspect]string{
	flows.AspectPlace: "cmd.aspect_place", flows.AspectText: "cmd.aspect_text", flows.AspectQuestion: "cmd.aspect_question",
	flows.AspectType: "cmd.aspect_type", flows.AspectOptions: "cmd.aspect_options", flows.AspectRules: "cmd.aspect_rules",
	flows.AspectCondition: "cmd.aspect_condition", flows.AspectCheck: "cmd.aspect_check", flows.AspectColumns: "cmd.aspect_columns", flows.AspectFile: "cmd.aspect_file",
}

func (s *packChangeShape) lines(p *sheet) {
	switch s.What {
	case pack.Changed:
		p.say("cmd.pack_procedure", "procedure", s.Procedure, "from", s.From, "to", s.To)
	default:
		p.line("%s: %s", s.Procedure, p.text(whatIs[s.What]))
	}
	for i := range s.Steps {
		s.Steps[i].lines(p)
	}
}

func (s *packStepShape) lines(p *sheet) {
	var what []string
	switch {
	case s.What != pack.Changed:
		what = append(what, p.text(whatIs[s.What]))
	case s.Was != "":
		what = append(what, p.text("cmd.pack_was", "step", s.Was))
	}
	for _, a := range s.Aspects {
		what = append(what, p.text(aspectIs[a]))
	}
	head := "  " + s.Step + "  " + s.Title
	if s.Step == "" {
		head = "  " + p.text("cmd.pack_whole")
	}
	if len(what) > 0 {
		head += ": " + strings.Join(what, ", ")
	}
	p.line("%s", head)
	for _, t := range s.Texts {
		if t.Old != "" {
			p.line("    - %s", t.Old)
		}
		if t.New != "" {
			p.line("    + %s", t.New)
		}
	}
}
