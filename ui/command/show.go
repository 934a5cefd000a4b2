package command

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func newShow(c *call) *cobra.Command {
	return c.newVerb("show RUN", "Shows a run: every step and item, with what is missing", 1, 1, func(ctx context.Context, args []string) error {
		s, err := c.resume(ctx, args[0])
		if err != nil {
			return err
		}
		return c.print(showOf(s.View(c.Now()), nil))
	})
}

func newResume(c *call) *cobra.Command {
	return c.newVerb("resume [RUN]", "Goes on with a run, by itself the one that was last changed", 0, 1, func(ctx context.Context, args []string) error {
		id, err := c.toResume(ctx, args)
		if err != nil {
			return err
		}
		s, err := c.resume(ctx, id)
		if err != nil {
			return err
		}
		if show := c.face(); show != nil {
			return c.show(ctx, show, s.ID())
		}
		return c.print(showOf(s.View(c.Now()), nil))
	})
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
	return "", notFoundf("No run is open. lotse start PROCEDURE --customer NAME starts one.")
}

func (s showShape) lines(p *sheet) {
	headLines(p, s.view)
	for i := range s.view.Steps {
		v := &s.view.Steps[i]
		p.line("")
		p.line("%d  %s  %s%s", i+1, v.Step.ID, v.Step.Title, stateText(v))
		for j := range v.Items {
			itemLines(p, s.view.Lang, &v.Items[j], v.State != run.Blocked)
		}
	}
	rippleLines(p, s.Ripple)
}

// headLines say which run it is and how it stands.
func headLines(p *sheet, v *run.View) {
	p.line("%s · %s%s", v.Customer.Name, v.Title, modeMark(v.Mode))
	p.line("run %s · %s · %s done", v.ID, v.Status, counted(v.Progress))
	if v.Current != "" {
		p.line("next: %s  %s", v.Current, v.CurrentTitle)
	}
	if v.Why != "" {
		p.line("%s", v.Why)
	}
}

// stateText is a step's state in words.
func stateText(v *run.StepView) string {
	text := "  [" + strings.ReplaceAll(string(v.State), "_", " ") + "]"
	if v.Round > 1 {
		text += fmt.Sprintf(" round %d", v.Round)
	}
	if v.State == run.Blocked && len(v.BlockedBy) > 0 {
		text += " by " + strings.Join(v.BlockedBy, ", ")
	}
	if v.Due != nil {
		text += " " + dueText(v.Due)
	}
	if v.Why != "" {
		text += ": " + v.Why
	}
	return text
}

// itemLines show what an item holds and, where its turn has come, what is wrong
// with it; prose is left to the full screen.
func itemLines(p *sheet, lang string, v *run.ItemView, turn bool) {
	it := v.Item
	if it.Kind == flows.KindText || it.Kind == flows.KindCopy || v.State == run.Hidden {
		return
	}
	label := it.Label
	if v.State == run.UndecidedItem {
		label = strings.TrimSpace(label + " (not decided yet)")
	}
	p.row("   "+it.ID, valueText(v), label)
	for _, r := range v.Rows {
		var cells []string
		for _, column := range it.List.Columns {
			if value, there := r.Values[column.ID]; there && !r.Hidden[column.ID] {
				cells = append(cells, column.ID+"="+answerText(&column, value))
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

// valueText is what an item holds, in a few words.
func valueText(v *run.ItemView) string {
	switch v.Item.Kind {
	case flows.KindField:
		if v.Item.Field.Type != flows.TypeSecret {
			return answerText(v.Item, v.Value)
		}
		if v.Set {
			return "set (" + v.Fingerprint + ")"
		}
		return "not set"
	case flows.KindList:
		if len(v.Rows) == 1 {
			return "1 row"
		}
		return strconv.Itoa(len(v.Rows)) + " rows"
	case flows.KindTask:
		if v.Done {
			return "done"
		}
		return "not yet"
	}
	return v.Status
}

// answerText is an answer as a person reads it; a task's column holds a bool.
func answerText(it *flows.Item, v flows.Value) string {
	if done, isTask := v.(bool); isTask {
		return map[bool]string{true: "done", false: "not yet"}[done]
	}
	if it.Field == nil || v == nil {
		return "-"
	}
	return it.Field.Show(v)
}

// problemLines show problems below what they stand at.
func problemLines(p *sheet, lang string, problems []run.ProblemView) {
	for _, problem := range problems {
		line := fmt.Sprintf("     ! %s (%s) %s", problem.ID, problem.Level, words.Say(lang, problem.Message))
		if problem.Accepted != nil {
			line += " Accepted: " + *problem.Accepted
		}
		p.under("%s", line)
	}
}

// effects are the effects in words.
var effects = map[run.Effect]string{run.Keep: "keep", run.LookAgain: "look again", run.Void: "void"}

// rippleLines show the consequences of a change.
func rippleLines(p *sheet, ripple []rippleShape) {
	if len(ripple) == 0 {
		return
	}
	p.line("")
	p.line("Consequences:")
	for _, r := range ripple {
		p.row("  "+effects[r.Effect], r.Step, strings.Join(r.Items, ", "))
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
		i.lines(p, &words.For("en").Import)
	}
	must := s.out.Must
	if s.imports != nil && len(must) > mostIssues {
		must = must[:mostIssues]
	}
	problemLines(p, s.view.Lang, must)
	if more := len(s.out.Must) - len(must); more > 0 {
		p.line("     "+words.For("en").Import.More+" (--json)", more)
	}
	rippleLines(p, rippleOf(s.out.Ripple))
}
