package paper_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"lotse/flows/document/paper"
)

// placed is a text and where it stands on its page.
type placed struct {
	x, y float64 // of its base line, from the lower left corner
	text string
}

// pageOf is a page of a PDF that was read back: its texts in the order in which
// they were set.
type pageOf []placed

func bytesOfPDF(t testing.TB, d *paper.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := paper.PDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdfOf are the pages of a document; all on them stands between the margins or in
// the frame.
func pdfOf(t testing.TB, d *paper.Document) []pageOf {
	t.Helper()
	pages := readPDF(t, bytesOfPDF(t, d))
	for i, p := range pages {
		for _, set := range p {
			inFrame := math.Abs(set.y-36) < 0.1 || math.Abs(set.y-26) < 0.1 || math.Abs(set.y-(841.89-36)) < 0.1
			between := set.y > 62 && set.y < 841.89-60
			if set.x < 53.9 || set.x > 595.28-54 || !inFrame && !between {
				t.Errorf("page %d: %.80q stands at %.0f, %.0f", i+1, set.text, set.x, set.y)
			}
		}
	}
	return pages
}

var (
	pageStream = regexp.MustCompile(`(?s)/Contents (\d+) 0 R>>\nendobj\n\d+ 0 obj\n<</Filter /FlateDecode /Length (\d+)>>\nstream\n`)
	textSet    = regexp.MustCompile(`(?s)BT ([-0-9.]+) ([-0-9.]+) Td \(((?:\\.|[^\\)])*)\) Tj ET`)
)

// readPDF reads the texts of the pages of a file of ours; for any PDF there is
// pdftotext, which the campaign asks.
func readPDF(t testing.TB, file []byte) []pageOf {
	t.Helper()
	var pages []pageOf
	for _, at := range pageStream.FindAllSubmatchIndex(file, -1) {
		n, err := strconv.Atoi(string(file[at[4]:at[5]]))
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(file[at[1] : at[1]+n]))
		if err != nil {
			t.Fatal(err)
		}
		stream, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		var p pageOf
		for _, set := range textSet.FindAllSubmatch(stream, -1) {
			p = append(p, placed{number(t, set[1]), number(t, set[2]), unescaped(set[3])})
		}
		pages = append(pages, p)
	}
	return pages
}

func number(t testing.TB, s []byte) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(string(s), 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// unescaped is a text as a PDF has it: UTF-16, with escapes.
func unescaped(s []byte) string {
	var raw []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			if s[i] == 'r' {
				raw = append(raw, '\r')
				continue
			}
		}
		raw = append(raw, s[i])
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}

// isFrame reports whether a text stands outside of what is between the margins.
func (p placed) isFrame() bool { return p.y < 56 || p.y > 841.89-56 }

// bodyOf is what the pages say between their margins.
func bodyOf(pages []pageOf) string {
	var b strings.Builder
	for _, p := range pages {
		b.WriteString(p.body())
	}
	return b.String()
}

func (p pageOf) body() string {
	var b strings.Builder
	for _, set := range p {
		if !set.isFrame() {
			b.WriteString(set.text + "\n")
		}
	}
	return b.String()
}

// frame is what stands outside of the margins of a page.
func (p pageOf) frame() []string {
	var all []string
	for _, set := range p {
		if set.isFrame() {
			all = append(all, set.text)
		}
	}
	return all
}
