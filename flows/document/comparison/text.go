package comparison

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"lotse/flows"
	"lotse/flows/document/cells"
	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// Tone is what a piece of a text is, for whoever gives it a colour.
type Tone int

// The tones.
const (
	Plain     Tone = iota
	Title          // a heading
	Dim            // beside the point
	ToneCode       // matched by code, as the others in the bar
	ToneID         //
	ToneName       //
	ToneLeft       //
	ToneRight      //
	ToneMust       // the levels
	ToneWarn       //
	ToneInfo       //
)

// TextOptions are how a text is set.
type TextOptions struct {
	Lang  string
	Width int  // in cells; at least 40
	ASCII bool // the signs of the bar
	Most  int  // findings told of a rule
	// Paint gives a tone its colour; nil: there is none.
	Paint func(t Tone, s string) string
}

// Text writes a report as lines that a terminal shows: what was read, the bar of
// what was matched, the counts, and the first findings of each rule.
func Text(w io.Writer, r *compare.Report, o TextOptions) error {
	o.Width = max(o.Width, 40)
	if o.Paint == nil {
		o.Paint = func(_ Tone, s string) string { return s }
	}
	t := &text{bufio.NewWriter(w), r, NewWords(&r.Plan, o.Lang), o}
	t.head()
	t.bar()
	t.counts()
	t.unseen()
	more := false
	for g := range groups(r) {
		t.group(g)
		more = more || len(g.findings) > o.Most
	}
	if more {
		t.line("")
		t.wrapped("", 0, Dim, word(o.Lang, "all"))
	}
	if err := t.out.Flush(); err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	return nil
}

// text is a text being written.
type text struct {
	out    *bufio.Writer
	report *compare.Report
	said   *Words
	TextOptions
}

func (t *text) line(s string) {
	_, _ = t.out.WriteString(strings.TrimRight(s, " ")) // Flush says what went wrong
	_ = t.out.WriteByte('\n')
}

func (t *text) word(code string) string { return word(t.Lang, code) }

// head says what was compared.
func (t *text) head() {
	r := t.report
	title := t.word(string(r.Kind)) + ": " + system(&r.Plan, t.Lang, compare.Left) + " / " + system(&r.Plan, t.Lang, compare.Right)
	t.wrapped("", 0, Title, title)
	t.wrapped("", 0, Dim, t.word(direction(r)))
	t.line("")
	widths := [2]int{}
	rows := [][3]string{}
	for _, side := range []compare.Side{compare.Left, compare.Right} {
		h := half(r, side)
		file := flows.CleanLine(h.File)
		if h.File == "" {
			file = t.word("from_system")
		}
		rows = append(rows, [3]string{system(&r.Plan, t.Lang, side), compare.Short(file, 40), strings.Join(append([]string{words.Count(t.Lang, h.Rows) + " " + t.word("rows")}, dialect(h, t.Lang)...), ", ")})
		for i := range widths {
			widths[i] = max(widths[i], cells.Width(rows[len(rows)-1][i]))
		}
	}
	for _, row := range rows {
		lead := "  " + cells.Pad(row[0], widths[0]) + "  " + cells.Pad(row[1], widths[1]) + "  "
		if cells.Width(lead)+cells.Width(row[2]) > t.Width && cells.Width(lead) > t.Width/2 {
			t.line(lead)
			lead = "    "
		}
		t.wrapped(lead, cells.Width(lead), Plain, row[2])
	}
}

// glyphs are the signs of the pieces of the bar, and in ASCII.
var glyphs = map[string]struct {
	sign, ascii string
	tone        Tone
}{
	"code": {"█", "#", ToneCode}, "id": {"▓", "=", ToneID}, "name": {"▒", "~", ToneName}, "left": {"‹", "<", ToneLeft}, "right": {"›", ">", ToneRight},
}

func (t *text) glyph(p part) (string, Tone) {
	g := glyphs[p.key]
	if t.ASCII {
		return g.ascii, g.tone
	}
	return g.sign, g.tone
}

// bar is the picture of what was matched, and its legend.
func (t *text) bar() {
	all := parts(t.report, t.said)
	sum := total(all)
	t.line("")
	if sum == 0 {
		t.line("  " + t.word("empty"))
		return
	}
	bar, labels, counts := "  ", 0, 0
	for i, w := range compare.Apportion(t.report.Shares(), t.Width-4, 1) {
		sign, tone := t.glyph(all[i])
		bar += t.Paint(tone, strings.Repeat(sign, w))
		labels, counts = max(labels, cells.Width(all[i].label)), max(counts, cells.Width(words.Count(t.Lang, all[i].count)))
	}
	t.line(bar)
	t.line("")
	for _, p := range all {
		sign, tone := t.glyph(p)
		n := words.Count(t.Lang, p.count)
		t.line("  " + t.Paint(tone, sign) + " " + cells.Pad(p.label, labels) + "  " + strings.Repeat(" ", counts-cells.Width(n)) + n + "  " + t.Paint(Dim, fmt.Sprintf("%5s", percent(p.count, sum))))
	}
}

var tones = map[compare.Level]Tone{compare.Must: ToneMust, compare.Warn: ToneWarn, compare.Info: ToneInfo}

// counts says how often each rule found something, by level.
func (t *text) counts() {
	r := t.report
	if found(r) == 0 {
		tone := ToneCode
		if len(r.NotRun) > 0 {
			tone = Plain
		}
		t.line("")
		t.line(t.Paint(tone, t.word(nothing(r))))
		return
	}
	widest := 0
	for _, n := range r.Counts {
		widest = max(widest, len(words.Count(t.Lang, n)))
	}
	for _, level := range []compare.Level{compare.Must, compare.Warn, compare.Info} {
		first := true
		for _, rule := range r.Kind.Rules() {
			if r.Counts[rule] == 0 || r.Kind.Level(rule) != level {
				continue
			}
			if first {
				t.line("")
				t.line(t.Paint(tones[level], t.word(string(level)+"_long")))
				first = false
			}
			n := words.Count(t.Lang, r.Counts[rule])
			lead := "  " + strings.Repeat(" ", widest-cells.Width(n)) + n + "  "
			t.wrapped(lead, cells.Width(lead), Plain, t.said.Title(rule))
		}
	}
	if n := silent(r); n > 0 {
		t.line("")
		t.line(t.Paint(Dim, wordf(t.Lang, "nothing_else", "n", words.Count(t.Lang, n))))
	}
}

// unseen says what was not looked at: the fields without a column, and the rules
// that did not run.
func (t *text) unseen() {
	if len(t.report.NotRun) == 0 {
		return
	}
	t.line("")
	t.line(t.Paint(ToneWarn, t.word("unseen")))
	for _, sentence := range unseen(t.report, t.Lang) {
		t.wrapped("  ", 2, Plain, sentence)
	}
	t.wrapped("  ", 2, Plain, t.word("not_run"))
	for _, n := range t.report.NotRun {
		t.wrapped("    ", 4, Dim, t.said.Title(n.Rule)+": "+without(t.report, t.Lang, n))
	}
}

// group tells the first findings of a rule; effect and repair once.
func (t *text) group(g group) {
	t.line("")
	title, gap := t.said.Title(g.rule), "  "
	level, rule := t.word(string(g.level)), string(g.rule)+"  "+words.Count(t.Lang, len(g.findings))
	if cells.Width(title)+cells.Width(level)+cells.Width(rule)+2*len(gap) > t.Width {
		gap = "\n  "
	}
	t.line(t.Paint(Title, title) + gap + t.Paint(tones[g.level], level) + "  " + t.Paint(Dim, rule))
	label := max(cells.Width(t.word("effect")), cells.Width(t.word("repair")))
	effects, repairs := notes(t.said, g)
	t.notes("effect", effects, label)
	t.notes("repair", repairs, label)
	shown := g.findings[:min(len(g.findings), t.Most)]
	widest := 0
	for i := range shown {
		widest = max(widest, len(rowsOf(&shown[i])))
	}
	for i := range shown {
		f := &shown[i]
		lead := "    " + cells.Pad(rowsOf(f), widest) + "  "
		t.wrapped(lead, cells.Width(lead), Plain, t.said.Detail(f))
		if dry := t.said.Effect(f); dry != t.said.RuleEffect(g.rule, f.Side) {
			t.wrapped(strings.Repeat(" ", cells.Width(lead)), cells.Width(lead), Dim, dry)
		}
	}
	if rest := len(g.findings) - len(shown); rest > 0 {
		t.line("    " + t.Paint(Dim, wordf(t.Lang, "more", "n", words.Count(t.Lang, rest))))
	}
}

// notes are the sentences that are said once of a rule.
func (t *text) notes(code string, sentences []string, label int) {
	lead := "  " + cells.Pad(t.word(code), label) + "  "
	for _, s := range sentences {
		t.wrapped(lead, cells.Width(lead), Dim, s)
		lead = strings.Repeat(" ", cells.Width(lead))
	}
}

// rowsOf are the rows of a finding: left/right, or the one.
func rowsOf(f *compare.Finding) string {
	if isPair(f) {
		return rowNumber(f.Left.Row) + "/" + rowNumber(f.Right.Row)
	}
	return rowNumber(max(f.Left.Row, f.Right.Row))
}

// wrapped writes a text behind a lead, further lines below its beginning.
func (t *text) wrapped(lead string, indent int, tone Tone, s string) {
	for i, line := range cells.Wrap(s, max(t.Width-indent, 20)) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		t.line(lead + t.Paint(tone, line))
	}
}
