package register

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// book is what the sheets of a workbook share.
type book struct {
	strings   []string
	formats   []format // by the number of a cell's style
	dates1904 bool
}

// bookOf reads the shared parts, which a workbook need not have.
func bookOf(ctx context.Context, z *zip.Reader, p parts) (b book, err error) {
	b.dates1904 = p.dates1904
	if findPart(z, p.strings) != nil {
		if b.strings, err = sharedStrings(ctx, z, p.strings); err != nil {
			return b, err
		}
	}
	if findPart(z, p.styles) != nil {
		b.formats, err = formatsOf(z, p.styles)
	}
	return b, err
}

// sharedStrings reads the texts that cells name by number (ECMA-376 part 1,
// 18.4.8); what is said on how they are pronounced (rPh) is none.
func sharedStrings(ctx context.Context, z *zip.Reader, part string) ([]string, error) {
	t, err := openTokens(ctx, z, part, nil)
	if err != nil {
		return nil, err
	}
	defer t.close() //nolint:errcheck // only read
	var all []string
	var text richText
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		text.take(token)
		if text.b.Len() > MaxField {
			return nil, overLimit(0, 0, "register.text_long", "most", MaxField>>20)
		}
		if e, ok := token.(xml.EndElement); ok && e.Name.Local == "si" {
			if len(all) == maxStrings {
				return nil, overLimit(0, 0, "register.texts_many", "most", maxStrings)
			}
			all = append(all, text.end())
		}
	}
}

// richText collects a text that may stand in several runs.
type richText struct {
	b      strings.Builder
	in     bool // a <t>
	spoken int  // depth of <rPh>
}

func (r *richText) take(token xml.Token) {
	switch token := token.(type) {
	case xml.StartElement:
		switch token.Name.Local {
		case "rPh":
			r.spoken++
		case "t":
			r.in = r.spoken == 0
		}
	case xml.EndElement:
		switch token.Name.Local {
		case "rPh":
			r.spoken--
		case "t":
			r.in = false
		}
	case xml.CharData:
		if r.in {
			r.b.Write(token)
		}
	}
}

// end gives the text and begins the next.
func (r *richText) end() string {
	s := unescapeText(r.b.String())
	r.b.Reset()
	r.in, r.spoken = false, 0
	return s
}

// unescapeText reads signs that XML cannot hold, written _xHHHH_ (ECMA-376 part
// 1, 22.9.2.19).
func unescapeText(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		if len(s) >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}

// formatsOf reads how the numbers of each style are shown (ECMA-376 part 1,
// 18.8).
func formatsOf(z *zip.Reader, part string) ([]format, error) {
	var styles struct {
		Own []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			ID int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := decodePart(z, part, &styles); err != nil {
		return nil, broken(err)
	}
	codes := map[int]string{}
	for _, own := range styles.Own {
		codes[own.ID] = own.Code
	}
	all := make([]format, len(styles.Cells))
	for i, c := range styles.Cells {
		if code, ok := codes[c.ID]; ok {
			all[i] = formatOf(code)
		} else {
			all[i] = builtIn(c.ID)
		}
	}
	return all, nil
}
