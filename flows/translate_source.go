package flows

import (
	"slices"
	"strconv"
	"strings"
)

// What the comments begin with that Translate writes itself: what a text was when it
// was translated, what is to be written once its translation is right again, and what
// is no longer in the procedure.
const (
	wasMark   = "was: "
	staleMark = "stale: once it is right, write "
	goneMark  = "no longer in the procedure:"
)

// overlaySource is an overlay as it is written, line by line.
type overlaySource struct {
	head    []string // up to the first text
	indent  string   // of a text
	order   []string // paths
	entries map[string]*overlayEntry
	behind  []string // comments behind the last text
	tail    []string // what follows the texts

	goneBefore bool // among the comments are translations of what is gone
}

// overlayEntry is a translation as it is written.
type overlayEntry struct {
	digest   string
	comments []string // of the translator's, above it
	told     bool     // the text that it translates stands above it too
	source   string   // that text, as it was translated; "" where it is not known
	lines    []string
}

func newOverlaySource(id, lang string) *overlaySource {
	return &overlaySource{head: []string{"of: " + id, "language: " + lang, "texts:"}, indent: "  "}
}

// overlaySource reads an overlay that loads line by line; nil where there is none.
// Each of its texts has to begin in a line of its own.
func (l *loader) overlaySource(file, base string) (*overlaySource, error) {
	root := l.roots[file]
	if root == nil {
		return nil, nil
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(string(l.files[file]), "\r\n", "\n"), "\n"), "\n")
	begin, end := textsOf(root, len(lines))
	s := &overlaySource{indent: "  ", entries: map[string]*overlayEntry{}, tail: lines[end:]}
	pairs := root.Get("texts").Pairs
	last := begin
	for _, p := range pairs {
		if p.Key.Row <= last || p.Value.broken {
			return nil, Refuse(ErrFailed, p.Key.FilePlace, "translate.form", "file", file, "line", p.Key.Row)
		}
		last = p.Key.Row
	}
	if len(pairs) > 0 {
		s.indent = strings.Repeat(" ", pairs[0].Key.Column-1)
	}
	s.head = lines[:begin]
	if len(pairs) == 0 { // it may say so, as {}
		s.head = append(slices.Clone(lines[:begin-1]), "texts:")
	}
	gap := begin // the lines up to it are read
	for i, p := range pairs {
		next := end
		if i+1 < len(pairs) {
			next = pairs[i+1].Key.Row - 1
		}
		e := &overlayEntry{digest: digestIn(p.Value, base)}
		e.comments, e.source, e.told = s.remarks(lines[gap:p.Key.Row-1], base, e.digest)
		e.lines = withoutRemarks(lines[p.Key.Row-1:next], len(s.indent))
		gap = p.Key.Row - 1 + len(e.lines)
		s.order, s.entries[p.Key.Text] = append(s.order, p.Key.Text), e
	}
	s.behind, _, _ = s.remarks(lines[gap:end], base, "")
	return s, nil
}

// textsOf is where the texts of an overlay are: behind the line of their key, up to
// that of the next key.
func textsOf(root *Element, lines int) (begin, end int) {
	end = lines
	for _, p := range root.Pairs {
		switch {
		case p.Key.Text == "texts":
			begin = p.Key.Row
		case begin > 0:
			return begin, p.Key.Row - 1
		}
	}
	return begin, end
}

// digestIn is the digest of the text that an entry translates.
func digestIn(e *Element, base string) string {
	if at := e.Get(base); at != nil {
		return at.Text
	}
	return ""
}

// withoutRemarks cuts off the comments and empty lines behind an entry: they stand
// above the next.
func withoutRemarks(lines []string, indent int) []string {
	for len(lines) > 1 {
		last := lines[len(lines)-1]
		text := strings.TrimLeft(last, " ")
		if text != "" && (text[0] != '#' || len(last)-len(text) > indent) {
			break
		}
		lines = lines[:len(lines)-1]
	}
	return lines
}

// unfilled reports whether a comment is an entry that nobody has filled in yet.
func unfilled(remark string) bool {
	path, rest, _ := strings.Cut(remark, ": ")
	return !strings.Contains(path, " ") && strings.HasPrefix(rest, "{") && strings.HasSuffix(rest, `, text: ""}`)
}

// remarks parts the comments above an entry into those of the translator and those
// that Translate wrote; of these it gives the text whose digest the entry names.
func (s *overlaySource) remarks(lines []string, base, digest string) (own []string, source string, told bool) {
	var is, was []string
	for _, line := range lines {
		remark, comment := strings.CutPrefix(strings.TrimLeft(line, " "), "#")
		remark = strings.TrimPrefix(remark, " ")
		text, ofText := unquoted(remark, base+": ")
		old, ofOld := unquoted(remark, wasMark)
		switch {
		case comment && ofText:
			is = append(is, text)
		case comment && ofOld:
			was = append(was, old)
		case comment && strings.HasPrefix(remark, staleMark):
		case comment && unfilled(remark):
			is = nil // the text above is the one of that entry
		default:
			s.goneBefore = s.goneBefore || comment && remark == goneMark
			own = append(own, line)
		}
	}
	for _, lines := range [][]string{was, is} {
		if text := strings.Join(lines, "\n"); lines != nil && textDigest(text) == digest {
			source = text
		}
	}
	return own, source, is != nil
}

// unquoted is a line of a text that stands in a comment behind a mark.
func unquoted(remark, mark string) (text string, ok bool) {
	quoted, ok := strings.CutPrefix(remark, mark)
	if !ok || !strings.HasPrefix(quoted, `"`) {
		return "", false
	}
	text, err := strconv.Unquote(quoted)
	return text, err == nil
}
