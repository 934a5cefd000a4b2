package document

import (
	"strings"
	"unicode/utf8"

	"lotse/flows"
)

// hardBreak at the end of a line of a template keeps the next line from being
// joined to it.
const hardBreak = "\\"

// split takes a filled template apart: its first line is the subject. Empty
// lines that follow one another, left by what did not apply, become one.
func split(text string) (subject string, body []string) {
	subject, rest, _ := strings.Cut(text, "\n")
	for _, line := range strings.Split(strings.Trim(rest, "\n"), "\n") {
		line = strings.TrimRight(line, " ")
		if line == "" && len(body) > 0 && body[len(body)-1] == "" {
			continue
		}
		body = append(body, line)
	}
	return flows.CleanLine(subject), body
}

// Lines are the body's lines in a width, in characters: paragraphs are filled,
// indented lines stand for themselves and go on below their beginning, and a
// word that is too long is not broken.
func (l Letter) Lines(width int) []string {
	var lines []string
	open := false // the last line can be gone on with
	for _, s := range l.source {
		whole, ended := strings.CutSuffix(s, hardBreak)
		indent := len(whole) - len(strings.TrimLeft(whole, " "))
		if !open || whole == "" || indent > 0 {
			lines = append(lines, "")
		}
		lines = flow(lines, whole, indent, width)
		open = whole != "" && indent == 0 && !ended
	}
	return lines
}

// flow sets the words of a text behind the last of lines, and below it where
// there is no room: those of a point below its words.
func flow(lines []string, text string, indent, width int) []string {
	first, hang := strings.Repeat(" ", indent), strings.Repeat(" ", indent)
	if strings.HasPrefix(text, first+"- ") {
		hang += "  "
	}
	if last := &lines[len(lines)-1]; *last == "" && utf8.RuneCountInString(text) <= width {
		*last = text // as it is: a row of a table keeps its columns
		return lines
	}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		switch {
		case strings.TrimSpace(*last) == "":
			*last = first + word
		case utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) <= width:
			*last += " " + word
		default:
			lines = append(lines, hang+word)
		}
	}
	return lines
}
