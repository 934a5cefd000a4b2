package flows

import (
	"regexp"
	"strings"
	"sync"
)

// block reads what begins here and is indented more than outer: a mapping, a
// sequence, or a value.
func (r *documentReader) block(outer int) *Element {
	switch {
	case r.dash() || gluedDash()(r.rest()):
		return r.sequence(outer, false)
	case r.colon() >= 0 || r.keyBelow() || strings.IndexByte("?:", r.peek()) >= 0 && ends(r.ahead(1)):
		return r.mapping(outer)
	}
	return r.value(outer)
}

// gluedDash is a key behind a dash that lacks its blank.
var gluedDash = sync.OnceValue(func() func(string) bool {
	return regexp.MustCompile(`^-[a-z_]+:(\s|$)`).MatchString
})

// dash reports whether an entry of a sequence begins here.
func (r *documentReader) dash() bool { return r.peek() == '-' && ends(r.ahead(1)) }

// colon is where the colon behind a key stands, in bytes from here; -1 where the
// line begins with no key.
func (r *documentReader) colon() int {
	line := r.rest()
	switch r.peek() {
	case '"', '\'':
		i := closing(line)
		for i < len(line) && isBlank(line[i]) {
			i++
		}
		if i < len(line) && line[i] == ':' && (i+1 == len(line) || ends(line[i+1])) {
			return i
		}
		return -1
	case '[', '{', '|', '>', '#':
		return -1
	}
	i, _ := textEnd(line)
	if i = colonIn(line[:i]); i == 0 {
		return -1
	}
	return i
}

// colonIn is where the first colon stands that a blank, or nothing, follows; -1
// where none does.
func colonIn(line string) int {
	for i := range len(line) {
		if line[i] == ':' && (i+1 == len(line) || ends(line[i+1])) {
			return i
		}
	}
	return -1
}

// keyBelow reports whether a key, or what a key holds, begins just below this
// line, which then is one that lacks its colon, or the blank behind it.
func (r *documentReader) keyBelow() bool {
	if strings.IndexByte("\"'[{|>", r.peek()) >= 0 {
		return false
	}
	below := r.below()
	return below.indent >= r.indent && !below.dash() && below.colon() >= 0 || below.indent > r.indent && below.dash()
}

// below is the reader at the next line that holds something.
func (r *documentReader) below() *documentReader {
	next := *r
	next.faults, next.traps = nil, nil
	next.next()
	return &next
}

// mapping reads the pairs of a mapping.
func (r *documentReader) mapping(outer int) *Element {
	m := &Element{FilePlace: r.place(), Shape: Mapping}
	r.deeper(m)
	defer r.higher()
	var keys pairKeys
	own, odd := r.indent, r.indent
	for r.indent > outer {
		switch dash := r.dash(); {
		case dash && r.sequences > 0 && (r.indent != own || r.tabbed):
			return m // an entry of one of those
		case !dash && r.indent != own && r.indent != odd:
			r.misplaced(m.FilePlace)
			odd = r.indent
		}
		r.pair(m, &keys)
	}
	return m
}

// misplaced tells of a line that is not indented as the first of those that it
// belongs to.
func (r *documentReader) misplaced(first FilePlace) {
	if !r.tabbed {
		r.fault(r.place(), "lint.yaml_indent", "column", first.Column, "line", first.Row)
	}
}

// pair reads a key and what stands behind it.
func (r *documentReader) pair(m *Element, keys *pairKeys) {
	own := r.indent
	if r.dash() {
		r.fault(r.place(), "lint.yaml_dash_key")
		m.broken, m.Text = true, m.Text+r.skipLines(own)
		return
	}
	key, whole := r.key()
	r.skipBlanks()
	m.broken = m.broken || !whole
	value := r.behind(own, false)
	value.broken = value.broken || !whole && value.Shape == Scalar
	r.add(m, keys, key, value)
}

// add gives a mapping a pair whose key it has not yet.
func (r *documentReader) add(m *Element, keys *pairKeys, key, value *Element) {
	if first := keys.find(m, key.Text); first != nil {
		r.fault(key.FilePlace, "lint.yaml_key_twice", "key", key.Text, "line", first.Row)
		return
	}
	m.Pairs = append(m.Pairs, Pair{key, value})
	if len(m.Pairs) > r.form.Keys {
		r.end(key.FilePlace, "lint.yaml_keys", "limit", r.form.Keys)
	}
}

// key reads a key and its colon. It is not whole where the colon, or the blank
// behind it, is missing: then it is the first word of the line.
func (r *documentReader) key() (key *Element, whole bool) {
	key = &Element{FilePlace: r.place()}
	n := r.colon()
	if n < 0 {
		r.wordless(key)
		return key, false
	}
	if c := r.peek(); c == '"' || c == '\'' {
		key = r.quotedText()
		r.skipBlanks()
		r.advance(1)
		return key, true
	}
	key.Text = strings.TrimRight(r.rest()[:n], " \t")
	switch code := reservedSign(key.Text); {
	case key.Text == "<<":
		r.fault(key.FilePlace, "lint.yaml_merge")
	case key.Text == "?" || strings.HasPrefix(key.Text, "? "):
		r.fault(key.FilePlace, "lint.yaml_key")
	case code != "":
		r.fault(key.FilePlace, code, "text", quote(key.Text))
	}
	r.advance(n + 1)
	return key, true
}

// wordless takes the first word of a line that has no key for one, so that what
// stands behind and below it is read.
func (r *documentReader) wordless(key *Element) {
	line := strings.TrimRight(r.rest(), " \t")
	word := strings.IndexFunc(line, func(c rune) bool { return c == ':' || c == '=' || c == ' ' || c == '\t' || c == '\u00a0' })
	if word <= 0 {
		word = len(line)
	}
	key.Text, key.broken = line[:word], true
	behind := strings.TrimLeft(line[word:], ":= \t\u00a0")
	switch {
	case line == "": // nothing is read any more
	case strings.HasPrefix(line, "<<<<<<<"), strings.HasPrefix(line, "======="), strings.HasPrefix(line, ">>>>>>>"):
		r.fault(key.FilePlace, "lint.yaml_merged")
	case strings.HasPrefix(line, "? ") || line[0] == ':':
		r.fault(key.FilePlace, "lint.yaml_key")
	case reservedSign(line) != "":
		r.fault(key.FilePlace, reservedSign(line), "text", quote(line))
	case word < len(line) && line[word] == ':' || behind == "":
		r.fault(FilePlace{r.file, r.line, r.column + len([]rune(key.Text))}, "lint.yaml_colon", "text", strings.TrimRight(key.Text+": "+behind, " "))
	case strings.Contains(behind, " "):
		r.fault(key.FilePlace, "lint.yaml_goes_on")
	default:
		r.fault(key.FilePlace, "lint.yaml_no_key", "text", key.Text+": "+behind)
	}
	r.advance(len(line) - len(behind))
}

// behind reads what stands behind a colon or a dash of a line with this indent.
func (r *documentReader) behind(own int, entry bool) *Element {
	if at := r.place(); r.peek() == '\n' || r.peek() == '#' {
		comment := r.rest()
		r.next()
		switch {
		case r.indent > own:
			return r.block(own)
		case r.indent == own && !entry && r.dash():
			return r.sequence(own-1, true)
		case len(comment) > 1 && !ends(comment[1]) && comment[1] != '#':
			r.fault(at, "lint.yaml_comment", "text", quote(comment))
			return &Element{FilePlace: at, broken: true}
		}
		return &Element{FilePlace: at}
	}
	if entry {
		return r.block(own)
	}
	return r.value(own)
}

// sequence reads the entries of a sequence. It is level where its dashes stand
// below the first letter of the key that it belongs to.
func (r *documentReader) sequence(outer int, level bool) *Element {
	s := &Element{FilePlace: r.place(), Shape: Sequence}
	r.deeper(s)
	defer r.higher()
	r.sequences++
	defer func() { r.sequences-- }()
	own, odd := r.indent, r.indent
	for r.indent > outer {
		dash := r.dash() || gluedDash()(r.rest())
		switch {
		case dash && r.indent != own && r.indent != odd:
			r.misplaced(s.FilePlace)
			odd = r.indent
		case !dash && r.indent == own && level:
			return s
		}
		if dash {
			r.entry(s)
		} else {
			r.stray(s)
		}
	}
	return s
}

// entry reads a dash and what stands behind it.
func (r *documentReader) entry(s *Element) {
	own := r.indent
	if !r.dash() {
		r.fault(r.place(), "lint.yaml_dash", "text", "- "+strings.TrimRight(r.rest()[1:], " \t"))
		if r.indent++; r.below().indent > own {
			r.indent = r.below().indent - 1
		}
	}
	before := r.column
	r.advance(1)
	r.skipBlanks()
	r.indent += r.column - before
	s.Parts = append(s.Parts, r.behind(own, true))
	r.count(s)
}

// stray reads a line among the entries of a sequence that has no dash: a key of
// the entry above it.
func (r *documentReader) stray(s *Element) {
	var last *Element
	if len(s.Parts) > 0 {
		last = s.Parts[len(s.Parts)-1]
	}
	if last == nil || last.Shape != Mapping || r.colon() < 0 {
		if !r.tabbed {
			r.fault(r.place(), "lint.yaml_stray", "line", s.Row)
		}
		s.broken, s.Text = true, s.Text+r.skipLines(r.indent)
		return
	}
	r.misplaced(last.FilePlace)
	r.pair(last, &pairKeys{})
}
