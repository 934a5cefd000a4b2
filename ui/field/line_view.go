package field

import (
	"strings"
	"unicode/utf8"

	"lotse/flows"
	"lotse/ui/theme"
)

func (l *line) SetSize(w, _ int) {
	if w != l.width {
		l.width = w
		l.hint = theme.Wrap(l.placeholder, w-1)
	}
}

// Lines implements Widget: the cursor stands in reverse.
func (l *line) Lines() []string {
	t := l.kit.Theme
	switch {
	case l.value == "" && l.placeholder != "" && len(l.hint) > 0:
		return l.hintLines()
	case l.focused:
		return []string{l.window()}
	case l.masked:
		return []string{t.Fit(strings.Repeat("*", utf8.RuneCountInString(l.value)), l.width)}
	default:
		return []string{t.Fit(flows.CleanLine(l.value), l.width)}
	}
}

// hintLines are the lines of an empty input, the cursor on the first letter.
func (l *line) hintLines() []string {
	t := l.kit.Theme
	lines := make([]string, len(l.hint))
	for i, text := range l.hint {
		lines[i] = t.Faint.Render(text)
	}
	if first, size := utf8.DecodeRuneInString(l.hint[0]); l.focused {
		lines[0] = t.Fit(t.Cursor.Render(string(first))+t.Faint.Render(l.hint[0][size:]), l.width)
	}
	return lines
}

// window is the part of the text that has room, with the cursor in it, and a mark
// at each end behind which there is more.
func (l *line) window() string {
	t, v := l.kit.Theme, view{letters: l.letters(), at: l.input.Position(), width: l.width}
	from, to := v.from(l.left)
	l.left = from
	before, after := "", ""
	if from > 0 {
		before = t.Dim.Render(t.Dots)
	}
	if to < len(v.letters) {
		after = t.Dim.Render(t.Dots)
	}
	if v.at >= to {
		return t.Fit(before+string(v.letters[from:to])+t.Cursor.Render(" "), l.width)
	}
	next := v.at + 1
	for next < to && cells(v.letters[next]) == 0 {
		next++ // a mark belongs to its letter
	}
	return t.Fit(before+string(v.letters[from:v.at])+t.Cursor.Render(string(v.letters[v.at:next]))+string(v.letters[next:to])+after, l.width)
}

// letters are what is drawn: of a masked text one sign for each letter.
func (l *line) letters() []rune {
	if l.masked {
		return []rune(strings.Repeat("*", utf8.RuneCountInString(l.input.Value())))
	}
	return []rune(l.input.Value())
}

// view is a text of which a part is seen.
type view struct {
	letters []rune
	at      int // of the cursor
	width   int
}

// from is the part that is seen, moved from its first letter as little as is
// needed to have the cursor in it, and to leave no room behind the end.
func (v view) from(first int) (from, to int) {
	from = max(min(first, v.at), v.at-v.width, 0)
	for from < v.at && !v.sees(v.to(from)) {
		from++
	}
	for from > 0 && v.to(from) == len(v.letters) && v.to(from-1) == len(v.letters) && v.sees(v.to(from-1)) {
		from--
	}
	return from, v.to(from)
}

// sees reports whether the cursor is in a part that ends there.
func (v view) sees(to int) bool { return v.at < to || v.at == len(v.letters) && to == v.at }

// to is where the part ends that begins at a letter.
func (v view) to(from int) int {
	room := v.width
	if from > 0 {
		room-- // the mark
	}
	behind := 0 // the cursor behind the last letter
	if v.at == len(v.letters) {
		behind = 1
	}
	to := from // the last end at which there is room for the mark
	for i, used := from, 0; i < len(v.letters); i++ {
		used += cells(v.letters[i])
		switch {
		case used > room:
			return to
		case i == len(v.letters)-1 && used+behind <= room:
			return len(v.letters)
		case used < room:
			to = i + 1
		}
	}
	return to
}

// cells is the width of a letter.
func cells(r rune) int {
	if r >= ' ' && r < 0x7f {
		return 1
	}
	return theme.Width(string(r))
}
