package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/spell"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// readBackShape is who heard an answer read back, and when.
type readBackShape struct {
	At string `json:"at"`
	By string `json:"by"`
}

func readBackOf(b *run.ReadBackView) *readBackShape {
	if b == nil {
		return nil
	}
	return &readBackShape{At: stamp(b.At), By: b.By}
}

func readBacksOf(all map[string]run.ReadBackView) map[string]readBackShape {
	out := make(map[string]readBackShape, len(all))
	for column, b := range all {
		out[column] = *readBackOf(&b)
	}
	return out
}

func newReadBack(c *call) *cobra.Command {
	cmd := c.newVerb("readback RUN STEP.ITEM", "cmd.short_readback", 2, 2, func(ctx context.Context, args []string) error {
		at, err := parsePlace(args[1])
		if err != nil {
			return err
		}
		return c.change(ctx, args[0], func(*run.Session) ([]run.Command, error) {
			return []run.Command{run.ConfirmReadBack{At: at}}, nil
		})
	})
	cmd.Long = c.text("cmd.long_readback")
	cmd.Example = "lotse readback 7f3 main_email\nlotse readback 7f3 'organisations.list[r2].email'"
	return c.headFlag(cmd)
}

// spelledShape is what spell prints.
type spelledShape struct {
	Version  int           `json:"version"`
	Run      string        `json:"run"`
	Step     string        `json:"step"`
	Item     string        `json:"item"`
	Alphabet string        `json:"alphabet"`
	Text     string        `json:"text"`
	Note     string        `json:"note"`
	Parts    []spelledPart `json:"parts"`
	LeftOut  int           `json:"left_out"`
}

type spelledPart struct {
	Text string `json:"text"`
	Says string `json:"says"`
	Note string `json:"note"`
}

// spellOptions are the options of spell.
type spellOptions struct {
	*call
	alphabet string
}

func newSpell(c *call) *cobra.Command {
	o := &spellOptions{call: c}
	cmd := c.newVerb("spell RUN STEP.ITEM", "cmd.short_spell", 2, 2, o.run)
	cmd.Long = c.text("cmd.long_spell")
	cmd.Example = "lotse spell 7f3 main_email\nlotse spell 7f3 client_id --alphabet icao"
	cmd.Flags().StringVar(&o.alphabet, "alphabet", "", c.text("cmd.flag_alphabet"))
	return cmd
}

// run spells an answer.
func (o *spellOptions) run(ctx context.Context, args []string) error {
	s, err := o.resume(ctx, args[0])
	if err != nil {
		return err
	}
	alphabet := spell.For(s.View(o.Now()).Lang)
	if o.alphabet != "" {
		if alphabet = spell.Alphabet(o.alphabet); !alphabet.Known() {
			return usage("cmd.no_alphabet", "word", short(o.alphabet), "known", knownAlphabets())
		}
	}
	at, err := parsePlace(args[1])
	if err != nil {
		return err
	}
	step, it, err := s.Resolve(at)
	if err != nil {
		return err
	}
	at.Step, at.Item = step.ID, it.ID
	w := walk.New(s, walk.Face{Now: o.Now, Stops: func(flows.Kind) bool { return true }}, nil)
	spoken := w.Spoken(at)
	switch {
	case spoken.Secret || it.Field != nil && it.Field.Type == flows.TypeSecret:
		return flows.Refuse(flows.ErrSecret, at, "spell.is_secret", "item", at.String())
	case spoken.Text == "":
		return flows.Refuse(flows.ErrNothing, at, "spell.nothing")
	}
	shape := spelledShape{Version: 1, Run: s.ID(), Step: at.Step, Item: it.ID, Alphabet: string(alphabet), Text: spoken.Text, Parts: []spelledPart{}}
	parts, note, rest := face.Spell(alphabet, s.View(o.Now()).Lang, spoken.Text)
	shape.Note, shape.LeftOut = note, rest
	for _, p := range parts {
		shape.Parts = append(shape.Parts, spelledPart{p.Text, p.Says, p.Note})
	}
	return o.print(shape)
}

func knownAlphabets() []string {
	var all []string
	for _, a := range spell.Alphabets() {
		all = append(all, string(a))
	}
	return all
}

func (s spelledShape) lines(p *sheet) {
	for _, part := range s.Parts {
		p.row(part.Text, part.Says, part.Note)
	}
	if s.LeftOut > 0 {
		p.row("", p.text("spell.more", "n", s.LeftOut))
	}
	if strings.TrimSpace(s.Note) != "" {
		p.row("", s.Note)
	}
}
