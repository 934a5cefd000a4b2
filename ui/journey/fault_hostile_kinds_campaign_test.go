//go:build campaign

package journey

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// hostileKinds are texts that do harm where they reach a terminal, a file or a
// message as they are, by their names. What the program writes itself looks
// like none of them.
var hostileKinds = []struct{ name, text string }{
	{"colour", "\x1b[38;5;213;5m"},
	{"clear the screen", "\x1b[2;7J"},
	{"go to a place", "\x1b[3;3;3H"},
	{"a report asked for", "\x1b[6;6n"},
	{"attributes asked for", "\x1b[7c"},
	{"the window's size asked for", "\x1b[18;18t"},
	{"reset", "\x1bc"},
	{"the other screen", "\x1b[?1049;47h"},
	{"mouse reports", "\x1b[?1003;1015h"},
	{"the end of a paste", "\x1b[201~"},
	{"clipboard", "\x1b]52;c;ZXZpbA==\a"},
	{"clipboard, ended by ST", "\x1b]52;c;ZXZpbA==\x1b\\"},
	{"title", "\x1b]0;evil\a"},
	{"link", "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\"},
	{"notification", "\x1b]777;notify;evil;evil\a"},
	{"colour of the palette asked for", "\x1b]4;1;?\a"},
	{"working directory", "\x1b]7;file:///evil\a"},
	{"device control", "\x1bPq#0;2;0;0;0\x1b\\"},
	{"settings asked for", "\x1bP$qm\x1b\\"},
	{"application command", "\x1b_Gf=100;evil\x1b\\"},
	{"privacy message", "\x1b^evil\x1b\\"},
	{"start of string", "\x1bXevil\x1b\\"},
	{"a sequence without end", "\x1b]0;never ends"},
	{"a lone escape", "\x1b"},
	{"C1 control sequence", "\u009b31;5m"},
	{"C1 operating system command", "\u009d52;c;ZXZpbA==\u009c"},
	{"C1 device control", "\u0090q\u009c"},
	{"C1 as a byte", "\x9b31;5m"},
	{"C1 string as a byte", "\x9d0;evil\x9c"},
	{"bell", "\a\a\a"},
	{"backspaces over it", "\b\b\b\b\bevil"},
	{"a line over it", "\revil"},
	{"line breaks", "\r\n\r\nTo: evil@example.org\r\n"},
	{"other line breaks", "\u2028\u2029\u0085\v\f"},
	{"delete", "\x7f\x7f\x7f"},
	{"shifts of the alphabet", "\x0e\x0f\x1b(0"},
	{"writing turned round", "\u202egpj.exe"},
	{"isolates", "\u2066\u2067\u2068"},
	{"zero width", "\u200b\u200c\u200d\u2060"},
	{"byte order mark", "\ufeff"},
	{"tags", "\U000e0041\U000e0042\U000e007f"},
	{"variation selectors", "\ufe0f\U000e0100"},
	{"fillers", "\u3164\u115f\u034f"},
	{"broken bytes", "\xff\xfe\xc3"},
	{"overlong", "\xc0\x9b\xe0\x80\x9b"},
	{"surrogates", "\xed\xa0\x80\xed\xb0\x80"},
	{"very many marks", "e" + strings.Repeat("\u0301", 200)},
	{"format of C", "%s%n%x%!d(EXTRA)"},
	{"template", "{{.}}{{ client_id }}${HOME}$(id)`id`"},
	{"markup", "<script>alert(1)</script>&lt;![CDATA["},
	{"markdown", "[x](javascript:x) **b** `c` \\"},
	{"YAML", "&a [*a, !!x y]: {}\t#"},
	{"formula", "=HYPERLINK(\"https://evil.example\")"},
	{"a way up", "../../../etc/passwd"},
	{"a flag", "--yes"},
	{"SQL", "'; DROP TABLE runs; --"},
}

// ours are the sequences that the program writes itself.
var ours = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`\x1b\[[0-9;:]*[ABCDEFGHIJKLMPSTXZ@bdfmr` + "`" + `]`, // cursor, erasing, colours
	`\x1b\[\?[0-9;]+[hl]`, `\x1b\[\?[0-9;]+\$p`, // modes
	`\x1b\[[<=>?][0-9;]*[umqc]`, `\x1b\[[0-9]* ?q`, // keyboard, name, shape of the cursor
	`\x1b\[2[23];[012]t`, `\x1b\[0?c`, `\x1b\[\?5W`, `\x1b[78=>M]`,
	`\x1b\](?:0|2);[^\x1b\x07]*(?:\x07|\x1b\\)`,           // title
	`\x1b\]1[0-2];\?(?:\x07|\x1b\\)`, `\x1b\]11[0-2]\x07`, // colours asked for, and given back
	`\x1b\]9;4;[0-9;]*(?:\x07|\x1b\\)`, // progress
}, "|") + `)$`)

// steers says what in an output a terminal would act on that the program does
// not write itself; "" where there is nothing.
func steers(raw, kind string) string {
	if len(kind) > 2 && strings.ContainsFunc(kind, unicode.IsControl) && strings.Contains(raw, kind) {
		return "the text itself"
	}
	rest, state := []byte(raw), byte(ansi.NormalState)
	for len(rest) > 0 {
		seq, _, n, next := ansi.DecodeSequence(rest, state, nil)
		if s := string(seq[:min(n, len(seq))]); steersBy(s) {
			return fmt.Sprintf("%.60q", s)
		}
		rest, state = rest[max(n, 1):], next
	}
	return ""
}

func steersBy(seq string) bool {
	switch {
	case strings.HasPrefix(seq, "\x1b"):
		return !ours.MatchString(seq)
	case !utf8.ValidString(seq):
		return true
	}
	return strings.ContainsFunc(seq, func(r rune) bool {
		return unicode.IsControl(r) && !slices.Contains([]rune("\r\n\t\b"), r) ||
			unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Variation_Selector)
	})
}
