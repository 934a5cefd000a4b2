package register

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"lotse/flows"
)

// findPart finds a part by its name, of which case does not count; nil where
// there is none.
func findPart(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			return f
		}
	}
	return nil
}

func decodePart(z *zip.Reader, name string, v any) error {
	f := findPart(z, name)
	if f == nil {
		return brokenFor("register.no_part", "part", name)
	}
	if f.UncompressedSize64 > maxPart {
		return overLimit(0, 0, "register.part_large", "part", name, "size", int64(f.UncompressedSize64>>20), "most", maxPart>>20) //nolint:gosec // bounded by MaxUnpacked
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // only read
	return xml.NewDecoder(r).Decode(v)
}

// pick finds the sheet that is asked for, or the first visible one with data.
func pick(ctx context.Context, z *zip.Reader, all []sheet, name string) (sheet, error) {
	var names []string
	for _, s := range all {
		if name != "" && (s.name == name || strings.EqualFold(s.name, name)) {
			return s, nil
		}
		names = append(names, flows.Short(s.name))
	}
	if name != "" {
		return sheet{}, notThere(0, 0, "register.no_sheet", "sheet", flows.Short(name), "sheets", strings.Join(names, ", "))
	}
	for _, hidden := range []bool{false, true} {
		for _, s := range all {
			if s.hidden != hidden {
				continue
			}
			if has, err := hasData(ctx, z, s.part); err != nil || has {
				return s, err
			}
		}
	}
	return sheet{}, unreadable(0, 0, "register.no_data")
}

// hasData reports whether a sheet has a cell with a value.
func hasData(ctx context.Context, z *zip.Reader, part string) (bool, error) {
	t, err := openTokens(ctx, z, part, nil)
	if err != nil {
		return false, err
	}
	defer t.close() //nolint:errcheck // only read
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "v" || e.Name.Local == "t") {
			return true, nil
		}
	}
}

// tokens are the tokens of a part's XML, one after the other.
type tokens struct {
	ctx   context.Context
	r     io.ReadCloser
	d     *xml.Decoder
	count *counted
	depth int
	n     int
}

func openTokens(ctx context.Context, z *zip.Reader, part string, tell func(done, size int64)) (*tokens, error) {
	f := findPart(z, part)
	if f == nil {
		return nil, brokenFor("register.no_part", "part", flows.Short(part))
	}
	r, err := f.Open()
	if err != nil {
		return nil, broken(err)
	}
	size := int64(f.UncompressedSize64) //nolint:gosec // bounded by MaxUnpacked
	count := &counted{r: r, size: size, tell: tell}
	return &tokens{ctx: ctx, r: r, d: xml.NewDecoder(count), count: count}, nil
}

// next gives the next token; what is kept of it has to be copied. io.EOF comes
// only where every element has ended.
func (t *tokens) next() (xml.Token, error) {
	if t.n++; t.n%1024 == 0 && t.ctx.Err() != nil {
		return nil, t.ctx.Err()
	}
	t.count.token = 0
	token, err := t.d.RawToken()
	switch {
	case errors.Is(err, io.EOF) && t.depth > 0:
		return nil, brokenFor("register.cut_off")
	case errors.Is(err, io.EOF):
		return nil, err
	case err != nil:
		return nil, broken(err)
	}
	switch token.(type) {
	case xml.StartElement:
		t.depth++
	case xml.EndElement:
		t.depth--
	}
	return token, nil
}

func (t *tokens) close() error { return t.r.Close() }

// counted tells how much was read, and holds the limit of a token, which is held
// in memory before it can be looked at.
type counted struct {
	r          io.Reader
	done, size int64
	token      int // bytes that were read for it
	tell       func(done, size int64)
}

// Read implements io.Reader.
func (c *counted) Read(p []byte) (int, error) {
	if c.token > maxToken {
		return 0, overLimit(0, 0, "register.tag_long", "most", maxToken>>20)
	}
	n, err := c.r.Read(p)
	c.token += n
	if c.done += int64(n); c.tell != nil {
		c.tell(c.done, c.size)
	}
	return n, err
}
