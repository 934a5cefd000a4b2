package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/text"
	"lotse/ui/theme"
)

// text is prose; what has to be read stands behind a rule of its own.
func (s *sheet) text(iv *run.ItemView) []string {
	t := s.t
	if iv.Item.Text.Fold {
		return s.folded(theme.First(iv.Item.Text.Body))
	}
	head := "  "
	if iv.Item.Text.Tell {
		head = "  " + t.Warn.Render(t.Bar) + " "
	}
	var out []string
	for _, l := range t.Prose(iv.Item.Text.Body, max(s.w-theme.Width(head)-1, 8)) {
		out = append(out, strings.TrimRight(head+l, " "))
	}
	return out
}

// folded says where a text is read that is folded: how it begins where that is
// short, and else that there is one.
func (s *sheet) folded(begins string) []string {
	hint := s.t.Faint.Render(s.m.t.Wizard.Folded)
	head := "  " + s.t.Dim.Render(s.t.Fold) + " "
	w := s.w - theme.Width(hint) - 2
	lines := theme.Hang(head, begins, w)
	if len(lines) > 2 || begins == "" {
		lines = theme.Hang(head, s.m.t.Wizard.More, w)
	}
	lines[0] = s.t.Ends(lines[0], hint, s.w)
	return lines
}

// The room between a label and its value, and how much of it the pointer of a
// choice takes, so that options stand where other values do.
const (
	gutter  = 4
	pointer = 2
)

// named sets a label to its value: beside it, or above.
func (s *sheet) named(label string, value []string, right string) []string {
	return s.set(label, value, right, 0)
}

// chosen is the same for the options of a choice, which begin with a pointer.
func (s *sheet) chosen(label string, options []string, right string) []string {
	return s.set(label, options, right, pointer)
}

func (s *sheet) set(label string, value []string, right string, less int) []string {
	t := s.t
	if len(value) == 0 {
		value = []string{""}
	}
	var out []string
	indent := strings.Repeat(" ", s.indent()-less)
	head := indent
	if s.stacked {
		for _, l := range theme.Wrap(label, s.w-2) {
			out = append(out, "  "+t.Dim.Render(l))
		}
	} else {
		head = "  " + t.Pad(t.Dim.Render(label), s.label+gutter-less)
	}
	for i, v := range value {
		if i > 0 {
			head, right = indent, ""
		}
		out = append(out, t.Ends(head+v, right, s.w))
	}
	return out
}

// indent is the column in which values begin.
func (s *sheet) indent() int {
	if s.stacked {
		return 4
	}
	return 2 + s.label + gutter
}

func (s *sheet) copyItem(iv *run.ItemView) []string {
	t := s.t
	value, secret := s.m.copyValue(iv)
	shown := flows.CleanLine(value)
	hint := s.m.t.Wizard.Copies
	switch {
	case secret:
		shown, hint = "••••", ""
		if t.ASCII {
			shown = "****"
		}
	case shown == "":
		shown, hint = t.Faint.Render(s.m.t.Wizard.CopyEmpty), ""
	}
	return s.named(s.m.label(iv), []string{shown}, t.Faint.Render(hint))
}

func (s *sheet) field(iv *run.ItemView, live bool) []string {
	f, p := iv.Item.Field, s.m.page
	if live && p.widget != nil {
		s.sizeWidget(iv)
		if optioned(f) {
			return s.chosen(s.m.label(iv), p.widget.Lines(), "")
		}
		return s.named(s.m.label(iv), p.widget.Lines(), "")
	}
	if optioned(f) {
		w := s.m.kit.For(f, iv.Value, nil)
		w.SetSize(s.choiceWidth(), field.Height(f, s.h-6))
		return s.chosen(s.m.label(iv), w.Lines(), s.wanted(iv))
	}
	value, right := s.still(iv)
	lines := []string{value}
	if f.Area {
		lines = append(s.area(iv, value), "", "", "")[:4]
	}
	return s.named(s.m.label(iv), lines, right)
}

// optioned reports whether a field is answered by choosing.
func optioned(f *flows.Field) bool { return f.Type == flows.TypeChoice || f.Type == flows.TypeChoices }

// wanted says of a choice without an answer whether it needs one.
func (s *sheet) wanted(iv *run.ItemView) string {
	switch {
	case !field.Empty(iv.Value):
		return ""
	case iv.Item.Field.Required:
		return s.t.Faint.Render(s.m.t.Field.Required)
	default:
		return s.t.Faint.Render(s.m.t.Field.Optional)
	}
}

func (s *sheet) area(iv *run.ItemView, value string) []string {
	typed, ok := s.m.page.drafts[place{step: s.sv.Step.ID, item: iv.Item.ID}]
	if !ok {
		typed = field.Format(iv.Value)
	}
	if typed == "" {
		return []string{value}
	}
	return theme.Wrap(flows.Clean(typed), s.valueWidth())
}

// still is a field's value while it has not the focus.
func (s *sheet) still(iv *run.ItemView) (value, right string) {
	t, f := s.t, iv.Item.Field
	typed, unsaved := s.m.page.drafts[place{step: s.sv.Step.ID, item: iv.Item.ID}]
	if unsaved {
		right = t.Warn.Render(s.m.t.Wizard.Unsaved)
	}
	switch {
	case f.Type == flows.TypeSecret:
		return s.secret(iv, unsaved), right
	case unsaved:
		return flows.CleanLine(typed), right
	case field.Empty(iv.Value):
		word := s.m.t.Field.Optional
		if f.Required {
			word = s.m.t.Field.Required
		}
		if !field.Empty(iv.Previous) {
			word = fmt.Sprintf(s.m.t.Wizard.Previous, field.Show(f, iv.Previous, t.ASCII))
		}
		return t.Faint.Render(word), right
	case iv.Default:
		return field.Show(f, iv.Value, t.ASCII), t.Faint.Render(s.m.t.Field.Default)
	}
	return field.Show(f, iv.Value, t.ASCII), right
}

func (s *sheet) secret(iv *run.ItemView, typed bool) string {
	dots := "••••"
	if s.t.ASCII {
		dots = "****"
	}
	switch {
	case typed:
		return dots
	case !iv.Set && iv.Item.Field.Required:
		return s.t.Faint.Render(s.m.t.Field.Required)
	case !iv.Set:
		return s.t.Faint.Render(s.m.t.Field.Optional)
	case s.m.share:
		return dots + "  " + s.m.t.Field.SecretSet
	default:
		return dots + "  " + s.m.t.Field.SecretSet + s.t.Dim.Render(s.t.Dot+iv.Fingerprint)
	}
}

func (s *sheet) list(iv *run.ItemView) []string {
	t := s.t
	var table []string
	if w, ok := s.m.page.widget.(*field.Table); ok && iv.Item.ID == s.m.page.focus {
		s.sizeWidget(iv)
		table = w.Lines()
	} else {
		w := s.m.kit.Table(iv.Item, iv.Rows)
		w.SetSize(s.w-2, s.tableHeight(iv))
		table = w.Lines()
	}
	out := []string{"  " + t.Bold.Render(t.Fit(s.m.label(iv), s.w-2))}
	for _, l := range table {
		out = append(out, strings.TrimRight("  "+l, " "))
	}
	return out
}

// mark is a task, check, draft, wait, gate or action: a sign, its label, and in
// words how it stands.
func (s *sheet) mark(iv *run.ItemView, live bool) []string {
	t := s.t
	sign, word, ink := s.markState(iv)
	label := s.m.label(iv)
	if iv.Item.Label == "" && iv.Item.Wait != nil {
		label = fmt.Sprintf(s.m.t.Wizard.WaitOpen, flows.CleanLine(iv.Item.Wait.For))
	}
	if live {
		label = t.Bold.Render(label)
	}
	right := ink.Render(word)
	if live && iv.Item.Kind == flows.KindTask && !iv.Done {
		right += t.Faint.Render(t.Dot + s.m.t.Wizard.TickKey)
	}
	lines := s.marked("  "+ink.Render(sign)+" ", label, right)
	if note := flows.CleanLine(iv.Note); note != "" && iv.Item.Kind != flows.KindDraft {
		if iv.Item.Kind == flows.KindGate {
			note = s.m.t.Overlay.GateBy + " " + note
		}
		lines = append(lines, theme.Hang("    ", t.Dim.Render(note), s.w)...)
	}
	if found := checkFound(iv); found != "" {
		lines = append(lines, theme.Hang("    ", t.Dim.Render(found), s.w)...)
	}
	for _, f := range iv.Evidence {
		lines = append(lines, t.Fit("    "+t.Dim.Render(flows.CleanLine(f.Name)), s.w))
	}
	return lines
}

// marked sets the word of how an item stands to the right of its label, or below
// where it would leave the label no room.
func (s *sheet) marked(head, label, right string) []string {
	n := theme.Width(right)
	if n <= s.w*2/5 || theme.Width(head)+theme.Width(label)+2+n <= s.w {
		lines := theme.Hang(head, label, s.w-n-2)
		lines[0] = s.t.Ends(lines[0], right, s.w)
		return lines
	}
	lines := theme.Hang(head, label, s.w)
	return append(lines, theme.Hang(strings.Repeat(" ", theme.Width(head)), right, s.w)...)
}

func (s *sheet) markState(iv *run.ItemView) (sign, word string, ink theme.Ink) {
	t, w := s.t, &s.m.t.Wizard
	open, done := text.StepSign(run.Open).Of(t.ASCII), text.StepSign(run.Done).Of(t.ASCII)
	switch iv.Item.Kind {
	case flows.KindTask:
		if iv.Done {
			return text.Ticked.Of(t.ASCII), w.Ticked, t.Good
		}
		return text.Box.Of(t.ASCII), w.NotYet, t.Dim
	case flows.KindWait:
		if iv.Done {
			return done, w.WaitAnswered, t.Good
		}
		if iv.Until != nil {
			return text.StepSign(run.Waiting).Of(t.ASCII), fmt.Sprintf(w.WaitUntil, s.m.day(*iv.Until)), t.Warn
		}
		return text.StepSign(run.Waiting).Of(t.ASCII), s.m.t.States.Waiting, t.Warn
	case flows.KindGate:
		if iv.Done {
			return done, w.GatePassed, t.Good
		}
		return open, w.GateOpen, t.Dim
	}
	if iv.Item.Kind == flows.KindDraft {
		sign = open
		if iv.Status == "sent" {
			sign = done
		}
		word, ink = s.m.letterState(iv)
		return sign, word, ink
	}
	if iv.Item.Kind == flows.KindCheck {
		return s.m.checkState(iv)
	}
	return text.StepSign(run.Blocked).Of(t.ASCII), w.LaterAction, t.Dim
}
