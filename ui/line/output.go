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

// voice says things to a person: in which words and language, how wide a line may
// be, and what of Markdown is said. It hears nothing.
type voice struct {
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

// width is how many cells a line may have.
func (k *voice) width() int {
	if k.Width != nil {
		if w := k.Width(); w > 0 {
			return max(w, leastWidth)
		}
	}
	return usualWidth
}

// say says a sentence or more on lines of their own.
func (k *voice) say(words string) { k.put(k.Out, words, "\n") }

func (k *voice) sayf(format string, args ...any) { k.say(fmt.Sprintf(format, args...)) }

// blank parts what follows from what was said.
func (k *voice) blank() { _, k.broken = io.WriteString(k.Out, "\n") }

// tell says something beside the dialogue: what went wrong, and last words.
func (k *voice) tell(words string) { k.put(k.Err, words, "\n") }

// put writes a text in lines that are no wider than the screen, with nothing
// in it that a screen obeys.
func (k *voice) put(to io.Writer, text, end string) {
	_, k.broken = io.WriteString(to, strings.Join(k.wrapped(text), "\n")+end)
}

// wrapped are the lines of a text.
func (k *voice) wrapped(text string) (lines []string) {
	for line := range strings.SplitSeq(flows.Clean(text), "\n") {
		lines = append(lines, theme.Wrap(line, k.width()-1)...)
	}
	return lines
}

// prompt is the line at which is typed.
func (k *voice) prompt(text string) { k.put(k.Out, text+" >", " ") }

// prose says Markdown without its marks, behind a first word or two.
func (k *voice) prose(lead, source string) {
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

// plain is a text with Markdown in it as one plain line.
func (k *voice) plain(source string) string {
	var all []string
	for _, b := range theme.Parse(flows.Clean(source)) {
		all = append(all, k.words(b.Spans))
	}
	return strings.Join(all, " ")
}

// words are spans without their marks; an address stands behind its text.
func (k *voice) words(spans []theme.Span) string {
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

func (k *voice) day(d time.Time) string { return face.Day(k.t, k.now(), d) }

// sentence says why something was refused or failed, in the person's language.
func (k *voice) sentence(err error) string { return sentence(face.Capital(face.Sentence(k.Lang, err))) }
