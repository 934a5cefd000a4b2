package paper

import (
	"net/url"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// oneLine is a text on one line, with all in it to be seen.
func oneLine(s string) string {
	s = flows.Shown(s)
	if strings.ContainsAny(s, "\n\t") {
		s = strings.NewReplacer("\n", " ", "\t", " ").Replace(s)
	}
	return s
}

// linesOf are the lines of a text that stands as it is.
func linesOf(s string) []string {
	return strings.Split(strings.TrimSuffix(flows.Shown(s), "\n"), "\n")
}

// menuParts are the parts of a place in menus.
func menuParts(s string) []string { return strings.Split(oneLine(s), " > ") }

// menuMark stands between the parts of a place in menus.
const menuMark = " › "

// address is what a link leads to, fit for every format; "" where it is none that
// may be followed.
func address(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return plainAddress(u.String())
}

// plainAddress encodes what an address may not have, and what would end it in one
// of the formats.
func plainAddress(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f && !strings.ContainsRune("\"'()<>\\^`{|}", rune(c)) {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// tone is how a tone is told: by a sign, by a word that begins a notice where the
// sign would not do, and by a name for who does not see the sign.
type tone struct {
	class, sign, code string
	isSaid            bool // in notices
}

var tones = map[Tone]tone{
	Plain:   {class: "plain"},
	Good:    {class: "good", sign: "✓", code: "paper.good"},
	Careful: {class: "careful", sign: "!", code: "paper.careful", isSaid: true},
	Bad:     {class: "bad", sign: "✗", code: "paper.bad", isSaid: true},
	Quiet:   {class: "quiet"},
}

// toneWord is the word that begins a notice of a tone; "" where the sign will do.
func toneWord(lang string, t Tone) string {
	if !tones[t].isSaid {
		return ""
	}
	s, _ := words.Sentence(lang, tones[t].code)
	return s
}

// state is a word with its sign before it; "" for neither.
func state(t Tone, word string) string {
	return strings.TrimSpace(tones[t].sign + " " + oneLine(word))
}

// label is the name of a fact as it stands before its value on one line.
func label(name string) string {
	name = oneLine(name)
	if name == "" || strings.ContainsAny(name[len(name)-1:], ":?!.") {
		return name
	}
	return name + ":"
}

// fit gives a row as many cells as the head has: empty ones for what lacks, and
// the last one holds what is over.
func fit(row []string, n int) []string {
	n = max(n, 1)
	if len(row) > n {
		row = append(append(make([]string, 0, n), row[:n-1]...), strings.Join(row[n-1:], " "))
	}
	for len(row) < n {
		row = append(row[:len(row):len(row)], "")
	}
	return row
}

// fields are the words of a text between plain blanks.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' })
}

// untabbed sets blanks for tabs, up to the next stop.
func untabbed(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	at := 0
	for _, r := range s {
		n := 1
		if r == '\t' {
			n, r = tabWidth-at%tabWidth, ' '
		}
		b.WriteString(strings.Repeat(string(r), n))
		at += n
	}
	return b.String()
}
