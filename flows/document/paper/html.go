package paper

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"

	"lotse/flows/document/page"
	"lotse/flows/words"
)

// styleSheet is how a page looks; its digest stands in the page's policy.
//
//go:embed style.css
var styleSheet string

// HTML writes a document as one page that stands by itself: without a script, and
// without anything that is loaded from elsewhere, which its policy forbids. Each
// line of it holds one thing: a heading, a paragraph, a fact, a row. Data stands
// in an element <template id="lotse-data">, whose text is exactly that.
func HTML(w io.Writer, d *Document) error {
	h := &sheet{out: bufio.NewWriterSize(w, 64<<10), lang: page.Language(d.Lang), title: oneLine(d.Title)}
	h.put(page.Head(h.lang, oneLine(d.Title), styleSheet))
	if mark := oneLine(d.Mark); mark != "" {
		h.put(`<div class="marked">`, "\n", `<header class="mark">`, page.Isolated(mark), "</header>\n")
	} else {
		h.put("<div>\n")
	}
	h.put("<main>\n<h1>", text(d.Title), "</h1>\n")
	if d.About != "" {
		h.put(`<p class="about">`, text(d.About), "</p>\n")
	}
	for _, b := range d.Blocks {
		h.block(b)
	}
	h.put("</main>\n")
	if d.Foot != "" {
		h.put("<footer><p>", text(d.Foot), "</p></footer>\n")
	}
	h.put("</div>\n")
	if err := h.data(d.Data); err != nil {
		return err
	}
	h.put("</body>\n</html>\n")
	if err := h.out.Flush(); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// sheet is a page being written.
type sheet struct {
	out   *bufio.Writer
	lang  string
	level int    // of the heading before
	title string // of what is written: that heading, or the document
}

// put writes markup; a text goes through text or span first. What went wrong is
// said at the end.
func (h *sheet) put(parts ...string) {
	for _, s := range parts {
		_, _ = h.out.WriteString(s)
	}
}

// text is a text on one line within markup.
func text(s string) string { return page.Isolated(oneLine(s)) }

// word is a word of our own.
func (h *sheet) word(code string) string {
	s, _ := words.Sentence(h.lang, code)
	return page.Text(s)
}

func (h *sheet) block(b Block) {
	switch b := b.(type) {
	case Heading:
		h.heading(b)
	case Paragraph:
		h.put("<p>", line(b.Text), "</p>\n")
	case Notice:
		h.put(`<p class="notice `, tones[b.Tone].class, `">`, h.begin(b.Tone), line(b.Text), "</p>\n")
	case Facts:
		h.facts(b)
	case List:
		h.list(b)
	case Boxes:
		h.boxes(b)
	case Table:
		h.table(b)
	case Verbatim:
		h.verbatim(b)
	}
}

// heading keeps the levels in order: none is left out on the way down.
func (h *sheet) heading(b Heading) {
	h.level, h.title = min(max(b.Level, 1), 3, h.level+1), oneLine(b.Text)
	name := fmt.Sprintf("h%d", h.level+1)
	h.put("<", name)
	if b.ID != "" {
		h.put(` id="`, page.Text(oneLine(b.ID)), `"`)
	}
	h.put(">", text(b.Text), spaced(h.state(b.Tone, b.State)), "</", name, ">\n")
}

// state is a word behind a text, with its sign.
func (h *sheet) state(t Tone, word string) string {
	if word == "" && tones[t].sign == "" {
		return ""
	}
	return `<span class="state ` + tones[t].class + `">` + h.sign(t, word != "") + text(word) + "</span>"
}

// spaced is what stands behind a text, if there is anything.
func spaced(markup string) string {
	if markup == "" {
		return ""
	}
	return " " + markup
}

// sign is the sign of a tone. Beside a word it says nothing more; alone it has a
// name for who does not see it.
func (h *sheet) sign(t Tone, beside bool) string {
	sign := tones[t].sign
	switch {
	case sign == "":
		return ""
	case beside:
		return `<span class="sign" aria-hidden="true">` + sign + "&nbsp;</span>"
	}
	return `<span class="sign" role="img" aria-label="` + h.word(tones[t].code) + `">` + sign + "</span>"
}

// begin is what a notice begins with.
func (h *sheet) begin(t Tone) string {
	word := toneWord(h.lang, t)
	if word == "" {
		if tones[t].sign == "" {
			return ""
		}
		return "<b>" + h.sign(t, false) + "</b> "
	}
	return "<b>" + h.sign(t, true) + page.Text(word) + ":</b> "
}

func (h *sheet) facts(f Facts) {
	h.put(`<dl class="facts">`, "\n")
	for _, fact := range f.Rows {
		state := h.state(fact.Tone, fact.State)
		if !fact.Value.isEmpty() {
			state = spaced(state)
		}
		h.put(`<div class="fact `, tones[fact.Tone].class, `"><dt>`, text(fact.Name), "</dt><dd>", line(fact.Value), state, "</dd>")
		for _, n := range fact.Notes {
			h.put("\n", `<dd class="note">`, line(n), "</dd>")
		}
		h.put("</div>\n")
	}
	h.put("</dl>\n")
}

func (h *sheet) list(l List) {
	name := map[bool]string{false: "ul", true: "ol"}[l.Numbered]
	h.put("<", name, ">\n")
	for _, p := range l.Points {
		h.put("<li>", line(p), "</li>\n")
	}
	h.put("</", name, ">\n")
}

func (h *sheet) boxes(b Boxes) {
	h.put(`<ul class="boxes">`, "\n")
	for _, box := range b.Rows {
		code, tick := "paper.open", ""
		if box.Done {
			code, tick = "paper.done", "✓"
		}
		h.put(`<li><span class="box" role="img" aria-label="`, h.word(code), `">`, tick, "</span>", line(box.Text))
		if len(box.Notes) > 0 {
			h.put("<ul>\n")
			for _, n := range box.Notes {
				h.put(`<li class="note">`, line(n), "</li>\n")
			}
			h.put("</ul>")
		}
		h.put("</li>\n")
	}
	h.put("</ul>\n")
}

func (h *sheet) verbatim(v Verbatim) {
	h.put("<figure>\n")
	if v.Title != "" {
		h.put("<figcaption>", text(v.Title), "</figcaption>\n")
	}
	h.put("<pre>\n") // a page drops this one line end
	for _, l := range linesOf(v.Text) {
		h.put(page.Isolated(l), "\n")
	}
	h.put("</pre>\n</figure>\n")
}
