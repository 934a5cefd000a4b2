package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// begin is a line as Markdown at the beginning of a block: it begins no other.
func begin(l Line) string {
	s := inline(l)
	if s == "" {
		return ""
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch {
	case digits < len(s) && digits > 0 && (s[digits] == '.' || s[digits] == ')'):
		return s[:digits] + `\` + s[digits:]
	case strings.ContainsRune("#>+-=:", rune(s[0])):
		return `\` + s
	}
	return s
}

// inline is a line as Markdown that reads as the line does. A text cannot be set
// strong where its neighbours would keep the marks from being understood: it is
// plain then.
func inline(l Line) string {
	var b strings.Builder
	for i, s := range l {
		if text := oneLine(s.Text); text != "" {
			b.WriteString(span(s, text, b.String(), next(l[i+1:])))
		}
	}
	return ends(b.String())
}

// next is the first character of what follows; 0 at the end of a line.
func next(rest Line) rune {
	for _, s := range rest {
		if s.Text == "" {
			continue
		}
		if s.Strong || s.Menu || s.Code || s.Link != "" {
			return '*' // near enough: a mark
		}
		r, _ := utf8.DecodeRuneInString(oneLine(s.Text))
		return r
	}
	return 0
}

// span is a piece of a line, behind what stands before it.
func span(s Span, text, before string, after rune) string {
	target := address(s.Link)
	if target != "" && target == text && isAutolink(text) {
		return "<" + text + ">"
	}
	if target != "" && strings.TrimSpace(text) != "" {
		return "[" + body(s, text, "[", ']') + "](" + strings.ReplaceAll(target, "&", "&amp;") + ")"
	}
	if s.Menu {
		return menu(s.Text, before, after)
	}
	return body(s, text, before, after)
}

// body is a text with its marks.
func body(s Span, text, before string, after rune) string {
	marked := ""
	if s.Code && isCodeBehind(before, text) {
		marked = code(text)
	} else {
		marked = escape(text, before)
	}
	if s.Strong {
		return strong(marked, text, before, after)
	}
	return marked
}

// menu is a place in menus: each part strong.
func menu(path, before string, after rune) string {
	out := ""
	parts := menuParts(path)
	for i, p := range parts {
		last := ' '
		if i == len(parts)-1 {
			last = after
		}
		if i > 0 {
			out += menuMark
		}
		out += strong(escape(p, before+out), p, before+out, last)
	}
	return out
}

// strong sets a text strong where that is understood.
func strong(marked, text, before string, after rune) string {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	previous, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case text == "" || isSpace(first) || isSpace(last), previous == '*' || after == '*':
		return marked
	case !isWord(first) && !isGap(previous, before == ""), !isWord(last) && !isGap(after, after == 0):
		return marked
	case strings.HasPrefix(marked, "`") && !isGap(previous, before == ""), strings.HasSuffix(marked, "`") && !isGap(after, after == 0):
		return marked
	}
	return "**" + marked + "**"
}

func isSpace(r rune) bool { return unicode.IsSpace(r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isGap reports whether marks beside a character are understood whatever is on
// their other side.
func isGap(r rune, edge bool) bool {
	return edge || isSpace(r) || r < utf8.RuneSelf && unicode.IsPunct(r)
}

// code is a text as it is typed: between more backticks than are in it.
func code(text string) string {
	marks := strings.Repeat("`", 1+longestRun(text, '`'))
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") || strings.Trim(text, " ") != "" && text[0] == ' ' && text[len(text)-1] == ' ' {
		text = " " + text + " "
	}
	return marks + text + marks
}

// isCodeBehind reports whether a text may stand as code behind another: not
// behind code, and an address only behind a blank, since readers look for
// addresses before they look for code.
func isCodeBehind(before, text string) bool {
	return before == "" || before[len(before)-1] == ' ' || !strings.HasSuffix(before, "`") && !strings.Contains(text, "@")
}

// longestRun is how often a character stands in a row at most.
func longestRun(s string, c byte) int {
	most, run := 0, 0
	for i := range len(s) {
		if s[i] == c {
			run++
		} else {
			run = 0
		}
		most = max(most, run)
	}
	return most
}

// always are the characters that may begin something wherever they stand.
const always = "\\`*[]<~|$@"

// escape makes a text safe within a line, behind what stands before it.
func escape(text, before string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for i, r := range text {
		if r < utf8.RuneSelf && (strings.ContainsRune(always, r) || isMark(text, i, before)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isMark reports whether the character at i may begin something because of what
// stands around it.
func isMark(text string, i int, before string) bool {
	previous, _ := utf8.DecodeLastRuneInString(text[:i])
	following, _ := utf8.DecodeRuneInString(text[i+1:])
	last := i+1 == len(text)
	switch text[i] {
	case '_': // within a word it is plain
		return !isWord(previous) || !isWord(following)
	case '/': // of an address
		return i == 0 && strings.HasSuffix(before, ":")
	case '&':
		return last || following == '#' || following < utf8.RuneSelf && isWord(following)
	case '#': // the end of a heading
		return i == 0 || previous == ' '
	case '!': // the beginning of a picture
		return last
	case ':': // of an address
		return following == '/'
	case '.':
		return strings.HasSuffix(strings.ToLower(tail(before, 3)+tail(text[:i], 3)), "www")
	}
	return false
}

// tail is the last n bytes of a text, or all of it.
func tail(s string, n int) string { return s[max(0, len(s)-n):] }

// isAutolink reports whether an address may stand between angle brackets.
func isAutolink(s string) bool {
	return strings.Contains(s, "://") && !strings.ContainsAny(s, " <>")
}

// ends keeps the blanks at the ends of a line, which would fall away.
func ends(s string) string {
	inner := strings.TrimLeft(s, " ")
	out := strings.Repeat("&#32;", len(s)-len(inner))
	s, inner = inner, strings.TrimRight(inner, " ")
	return out + inner + strings.Repeat("&#32;", len(s)-len(inner))
}
