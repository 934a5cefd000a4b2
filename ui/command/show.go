package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

func newShow(c *call) *cobra.Command {
	return c.newVerb("show RUN", "cmd.short_show", 1, 1, func(ctx context.Context, args []string) error {
		s, err := c.resume(ctx, args[0])
		if err != nil {
			return err
		}
		return c.print(c.showOf(s, nil))
	})
}

// resumeOptions is resume with its flag.
type resumeOptions struct {
	*call
	at string
}

func newResume(c *call) *cobra.Command {
	o := &resumeOptions{call: c}
	cmd := c.newVerb("resume [RUN]", "cmd.short_resume", 0, 1, o.run)
	cmd.Example = "lotse resume\nlotse resume 7f3 --at credentials\nlotse resume 7f3 --at credentials.client_id"
	cmd.Flags().StringVar(&o.at, "at", "", c.text("cmd.flag_resume_at"))
	return cmd
}

// run goes on with a run, at the step or the item that is named.
func (o *resumeOptions) run(ctx context.Context, args []string) error {
	id, err := o.toResume(ctx, args)
	if err != nil {
		return err
	}
	s, err := o.resume(ctx, id)
	if err != nil {
		return err
	}
	var at flows.Address
	if o.at != "" {
		if at, err = place(s, o.at); err != nil {
			return err
		}
	}
	if show := o.face(); show != nil {
		return o.showAt(ctx, show, s.ID(), at)
	}
	return o.print(o.showOf(s, nil))
}

// toResume is the id of the run to go on with: the newest open one, else the
// newest that waits.
func (c *call) toResume(ctx context.Context, args []string) (string, error) {
	if len(args) == 1 {
		return args[0], nil
	}
	a, err := c.open(ctx)
	if err != nil {
		return "", err
	}
	for _, status := range []run.Status{run.StatusOpen, run.StatusWaiting} {
		page, err := a.Headers(ctx, run.Query{Status: []run.Status{status}, Limit: 1})
		if err != nil {
			return "", err
		}
		if len(page.Runs) > 0 {
			return page.Runs[0].ID, nil
		}
	}
	return "", notFound("cmd.none_open")
}

func (s showShape) lines(p *sheet) {
	runLines(p, s.view)
	if left := face.TimeLeft(words.For(p.lang), s.learned.Left(s.view)); left != "" {
		p.line("%s", left)
	}
	for _, line := range face.Brief(p.lang, s.view.Lang, s.brief) {
		p.line("%s", line)
	}
	for i := range s.view.Steps {
		v := &s.view.Steps[i]
		p.line("")
		p.line("%d  %s  %s%s%s", i+1, v.Step.ID, v.Step.Title, p.state(v), p.times(s.learned, v))
		attachmentLines(p, v.Attachments)
		for j := range v.Items {
			itemLines(p, s.view.Lang, &v.Items[j], v.State != run.Blocked)
			if back := v.Items[j].ReadBack; back != nil {
				p.under("     = %s", face.ReadBack(p.lang, p.now, back))
			}
			attachmentLines(p, v.Items[j].Attachments)
		}
	}
	placelessLines(p, s.Placeless)
	rippleLines(p, s.Ripple)
}

// runLines say which run it is, and how much of it is done.
func runLines(p *sheet, v *run.View) {
	p.line("%s · %s%s", v.Customer.Name, v.Title, p.mode(v.Mode))
	p.say("cmd.run_head", "run", v.ID, "status", words.For(p.lang).Status(string(v.Status)), "done", counted(v.Progress))
	if from := v.Provenance.Message(); !from.IsZero() {
		p.say("source.described", "origin", from)
	}
}

// headLines say which run it is and how it stands after a change.
func headLines(p *sheet, v *run.View) {
	runLines(p, v)
	if text := p.warnings(v.Progress.Warnings); text != "" {
		p.line("%s", text)
	}
	if v.Current != "" {
		p.say("cmd.run_next", "step", v.Current, "title", v.CurrentTitle)
	}
	if v.Why != "" {
		p.line("%s", v.Why)
	}
}

// state is a step's state in words.
func (s *sheet) state(v *run.StepView) string {
	text := "  [" + words.For(s.lang).State(string(v.State)) + "]"
	if v.Warned > 0 {
		text += " " + s.warnings(&v.Warned)
	}
	if v.Round > 1 {
		text += " " + s.text("cmd.round", "n", v.Round)
	}
	if v.State == run.Blocked && len(v.BlockedBy) > 0 {
		text += " " + s.text("cmd.blocked_by", "what", strings.Join(v.BlockedBy, ", "))
	}
	if v.Due != nil {
		text += " " + s.due(v.Due)
	}
	if v.Why != "" {
		text += ": " + v.Why
	}
	return text
}

// times says how long a step took, or usually takes here; "" where that is not
// known.
func (s *sheet) times(learned *run.Experience, v *run.StepView) string {
	said := face.StepTime(words.For(s.lang), learned, v)
	if learned.Steps[v.Step.ID] == 0 && face.StepTook(v).IsZero() {
		return "" // what the procedure says stands in lotse describe
	}
	return "  " + strings.Join(said, " · ")
}

// warnings counts warnings behind their sign; "" where there are none.
func (s *sheet) warnings(n *int) string {
	if text := face.Warnings(s.lang, n); text != "" {
		return "! " + text
	}
	return ""
}

// itemLines show what an item holds and, where its turn has come, what is wrong
// with it; prose is left to the full screen.
func itemLines(p *sheet, lang string, v *run.ItemView, turn bool) {
	it := v.Item
	if it.Kind == flows.KindText || it.Kind == flows.KindCopy || v.State == run.Hidden {
		return
	}
	label := it.Label
	if it.Attach != nil {
		label = it.Name()
	}
	if v.State == run.UndecidedItem {
		label = strings.TrimSpace(label + " " + p.text("cmd.undecided"))
	}
	p.row("   "+it.ID, p.value(v), label)
	for _, r := range v.Rows {
		var cells []string
		for _, column := range it.List.Columns {
			if value, there := r.Values[column.ID]; there && !r.Hidden[column.ID] {
				cells = append(cells, column.ID+"="+p.answer(&column, value))
			}
		}
		p.under("     %s  %s", r.Row, strings.Join(cells, "  "))
		if turn {
			problemLines(p, lang, r.Problems)
		}
	}
	if turn && v.State == run.Applies {
		problemLines(p, lang, v.Problems)
	}
}

// value is what an item holds, in a few words.
func (s *sheet) value(v *run.ItemView) string {
	switch v.Item.Kind {
	case flows.KindField:
		if v.Item.Field.Type != flows.TypeSecret {
			return s.answer(v.Item, v.Value)
		}
		if v.Set {
			return strings.TrimSuffix(s.text("cmd.set", "fingerprint", v.Fingerprint)+", "+face.Keepers(s.lang, v), ", ")
		}
		return s.text("cmd.not_set")
	case flows.KindValue:
		if v.Value == nil {
			return words.Say(s.lang, v.Pending)
		}
		return s.answer(v.Item, v.Value)
	case flows.KindList:
		return s.text("cmd.rows", "n", len(v.Rows))
	case flows.KindTask:
		return s.answer(v.Item, v.Done)
	}
	_, word := face.StatusOf(words.For(s.lang), s.now, v)
	return word
}

// answer is an answer as a person reads it; a task holds a bool.
func (s *sheet) answer(it *flows.Item, v flows.Value) string {
	switch v {
	case true:
		return s.text("cmd.done")
	case false:
		return s.text("cmd.not_yet")
	}
	if it.Holds() == nil || v == nil {
		return "-"
	}
	return it.Holds().Show(v)
}

// level is the word for a level.
func (s *sheet) level(l flows.Level) string { return s.text("cmd.level_" + string(l)) }

// problemLines show problems below what they stand at.
func problemLines(p *sheet, lang string, problems []run.ProblemView) {
	for _, problem := range problems {
		line := fmt.Sprintf("     ! %s (%s) %s", problem.ID, p.level(problem.Level), words.Say(lang, problem.Message))
		switch {
		case problem.Accepted != nil:
			line += " " + p.text("cmd.accepted", "why", *problem.Accepted)
		case problem.Left:
			line += " " + p.text("cmd.left")
		case problem.MustAccept:
			line += " " + p.text("cmd.accept_required")
		}
		p.under("%s", line)
	}
}

// rippleLines show the consequences of a change.
func rippleLines(p *sheet, ripple []rippleShape) {
	if len(ripple) == 0 {
		return
	}
	p.line("")
	p.say("cmd.consequences")
	for _, r := range ripple {
		p.row("  "+face.Effect(p.lang, r.Effect), r.Step, strings.Join(r.Items, ", "))
	}
}

// changeShape is what a change says on a screen: how the run stands, and what
// is wrong with what was touched.
type changeShape struct {
	view    *run.View
	out     run.Outcome
	imports []importShape
}

func (s changeShape) lines(p *sheet) {
	headLines(p, s.view)
	for _, i := range s.imports {
		i.lines(p, &words.For(p.lang).Import)
	}
	must := s.out.Must
	if s.imports != nil && len(must) > mostIssues {
		must = must[:mostIssues]
	}
	problemLines(p, s.view.Lang, must)
	if more := len(s.out.Must) - len(must); more > 0 {
		p.line("     %s", p.text("cmd.and_more", "n", more))
	}
	rippleLines(p, rippleOf(s.out.Ripple))
}
