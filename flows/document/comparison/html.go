package comparison

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"lotse/flows/document/page"
	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// mostShown is how many findings of a rule a page shows: a browser has to bear
// it. The others are counted, and stand in CSV and XLSX.
const mostShown = 1000

// HTML writes a report as one page that stands by itself: without a script, and
// without anything that is loaded from elsewhere, which its policy forbids.
func HTML(w io.Writer, r *compare.Report, lang string) error {
	p := &sheet{out: bufio.NewWriterSize(w, 64<<10), report: r, lang: lang, said: NewWords(&r.Plan, lang)}
	p.isolated = p.said.Isolated()
	p.head()
	p.sides()
	p.picture()
	p.counts()
	p.unseen()
	for g := range groups(r) {
		p.group(g)
	}
	p.put("</main>\n</body>\n</html>\n")
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// sheet is a page being written.
type sheet struct {
	out    *bufio.Writer
	report *compare.Report
	lang   string

	said, isolated *Words
}

// put writes markup of our own; what is no number goes through esc first.
func (p *sheet) put(format string, args ...any) { fmt.Fprintf(p.out, format, args...) }

// word is a label, escaped.
func (p *sheet) word(code string) string { return esc(word(p.lang, code)) }

// esc makes a text safe within markup; what stands between isolates becomes an
// element of its own.
func esc(s string) string {
	s = page.Text(s)
	if strings.Contains(s, IsolateOpen) {
		s = strings.ReplaceAll(strings.ReplaceAll(s, IsolateOpen, "<bdi>"), IsolateClose, "</bdi>")
	}
	return s
}

// bdi is a value from outside.
func bdi(s string) string {
	if s = value(s); s == "" {
		return ""
	}
	return "<bdi>" + page.Text(s) + "</bdi>"
}

func (p *sheet) head() {
	r := p.report
	title := mark(r) + word(p.lang, string(r.Kind)) + ": " + system(&r.Plan, p.lang, compare.Left) + " / " + system(&r.Plan, p.lang, compare.Right)
	p.put("%s<main>\n", page.Head(p.lang, title, style))
	p.put("<p class=\"over\">%s</p>\n<h1>%s</h1>\n<p class=\"lead\">%s</p>\n", p.word("title"), esc(title), p.word(direction(r)))
}

// direction is the word for a direction.
func direction(r *compare.Report) string {
	if r.Direction == "" {
		return string(compare.NoDirection)
	}
	return string(r.Direction)
}

// sides are the two registers, and which of their columns were read.
func (p *sheet) sides() {
	p.put("<div class=\"sides\">\n")
	for _, side := range []compare.Side{compare.Left, compare.Right} {
		h := half(p.report, side)
		p.put("<section class=\"side\">\n<h2>%s</h2>\n<p>%s</p>\n<p class=\"dim\">%s %s%s</p>\n",
			esc(system(&p.report.Plan, p.lang, side)), p.file(h), words.Count(p.lang, h.Rows), p.word("rows"), p.dialect(h))
		p.put("<dl>")
		for _, f := range p.report.Kind.Fields() {
			if header := h.Columns[f]; header != "" {
				p.put("<dt>%s</dt><dd>%s</dd>", p.word(string(f)), bdi(header))
			}
		}
		p.put("</dl>\n")
		if h.Sum != "" {
			p.put("<p class=\"sum\">%s %s</p>\n", p.word("sum"), esc(h.Sum))
		}
		p.put("</section>\n")
	}
	p.put("</div>\n")
}

func (p *sheet) file(h *compare.Half) string {
	if h.File == "" {
		return p.word("from_system")
	}
	return bdi(h.File)
}

// dialect is how a file was read, behind its rows.
func (p *sheet) dialect(h *compare.Half) string {
	s := ""
	for _, part := range dialect(h, p.lang) {
		s += " · " + esc(part)
	}
	return s
}

// dialect is how a file was read, in parts.
func dialect(h *compare.Half, lang string) []string {
	var all []string
	if h.Encoding != "" {
		all = append(all, compare.Short(h.Encoding, 40))
	}
	if h.Delimiter != "" {
		all = append(all, wordf(lang, "parted", "by", compare.Short(h.Delimiter, 10)))
	}
	if h.Sheet != "" {
		all = append(all, wordf(lang, "sheet", "sheet", compare.Short(h.Sheet, 40)))
	}
	return all
}

// counts is the table of rules, the ones that found nothing in one line.
func (p *sheet) counts() {
	r := p.report
	p.put("<section>\n<h2>%s</h2>\n", p.word("counts"))
	most := 0
	for _, n := range r.Counts {
		most = max(most, n)
	}
	if most == 0 {
		class := "good"
		if len(r.NotRun) > 0 {
			class = "dim"
		}
		p.put("<p class=\"%s\">%s</p>\n</section>\n", class, p.word(nothing(r)))
		return
	}
	p.put("<table class=\"counts\">\n<thead><tr><th>%s</th><th>%s</th><th class=\"num\">%s</th><th aria-hidden=\"true\"></th></tr></thead>\n<tbody>\n", p.word("level"), p.word("rule"), p.word("count"))
	for _, rule := range r.Kind.Rules() {
		n := r.Counts[rule]
		if n == 0 {
			continue
		}
		level := string(r.Kind.Level(rule))
		p.put("<tr class=\"%s\"><td><span class=\"level\">%s</span></td><td><a href=\"#%s\">%s</a></td><td class=\"num\">%s</td>", level, p.word(level), esc(string(rule)), esc(p.said.Title(rule)), words.Count(p.lang, n))
		p.put("<td class=\"gauge\" aria-hidden=\"true\"><svg width=\"100%%\" height=\"10\"><rect height=\"10\" rx=\"2\" width=\"%s%%\"/></svg></td></tr>\n", hundredths(max(n*10000/most, 50)))
	}
	p.put("</tbody>\n</table>\n")
	if n := silent(r); n > 0 {
		p.put("<p class=\"dim\">%s</p>\n", esc(wordf(p.lang, "nothing_else", "n", strconv.Itoa(n))))
	}
	p.put("</section>\n")
}

// unseen says what was not looked at.
func (p *sheet) unseen() {
	if len(p.report.NotRun) == 0 {
		return
	}
	p.put("<section class=\"rule warn\" id=\"not-run\">\n<h2>%s</h2>\n", p.word("unseen"))
	for _, sentence := range unseen(p.report, p.lang) {
		p.put("<p>%s</p>\n", esc(sentence))
	}
	p.put("<p>%s</p>\n<ul>\n", p.word("not_run"))
	for _, n := range p.report.NotRun {
		p.put("<li>%s <span class=\"dim\">%s</span></li>\n", esc(p.said.Title(n.Rule)), esc(without(p.report, p.lang, n)))
	}
	p.put("</ul>\n</section>\n")
}

// hundredths is a number of hundredths in decimals.
func hundredths(n int) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }
