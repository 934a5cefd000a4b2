//go:build unix

package journey

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// spot is what line mode asks for: an item, or a column of a row of it; neither
// at the end of a step.
type spot struct {
	item, column *item
	row          int
}

// spot finds what was asked for last. A prompt, or what is said before it,
// begins a line with a label: as a sentence of its own, or before what stands
// there.
func (l *lineFace) spot() (s spot, ok bool) {
	last, t := []int{-1, -1}, &l.tongue.Line
	asks := func(m []int) bool { // a label may begin with another one
		later := m != nil && slices.Compare(m[:2], last[:2]) > 0
		if later {
			last, ok = m, true
		}
		return later
	}
	for _, end := range []string{t.End, t.EndDone, t.EndHeld, t.EndWarned, t.EndBlocked, t.EndStuck} {
		asks(lastOf(`^`+said(end), l.answer))
	}
	for _, it := range l.at.Items {
		if it.Label == "" || it.Kind == "text" {
			continue
		}
		if asks(lastOf(`^`+said(it.Label), l.answer)) {
			s = spot{item: it}
		}
		for _, column := range it.Fields {
			if m := lastOf(`^\S[^\n]*?\s(\d+),\s+`+said(column.Label), l.answer); asks(m) {
				s = spot{item: it, column: column}
				s.row, _ = strconv.Atoi(l.answer[m[2]:m[3]])
			}
		}
	}
	return s, ok
}

// lastOf is the last place of a pattern; nil for none.
func lastOf(pattern, in string) []int {
	all := regexp.MustCompile(`(?m)`+pattern).FindAllStringSubmatchIndex(in, -1)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

var placeholder = regexp.MustCompile(`\{\{.*?\}\}`)

// said is the pattern of a label as it is said: over the ends of lines, ended as
// a sentence, with answers in the place of their names.
func said(label string) string {
	var parts []string
	for _, part := range placeholder.Split(label, -1) {
		var words []string
		for _, word := range strings.Split(part, " ") {
			words = append(words, strings.ReplaceAll(regexp.QuoteMeta(word), "-", `-\s*`))
		}
		parts = append(parts, strings.Join(words, `\s+`))
	}
	return strings.Join(parts, `(?s:.+?)`) + `[.?!:]?(?:\s|$)`
}

// come goes on, or back, question by question, until an item is asked for.
func (l *lineFace) come(it *item) {
	l.t.Helper()
	if l.at != it.step {
		l.say("go %s", it.step.ID)
	}
	for range 20 * (len(it.step.Items) + 1) {
		s, ok := l.spot()
		switch {
		case !ok:
			l.t.Fatalf("it is not clear what is asked for:\n%s", l.answer)
		case s.item == it:
			return
		case s.item == nil || it.before(s.item):
			l.say("back")
		default:
			l.say("")
		}
	}
	l.t.Fatalf("%s is never asked for:\n%s", it.ID, l.said)
}
