package desk

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/theme"
)

// text is prose; a text that must be read has a bar before it.
func (s *stepLayout) text(iv *run.ItemView) []string {
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

// folded says where a folded text can be read: with its beginning if that is
// short, else only that there is one.
func (s *stepLayout) folded(begins string) []string {
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
	gutter  = room.Gutter
	pointer = room.Pointer
)

// named puts a label before its value, or above it.
func (s *stepLayout) named(label string, value []string, right string) []string {
	return s.set(label, value, right, 0)
}

// chosen does the same for the options of a choice, which begin with a
// pointer.
func (s *stepLayout) chosen(label string, options []string, right string) []string {
	return s.set(label, options, right, pointer)
}

func (s *stepLayout) set(label string, value []string, right string, less int) []string {
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
	if s.stacked && len(out) > 0 && theme.Width(head+value[0])+1+theme.Width(right) > s.w {
		last := len(out) - 1
		out[last], right = t.Ends(out[last], right, s.w), "" // beside the label there is room for it
	}
	for i, v := range value {
		if i > 0 {
			head, right = indent, ""
		}
		out = append(out, t.Ends(head+v, right, s.w))
	}
	return out
}

// mostUnit is how much of what a number counts stands beside it while it is typed.
const mostUnit = 24

// indent is the column in which values begin.
func (s *stepLayout) indent() int {
	if s.stacked {
		return 4
	}
	return 2 + s.label + gutter
}

func (s *stepLayout) copyItem(iv *run.ItemView) []string {
	if len(iv.Each) > 0 {
		return s.copyRows(iv)
	}
	t := s.t
	value, secret, err := s.p.View().Copy(iv)
	shown := flows.CleanLine(value)
	hint := s.m.t.Wizard.Copies
	switch {
	case secret:
		shown, hint = "••••", ""
		if t.ASCII {
			shown = "****"
		}
	case err != nil:
		shown, hint = t.Faint.Render(s.m.t.Wizard.CopyEmpty), ""
	}
	lines := s.named(s.m.label(iv), theme.Wrap(shown, s.valueWidth()), t.Faint.Render(hint))
	for _, m := range s.p.AnswerWarnings(iv.From) {
		lines = append(lines, theme.Hang(strings.Repeat(" ", s.indent()-2)+t.Warn.Render("! "), t.Warn.Render(s.p.dialogueText(m)), s.w)...)
	}
	return lines
}

func (s *stepLayout) field(iv *run.ItemView, live bool) []string {
	f, p := iv.Item.Field, s.p
	if live && p.widget != nil {
		s.sizeWidget(iv)
		if isChoice(f) {
			return s.chosen(s.m.label(iv), p.widget.Lines(), "")
		}
		return s.named(s.m.label(iv), append(p.widget.Lines(), s.m.keepers(iv, s.valueWidth())...), s.t.Faint.Render(flows.Cut(f.Unit, mostUnit)))
	}
	if isChoice(f) {
		w := s.m.kit.For(f, iv.Value, nil)
		w.SetSize(s.choiceWidth(), s.choiceHeight())
		return s.chosen(s.m.label(iv), w.Lines(), s.choiceWord(iv))
	}
	value, right := s.unfocusedValue(iv)
	lines := append([]string{value}, s.m.keepers(iv, s.valueWidth())...)
	if f.Area {
		lines = s.area(iv, value)
	}
	if right == "" && (len(lines) > areaHeight || theme.Width(lines[0]) > s.valueWidth()) {
		right = s.moreOfIt()
	}
	if len(lines) > areaHeight {
		lines = lines[:areaHeight]
		lines[areaHeight-1] = s.t.Fit(lines[areaHeight-1], s.valueWidth()-2) + " " + s.t.Dots
	}
	return s.named(s.m.label(iv), lines, right)
}

// isChoice reports whether a field is answered by choosing.
func isChoice(f *flows.Field) bool { return f.Type == flows.TypeChoice || f.Type == flows.TypeChoices }

// choiceWord says whether a choice without an answer needs one.
func (s *stepLayout) choiceWord(iv *run.ItemView) string {
	switch {
	case !field.Empty(iv.Value):
		return ""
	case iv.Item.Field.Required:
		return s.t.Faint.Render(s.m.t.Field.Required)
	default:
		return s.t.Faint.Render(s.m.t.Field.Optional)
	}
}

func (s *stepLayout) area(iv *run.ItemView, value string) []string {
	t, ok := s.p.Typed(flows.Address{Step: s.sv.Step.ID, Item: iv.Item.ID})
	typed := t.Text
	if !ok {
		typed = field.Format(iv.Value)
	}
	if typed == "" {
		return []string{value}
	}
	return theme.Wrap(flows.Clean(typed), s.valueWidth())
}

// unfocusedValue is a field's value while the field does not have the focus.
func (s *stepLayout) unfocusedValue(iv *run.ItemView) (value, right string) {
	t, f := s.t, iv.Item.Field
	typed, unsaved := s.p.Typed(flows.Address{Step: s.sv.Step.ID, Item: iv.Item.ID})
	if unsaved {
		right = t.Warn.Render(s.m.t.Wizard.Unsaved)
	}
	switch {
	case f.Type == flows.TypeSecret:
		return s.secret(iv, unsaved), right
	case unsaved:
		return flows.CleanLine(typed.Text), right
	case field.Empty(iv.Value):
		word := s.requiredWord(iv.Item)
		if !field.Empty(iv.Previous) {
			word = fmt.Sprintf(s.m.t.Wizard.Previous, field.Show(f, iv.Previous, t.ASCII))
		}
		return t.Faint.Render(word), right
	case iv.Default:
		return field.Show(f, iv.Value, t.ASCII), t.Faint.Render(s.m.t.Field.Default)
	}
	return field.Show(f, iv.Value, t.ASCII), right
}

// requiredWord says whether an answer is required; nothing if that depends on
// other answers.
func (s *stepLayout) requiredWord(it *flows.Item) string {
	switch {
	case it.Field.Required:
		return s.m.t.Field.Required
	case it.Optional():
		return s.m.t.Field.Optional
	}
	return ""
}

func (s *stepLayout) secret(iv *run.ItemView, typed bool) string {
	dots := "••••"
	if s.t.ASCII {
		dots = "****"
	}
	switch {
	case typed:
		return dots
	case !iv.Set:
		return s.t.Faint.Render(s.requiredWord(iv.Item))
	case s.m.share:
		return dots + "  " + s.m.t.Field.SecretSet
	default:
		return dots + "  " + s.m.t.Field.SecretSet + s.t.Dim.Render(s.t.Dot+iv.Fingerprint)
	}
}

func (s *stepLayout) list(iv *run.ItemView) []string {
	t := s.t
	var table []string
	if w, ok := s.p.table(); ok && iv.Item.ID == s.p.At().Item {
		s.sizeWidget(iv)
		table = w.Lines()
	} else {
		w := s.m.kit.Table(iv.Item, iv.Rows)
		w.SetSize(s.w-2, s.tableHeight())
		table = w.Lines()
	}
	out := []string{"  " + t.Bold.Render(t.Fit(s.m.label(iv), s.w-2))}
	for _, l := range table {
		out = append(out, strings.TrimRight("  "+l, " "))
	}
	return out
}
