package paper

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"lotse/flows"
	"lotse/flows/document/page"
	"lotse/flows/words"
)

// The measures of a page of A4, in points.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	margin     = 54
	column     = pageWidth - 2*margin // what is between the margins
	top        = 60
	bottom     = pageHeight - 62
	whole      = bottom - top
)

// PDF writes a document on pages of A4, with fonts of its own: those of Go, which
// have the letters of Latin, Greek and Cyrillic. What they lack stands as its code
// point, which a line at the end says; so does all that is written from right to
// left, letter by letter in the order in which it is read. Data is not written.
// The same document is the same bytes.
func PDF(w io.Writer, d *Document) error {
	p := newPress(d)
	p.mark()
	p.title(d)
	for _, b := range d.Blocks {
		p.block(b)
	}
	p.end(d)
	p.frame(d)
	if err := p.pdf.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// press is a document being set.
type press struct {
	pdf     *fpdf.Fpdf
	lang    string
	marked  string    // the mark
	y       float64   // where the next thing goes
	level   int       // of the heading before
	waiting []heading // headings that stand with what follows them
	repeat  *row      // the head of the table that is being set
	lacked  rune      // the first character that the fonts lack; 0 for none
	set     sized     // the font that is set
}

func newPress(d *Document) *press {
	pdf := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	p := &press{pdf: pdf, lang: page.Language(d.Lang), marked: oneLine(d.Mark)}
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(true)
	written := d.Written.UTC()
	if d.Written.IsZero() {
		written = time.Unix(0, 0).UTC() // the format wants one, and the bytes are the same each time
	}
	pdf.SetCreationDate(written)
	pdf.SetModificationDate(written)
	pdf.SetTitle(inBasicPlane(oneLine(d.Title)), true)
	pdf.SetProducer("Lotse", false)
	pdf.SetLang(p.lang)
	for _, f := range []font{regular, bold, mono} {
		pdf.AddUTF8FontFromBytes(f.family, f.style, bytes.Clone(f.face().ttf)) // the library writes into it
	}
	p.turn()
	return p
}

// word is a sentence of our own.
func (p *press) word(code string, args ...any) string {
	return words.Say(p.lang, flows.Msg(code, args...))
}

// turn begins a page, with the head of a table again that goes on there.
func (p *press) turn() {
	p.pdf.AddPage()
	p.set = sized{}
	p.y = top
	if p.repeat != nil {
		head := *p.repeat
		head.cells = slices.Clone(head.cells)
		p.segment(&head, whole)
	}
}

// room sees to it that there is room for so much, and for the headings that stand
// before it, which are set then.
func (p *press) room(h float64) {
	need := h
	for _, w := range p.waiting {
		need += w.height()
	}
	if p.y+need > bottom && p.y > top {
		p.turn()
	}
	waiting := p.waiting
	p.waiting = nil
	for _, w := range waiting {
		p.setHeading(w)
	}
}

// mark says the whole mark where the band at the head of a page has no room for
// it.
func (p *press) mark() {
	if p.marked != "" && p.fitted(small(bold), p.marked, bandWidth) != p.visible(bold.face(), p.marked) {
		p.flow(p.wrap([]piece{{style: style{font: bold, size: 10}, text: p.marked}}, column), 8)
	}
}

func (p *press) title(d *Document) {
	title, size := oneLine(d.Title), 20.0
	if len(title) > 200 {
		size = 12
	}
	p.flow(p.wrap([]piece{{style: style{font: bold, size: size}, text: title}}, column), 4)
	if d.About != "" {
		p.flow(p.wrap([]piece{{style: style{font: regular, size: 10, colour: dim}, text: oneLine(d.About)}}, column), 0)
	}
	p.y += 12
}

// end says what was not said on every page: what lacked, and the whole of a foot
// that was cut.
func (p *press) end(d *Document) {
	p.room(0)
	_, isWhole := p.foot(d)
	if p.lacked != 0 {
		p.y += 10
		p.note(p.word("paper.lacks", "point", "["+flows.CodePoint(p.lacked)+"]"))
	}
	if !isWhole {
		p.y += 10
		p.note(oneLine(d.Foot))
	}
}

// note is a line in small.
func (p *press) note(text string) {
	p.flow(p.wrap([]piece{{style: style{font: regular, size: 8.5, colour: dim}, text: text}}, column), 2)
}
