package register

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"lotse/flows"
)

// delimiters are those that are looked for; the earlier wins where two fit
// equally well.
var delimiters = []byte{'\t', ';', '|', ','}

// DelimiterNames are the delimiters as a person names them.
func DelimiterNames() map[string]byte {
	return map[string]byte{";": ';', ",": ',', "|": '|', "tab": '\t', "\t": '\t', `\t`: '\t'}
}

// delimiterName is a delimiter in words.
func delimiterName(c byte) string {
	if c == '\t' {
		return "tab"
	}
	return string(rune(c))
}

// dialect is how a text is written.
type dialect struct {
	encoding string
	bom      int // its length
	comma    byte
	eol      byte
	sep      bool // the first line names the delimiter, as Excel writes it
}

// sampleSize is how much of a file is looked at to find its dialect.
const sampleSize = 256 << 10

// foreign are files of other kinds, by what they begin with.
var foreign = []struct{ magic, code string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "register.is_xls"},
	{"%PDF-", "register.is_pdf"},
	{"PK\x07\x08", "register.is_zip_part"},
	{"\x1f\x8b", "register.is_gzip"},
	{"{\\rtf", "register.is_document"},
	{"<!DOCTYPE", "register.is_web_page"},
	{"<html", "register.is_web_page"},
	{"<?xml", "register.is_xml"},
}

// isForeign refuses what is neither CSV nor XLSX.
func isForeign(head []byte) error {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \r\n\t")
	for _, f := range foreign {
		if len(head) >= len(f.magic) && strings.EqualFold(string(head[:len(f.magic)]), f.magic) {
			return unreadable(0, 0, f.code)
		}
	}
	return nil
}

// detect finds the dialect of a text by its beginning; what o names goes
// before.
func detect(head []byte, whole bool, o Options) (dialect, error) {
	d := dialect{comma: o.Delimiter, eol: '\n'}
	found, bom := encodingOf(head)
	var known bool
	if d.encoding, known = EncodingNamed(o.Encoding); o.Encoding == "" || bom > 0 && found == d.encoding {
		d.encoding, known = found, true
	}
	d.bom = bom
	if !known {
		return d, unreadable(0, 0, "register.no_encoding", "encoding", flows.Short(o.Encoding), "encodings", strings.Join(Encodings(), ", "))
	}
	if o.Delimiter != 0 && !slices.Contains(delimiters, o.Delimiter) {
		return d, notThere(0, 0, "register.no_delimiter", "delimiter", string(rune(o.Delimiter)))
	}
	text := d.sample(head[d.bom:], whole)
	if d.encoding == "" || o.Encoding == "" && d.encoding == UTF8 {
		d.encoding = cmp.Or(encodingByLetters(text, d.encoding), d.encoding)
	}
	if bytes.IndexByte(text, '\n') < 0 && bytes.IndexByte(text, '\r') >= 0 {
		d.eol = '\r'
	}
	d.delimit(text)
	return d, nil
}

// encodingByLetters is the encoding of which the letters of a text leave no doubt;
// "" for UTF-8, Windows-1252, and where there is one.
func encodingByLetters(text []byte, marked string) string {
	switch {
	case isASCII(text):
	case utf8.Valid(text):
		if twice, all := doubled(text); twice > 0 && twice == all {
			return Twice
		}
	case marked == "":
		l := GuessEncoding(func(yield func([]byte) bool) {
			for line := range bytes.Lines(text) {
				if !isASCII(line) && !yield(line) {
					return
				}
			}
		}, Windows)
		if l.Sure {
			return l.Best
		}
	}
	return ""
}

// encodingOf finds an encoding that is marked, or that shows in the zeros of
// plain letters; "" is UTF-8 or, if a byte says so, Windows-1252.
func encodingOf(head []byte) (encoding string, bom int) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return UTF8, 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE, 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE, 2
	}
	var zeros [2]int
	head = head[:min(len(head), 4096)]
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch half := len(head) / 2; {
	case half > 1 && zeros[1]*10 > half*6 && zeros[0]*10 < half:
		return UTF16LE, 0
	case half > 1 && zeros[0]*10 > half*6 && zeros[1]*10 < half:
		return UTF16BE, 0
	}
	return "", 0
}

// sample is the beginning of the text as far as whole lines go.
func (d *dialect) sample(head []byte, whole bool) []byte {
	if t := d.decoder(); t != nil {
		out, _, _ := transform.Bytes(t, head[:len(head)&^1])
		head = out
	}
	if i := bytes.LastIndexAny(head, "\r\n"); !whole && i > 0 {
		head = head[:i]
	}
	return head
}

// decoder makes UTF-8 of UTF-16; nil for all else.
func (d *dialect) decoder() transform.Transformer {
	switch d.encoding {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	}
	return nil
}

// delimit finds the delimiter: what the first line says it is, or what splits
// the most records into the same number of columns.
func (d *dialect) delimit(text []byte) {
	first, _, _ := bytes.Cut(text, []byte{d.eol})
	if s, ok := strings.CutPrefix(strings.TrimRight(string(first), "\r"), "sep="); ok && len(s) == 1 {
		d.sep = true
		if d.comma == 0 {
			d.comma = s[0]
		}
	}
	if d.comma != 0 {
		return
	}
	best := 0.0
	d.comma = commonest(first)
	for _, c := range delimiters {
		if fit := fitness(text, c, d.eol); fit > best {
			best, d.comma = fit, c
		}
	}
}

// commonest is the delimiter that stands most often in a line, for a text of
// which no record can be read.
func commonest(line []byte) byte {
	best, most := byte(','), 0
	for _, c := range delimiters {
		if n := bytes.Count(line, []byte{c}); n > most {
			best, most = c, n
		}
	}
	return best
}

// fitness says how well a delimiter fits: which part of the records has the
// columns that most records have, as long as those are several.
func fitness(text []byte, comma, eol byte) float64 {
	s := newSplitter(bytes.NewReader(text), comma, eol, pageCode)
	counts, all := map[int]int{}, 0
	for all < 200 {
		_, fields, err := s.next()
		if pointsTo(err).Column > MaxColumns {
			return 1 // it fits too well: reading will say so
		}
		if err != nil {
			break
		}
		counts[len(fields)]++
		all++
	}
	columns, most := 0, 0
	for n, times := range counts {
		if n > 1 && (times > most || times == most && n > columns) {
			columns, most = n, times
		}
	}
	if all == 0 {
		return 0
	}
	return float64(most) / float64(all)
}

// textOf gives the text behind the mark as UTF-8, or as it is for the splitter
// to decode.
func (d *dialect) textOf(r io.Reader) (io.Reader, code) {
	if t := d.decoder(); t != nil {
		return transform.NewReader(r, t), utf8Code
	}
	switch d.encoding {
	case UTF8:
		return r, utf8Code
	case "":
		return r, guessCode
	}
	return r, pageCode
}

// page makes UTF-8 of cells that have a byte a letter.
func (d *dialect) page() func([]byte) []byte {
	if page := decoderOf(d.encoding); page != nil {
		return page
	}
	return fromWindows
}
