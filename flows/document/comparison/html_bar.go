package comparison

import (
	"strconv"
	"strings"

	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// picture is the bar of what was matched, with its legend. The pieces differ by
// pattern as well as by colour, and stand in the legend in their order.
func (p *sheet) picture() {
	const whole = 10000
	all := parts(p.report, p.said)
	sum := total(all)
	p.put("<section>\n<h2>%s</h2>\n", p.word("matched"))
	if sum == 0 {
		p.put("<p>%s</p>\n</section>\n", p.word("empty"))
		return
	}
	labels := make([]string, len(all))
	for i, part := range all {
		labels[i] = part.label + " " + strconv.Itoa(part.count)
	}
	p.put("<svg class=\"bar\" role=\"img\" aria-label=\"%s\" width=\"100%%\" height=\"40\">\n", esc(strings.Join(labels, ", ")))
	p.put("<defs>" +
		"<pattern id=\"p-id\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"8\"/></pattern>" +
		"<pattern id=\"p-name\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><circle cx=\"4\" cy=\"4\" r=\"2\"/></pattern>" +
		"<pattern id=\"p-left\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"2\"/></pattern>" +
		"<pattern id=\"p-right\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"2\" height=\"6\"/></pattern>" +
		"</defs>\n")
	x := 0
	for i, w := range compare.Apportion(p.report.Shares(), whole, 60) {
		if w > 0 {
			p.piece(all[i].key, hundredths(x), hundredths(w), "40")
			if w > 600 {
				p.put("<text class=\"t-%s\" x=\"%s%%\" y=\"25\" text-anchor=\"middle\">%s</text>\n", all[i].key, hundredths(x+w/2), words.Count(p.lang, all[i].count))
			}
		}
		x += w
	}
	p.put("</svg>\n<ul class=\"legend\">\n")
	for _, part := range all {
		p.put("<li><svg width=\"16\" height=\"16\" aria-hidden=\"true\">")
		p.piece(part.key, "0", "100", "16")
		p.put("</svg><span>%s</span><b>%s</b><span class=\"dim\">%s</span></li>\n", esc(part.label), words.Count(p.lang, part.count), esc(percent(part.count, sum)))
	}
	p.put("</ul>\n</section>\n")
}

// piece is one piece of the bar: its colour, and its pattern upon it.
func (p *sheet) piece(key, x, width, height string) {
	p.put("<rect class=\"k-%s\" x=\"%s%%\" width=\"%s%%\" height=\"%s\"/>", key, x, width, height)
	if key != "code" {
		p.put("<rect class=\"pattern\" fill=\"url(#p-%s)\" x=\"%s%%\" width=\"%s%%\" height=\"%s\"/>", key, x, width, height)
	}
}
