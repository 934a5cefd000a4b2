package line

import (
	"fmt"
	"io"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/theme"
)

// printer writes text for a person: its words and language, the width of a
// line, and how Markdown is said. It reads nothing.
type printer struct {
	face.Screen
	now    func() time.Time
	t      *words.Strings
	l      *words.Line
	broken error // the output is gone
}

const (
	usualWidth = 80
	leastWidth = 20
)

// width is the maximum width of a line in cells.
func (k *printer) width() int {
	if k.Width != nil {
		if w := k.Width(); w > 0 {
			return max(w, leastWidth)
		}
	}
	return usualWidth
}

// say writes one or more sentences on lines of their own.
func (k *printer) say(words string) { k.put(k.Out, words, "\n") }

func (k *printer) sayf(format string, args ...any) { k.say(fmt.Sprintf(format, args...)) }

// emptyLine separates what follows from what was said.
func (k *printer) emptyLine() { _, k.broken = io.WriteString(k.Out, "\n") }

// sayAside writes to Err: what went wrong, and last words.
func (k *printer) sayAside(words string) { k.put(k.Err, words, "\n") }

// put writes a text in lines no wider than the screen, without control
// characters.
func (k *printer) put(to io.Writer, text, end string) {
	_, k.broken = io.WriteString(to, strings.Join(k.wrapped(text), "\n")+end)
}

// wrapped are the lines of a text.
func (k *printer) wrapped(text string) (lines []string) {
	for line := range strings.SplitSeq(flows.Clean(text), "\n") {
		lines = append(lines, theme.Wrap(line, k.width()-1)...)
	}
	return lines
}

// prompt writes the line at which the person types.
func (k *printer) prompt(text string) { k.put(k.Out, text+" >", " ") }

// prose says Markdown without its markup, after a first word or two.
func (k *printer) prose(lead, source string) {
	for _, b := range theme.Parse(flows.Clean(source)) {
		text := k.words(b.Spans)
		switch {
		case b.Marker != "" && lead != "":
			k.say(lead)
			text = b.Marker + " " + text
		case b.Marker != "":
			text = b.Marker + " " + text
		case lead != "":
			text = lead + " " + text
		}
		lead = ""
		k.say(text)
	}
}

// plain is a text with Markdown as one plain line.
func (k *printer) plain(source string) string {
	var all []string
	for _, b := range theme.Parse(flows.Clean(source)) {
		all = append(all, k.words(b.Spans))
	}
	return strings.Join(all, " ")
}

// words are spans without their markup; an address comes after its text.
func (k *printer) words(spans []theme.Span) string {
	var b strings.Builder
	for i, s := range spans {
		text := s.Text
		if s.Mark == theme.Menu {
			parts := strings.Split(text, ">")
			for i := range parts {
				parts[i] = strings.TrimSpace(parts[i])
			}
			text = strings.Join(parts, k.l.Then)
		}
		b.WriteString(text)
		last := i == len(spans)-1 || spans[i+1].URL != s.URL
		if s.Mark == theme.Link && last && s.URL != text && s.URL != "mailto:"+text {
			b.WriteString(" (" + s.URL + ")")
		}
	}
	return b.String()
}

func (k *printer) day(d time.Time) string { return face.Day(k.t, k.now(), d) }

// sentence says why something was refused or failed, in the person's language.
func (k *printer) sentence(err error) string {
	return sentence(face.Capital(face.Sentence(k.Lang, err)))
}
