package paper

import (
	"fmt"
	"io"
	"strings"

	"lotse/flows/document/page"
)

// line is a line within markup.
func line(l Line) string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(marked(s))
	}
	return b.String()
}

// marked is a piece of a line within markup.
func marked(s Span) string {
	if s.Text == "" {
		return ""
	}
	out := text(s.Text)
	if s.Menu {
		parts := menuParts(s.Text)
		for i := range parts {
			parts[i] = `<span class="menu">` + page.Isolated(parts[i]) + "</span>"
		}
		out = strings.Join(parts, menuMark)
	}
	if s.Code {
		out = "<code>" + out + "</code>"
	}
	if target := address(s.Link); target != "" {
		class := ` class="named"` // its address is printed behind it
		if target == s.Text || target == "mailto:"+s.Text {
			class = ""
		}
		out = "<a" + class + ` href="` + page.Text(target) + `" rel="noreferrer">` + out + "</a>"
	}
	if s.Strong {
		out = "<strong>" + out + "</strong>"
	}
	return out
}

// data writes what a program can read back: the text of an element that is not
// shown.
func (h *sheet) data(write func(io.Writer) error) error {
	if write == nil {
		return nil
	}
	h.put(`<template id="lotse-data">`)
	if err := write(escaper{h.out}); err != nil {
		return fmt.Errorf("write the data of a page: %w", err)
	}
	h.put("</template>\n")
	return nil
}

// escaper writes a text into markup so that reading it gives the same bytes.
type escaper struct{ out io.Writer }

// escapes are the bytes that would end the text, or that a reader of pages turns
// into others.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")

func (e escaper) Write(p []byte) (int, error) {
	if _, err := escapes.WriteString(e.out, string(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}
