package comparison

import (
	"strconv"

	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// group is the table of what a rule found.
func (p *sheet) group(g group) {
	p.put("<section class=\"rule %s\" id=\"%s\">\n<h2>%s <span class=\"count\">%s</span></h2>\n<p class=\"tags\"><span class=\"level\">%s</span> <code>%s</code></p>\n",
		g.level, esc(string(g.rule)), esc(p.said.Title(g.rule)), words.Count(p.lang, len(g.findings)), p.word(string(g.level)+"_long"), esc(string(g.rule)))
	effects, repairs := notes(p.said, g)
	p.put("<dl class=\"note\"><dt>%s</dt>", p.word("effect"))
	for _, s := range effects {
		p.put("<dd>%s</dd>", esc(s))
	}
	p.put("<dt>%s</dt>", p.word("repair"))
	for _, s := range repairs {
		p.put("<dd>%s</dd>", esc(s))
	}
	p.put("</dl>\n")
	p.put("<table class=\"findings\">\n<thead><tr>")
	for _, name := range p.headings() {
		p.put("<th>%s</th>", p.word(name))
	}
	p.put("</tr></thead>\n<tbody>\n")
	for i := range g.findings[:min(len(g.findings), mostShown)] {
		p.finding(&g.findings[i])
	}
	p.put("</tbody>\n</table>\n")
	if all := len(g.findings); all > mostShown {
		p.put("<p class=\"more\">%s</p>\n", esc(wordf(p.lang, "shown", "n", words.Count(p.lang, mostShown), "all", words.Count(p.lang, all))))
	}
	p.put("</section>\n")
}

// headings are the columns of a table of findings.
func (p *sheet) headings() []string {
	if p.report.Kind == compare.Products {
		return []string{"system", "row", "code", "name", "detail"}
	}
	return []string{"system", "row", "code", "name", "business_id", "detail"}
}

// finding is a row of a table: of a pair, each cell has both values, one above
// the other.
func (p *sheet) finding(f *compare.Finding) {
	detail := esc(p.isolated.Detail(f))
	if isPair(f) {
		if p.said.Effect(f) != p.said.RuleEffect(f.Rule, f.Side) {
			detail += "<br><span class=\"dry\">" + esc(p.isolated.Effect(f)) + "</span>"
		}
	}
	cells := map[string]string{
		"system":      p.both(f, func(side compare.Side, _ compare.Card) string { return esc(system(&p.report.Plan, p.lang, side)) }),
		"row":         p.both(f, func(_ compare.Side, c compare.Card) string { return strconv.Itoa(c.Row) }),
		"code":        p.both(f, func(_ compare.Side, c compare.Card) string { return bdi(c.Code) }),
		"name":        p.both(f, func(_ compare.Side, c compare.Card) string { return bdi(c.Name) }),
		"business_id": p.both(f, func(_ compare.Side, c compare.Card) string { return bdi(c.ID) }),
		"detail":      detail,
	}
	p.put("<tr>")
	for _, name := range p.headings() {
		p.put("<td class=\"c-%s\" data-label=\"%s\">%s</td>", name, p.word(name), cells[name])
	}
	p.put("</tr>\n")
}

// both is what a cell shows of the rows of a finding.
func (p *sheet) both(f *compare.Finding, show func(compare.Side, compare.Card) string) string {
	s := ""
	for _, side := range []compare.Side{compare.Left, compare.Right} {
		if f.Side != side && !isPair(f) {
			continue
		}
		card := f.Left
		if side == compare.Right {
			card = f.Right
		}
		text := show(side, card)
		if text == "" {
			text = "<span class=\"dim\">–</span>"
		}
		s += "<div>" + text + "</div>"
	}
	return s
}
