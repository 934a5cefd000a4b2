package flows

import (
	"cmp"
	"strings"
)

// collection reads a sequence or a mapping in brackets.
func (r *documentReader) collection() *Element {
	e, opens, closes := &Element{FilePlace: r.place(), Shape: Sequence}, "[", "]"
	if r.peek() == '{' {
		e.Shape, opens, closes = Mapping, "{", "}"
	}
	r.deeper(e)
	defer r.higher()
	r.brackets++
	defer func() { r.brackets-- }()
	var keys pairKeys
	told := len(r.faults)
	for r.advance(1); r.within(); {
		switch c := r.peek(); {
		case c == ']' || c == '}':
			if c != closes[0] {
				r.fault(r.place(), "lint.yaml_close", "open", opens, "line", e.Row, "close", closes)
			}
			r.advance(1)
			return e
		case c == ',':
			r.fault(r.place(), "lint.yaml_comma_alone")
			r.advance(1)
		case e.Shape == Mapping:
			r.flowPair(e, &keys)
			r.comma()
		default:
			r.flowPart(e)
			r.comma()
		}
	}
	if len(r.faults) == told {
		r.fault(e.FilePlace, "lint.no_end", "open", opens, "close", closes)
	}
	e.broken = true
	return e
}

// within goes to what stands next in brackets; false where the document, or what
// is indented as they are, goes on without their end.
func (r *documentReader) within() bool {
	for r.at < len(r.text) {
		r.skipBlanks()
		switch c := r.peek(); {
		case c == '\n', c == '#' && (r.at == 0 || ends(r.text[r.at-1])):
			r.next()
		case r.fresh && (r.indent < r.floor || r.indent == r.floor && c != ']' && c != '}'):
			return false
		default:
			return true
		}
	}
	return false
}

// comma goes behind the comma that parts two of what stands in brackets.
func (r *documentReader) comma() {
	if !r.within() {
		return
	}
	switch r.peek() {
	case ',':
		r.advance(1)
	case ']', '}':
	default:
		r.fault(r.place(), "lint.yaml_comma")
		for n := 1; ; n++ {
			if c := r.ahead(n); strings.IndexByte(",]}\n", c) >= 0 {
				r.advance(n)
				break
			}
		}
		if r.peek() == ',' {
			r.advance(1)
		}
	}
}

// flowPair reads a key and its value in brackets.
func (r *documentReader) flowPair(m *Element, keys *pairKeys) {
	key := r.flowValue(true)
	if key.Shape != Scalar || key.Text == "" && !key.quoted {
		r.fault(key.FilePlace, "lint.yaml_key")
	} else if key.Text == "<<" && !key.quoted {
		r.fault(key.FilePlace, "lint.yaml_merge")
	}
	if !r.within() {
		return
	}
	if r.peek() != ':' {
		m.broken = true
		r.keyless(m, key)
		return
	}
	r.advance(1)
	at := r.place()
	if r.within() && key.Shape == Scalar {
		value := r.flowValue(false)
		if value.IsNull() && value.Text == "" {
			value.FilePlace = at
		}
		r.add(m, keys, key, value)
	}
}

// keyless tells of what stands in { } without a key: most likely a text with a
// comma in it.
func (r *documentReader) keyless(m, e *Element) {
	word, behind, colon := strings.Cut(e.Text, ":")
	switch last := len(m.Pairs) - 1; {
	case e.broken || e.Shape != Scalar:
	case colon && !e.quoted:
		r.fault(e.FilePlace, "lint.yaml_colon", "text", word+": "+behind)
	case last >= 0 && m.Pairs[last].Value.Shape == Scalar && !m.Pairs[last].Value.quoted && !m.Pairs[last].Value.IsNull():
		value := m.Pairs[last].Value
		value.broken = true
		r.fault(value.FilePlace, "lint.yaml_comma_text", "text", quote(value.Text+", "+e.Text))
	default:
		word, behind, _ = strings.Cut(e.Text, " ")
		r.fault(e.FilePlace, "lint.yaml_no_key", "text", word+": "+cmp.Or(behind, "…"))
	}
}

// flowPart reads a part of a sequence in brackets; one with a colon is a mapping
// of one pair.
func (r *documentReader) flowPart(s *Element) {
	part := r.flowValue(true)
	if r.within() && r.peek() == ':' && part.Shape == Scalar {
		m := &Element{FilePlace: part.FilePlace, Shape: Mapping}
		r.advance(1)
		if r.within() {
			m.Pairs = []Pair{{part, r.flowValue(false)}}
		}
		part = m
	}
	s.Parts = append(s.Parts, part)
	r.count(s)
}

// flowValue reads what stands in brackets up to the next comma; a key up to its
// colon.
func (r *documentReader) flowValue(key bool) *Element {
	switch c := r.peek(); {
	case c == '"', c == '\'':
		return r.quotedText()
	case c == '{' && r.ahead(1) == '{':
		return r.flowText(false)
	case c == '{', c == '[':
		return r.collection()
	case c == ',', c == ']', c == '}':
		return &Element{FilePlace: r.place()}
	}
	return r.flowText(key)
}

// flowText reads a text without quotes in brackets.
func (r *documentReader) flowText(key bool) *Element {
	e, start := &Element{FilePlace: r.place()}, r.at
	code := reservedSign(r.text[start:min(len(r.text), start+2)])
	if code != "" && key && r.peek() == ':' {
		return e
	}
	var lines folded
	for more := true; more; {
		n, wrong := r.flowLine(key && code == "")
		line, _, _ := strings.Cut(r.text[r.at:], "\n")
		text := strings.TrimRight(line[:n], " \t")
		lines.add(text)
		code = cmp.Or(code, wrong)
		r.advance(n)
		if r.peek() == '#' {
			r.comment(e.FilePlace, line, len(text))
		}
		above, comment := r.line, r.peek() == '#'
		more = r.peek() == '\n' && r.within() && !comment && strings.IndexByte(",]}:", r.peek()) < 0
		if more {
			lines.breaks(r.line - above)
		}
	}
	e.Text, e.exact = lines.String(), lines.n == 1
	switch {
	case code != "":
		e.broken = true
		r.fault(e.FilePlace, code, "text", quote(e.Text))
	case lines.n > 1:
		r.trap(e.FilePlace, "lint.yaml_folded")
	}
	return e
}

// flowLine is how much of the line belongs to a text in brackets, and what is
// wrong with it: brackets or a colon within it.
func (r *documentReader) flowLine(key bool) (n int, code string) {
	for inner := 0; ; n++ {
		switch c := r.ahead(n); {
		case c == '\n', c == '#' && n > 0 && isBlank(r.ahead(n-1)), inner == 0 && strings.IndexByte(",]}", c) >= 0:
			return n, code
		case c == '[' || c == '{':
			inner++
			code = "lint.yaml_signs"
		case c == ']' || c == '}':
			inner--
		case c == ':' && strings.IndexByte(" \t\n,[]{}", r.ahead(n+1)) >= 0:
			if key && inner == 0 {
				return n, code
			}
			if !key && code == "" {
				code = "lint.yaml_colon_text"
			}
		}
	}
}
