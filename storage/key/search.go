package key

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lotse/flows"
	"lotse/flows/run"
)

const maxWords = 16

// Words are the words of a text to search for, in lower case and without
// anything that a search language could read as a sign; at most 16.
func Words(s string) []string {
	words := strings.FieldsFunc(strings.ToValidUTF8(s, " "), IsBetweenWords)
	if len(words) > maxWords {
		words = words[:maxWords]
	}
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	return words
}

// IsBetweenWords reports whether a rune is part of no word.
func IsBetweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

// Plain is a word without marks: "müller" and "muller" are one to a search.
func Plain(word string) string {
	if isASCII(word) {
		return strings.ToLower(word)
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// EncodeIndex gives an index as it is kept: a line of text for each entry, and
// what each is and where it stands, which is not searched.
func EncodeIndex(all []run.IndexEntry) (body, places string, err error) {
	lines := make([]string, len(all))
	heads := make([][2]string, len(all))
	for i, e := range all {
		lines[i], heads[i] = searchable(e.Text), [2]string{string(e.Kind), e.At.String()}
	}
	b, err := json.Marshal(heads)
	if err != nil {
		return "", "", fmt.Errorf("encode index: %w", err)
	}
	return strings.Join(lines, "\n"), string(b), nil
}

// searchable is a text as it is kept to be searched: one line of valid UTF-8,
// without the zero bytes that end it for some.
func searchable(s string) string {
	return strings.ToValidUTF8(oneLine.Replace(s), " ")
}

var oneLine = strings.NewReplacer("\x00", " ", "\n", " ")

// DecodeIndex reads what EncodeIndex gave; places is "" where an older version
// kept the text alone.
func DecodeIndex(body, places string) ([]run.IndexEntry, error) {
	lines := strings.Split(body, "\n")
	var heads [][2]string
	if places != "" {
		if err := json.Unmarshal([]byte(places), &heads); err != nil {
			return nil, fmt.Errorf("decode index: %w: %w", flows.ErrDamaged, err)
		}
	}
	all := make([]run.IndexEntry, len(lines))
	for i, line := range lines {
		all[i] = run.IndexEntry{Kind: run.OtherEntry, Text: line}
		if i < len(heads) {
			all[i].Kind = run.EntryKind(heads[i][0])
			all[i].At, _ = flows.ParseStep(heads[i][1])
		} else if i < len(olderKinds) {
			all[i].Kind = olderKinds[i]
		}
	}
	return all, nil
}

// olderKinds are what the first lines of a text of an older version are.
var olderKinds = []run.EntryKind{run.CustomerEntry, run.ProcedureEntry}

// maxHits is how many places of one run are told.
const maxHits = 5

// Hits are the places in a run where words stand, given as Words gives them:
// those that have all words, else those that have all of what the customer and the
// procedure lack, else those with any of that. Where customer and procedure have
// every word, the first hit is one of them. There is none where a word is missing.
func Hits(words []string, all []run.IndexEntry) []run.IndexEntry {
	found := newMatches(words, all)
	if len(words) == 0 || !found.has(found.every()) {
		return nil
	}
	lacking := found.lacking()
	var hits []run.IndexEntry
	if lacking == 0 {
		hits = found.heads()
	}
	full := found.with(found.every(), false)
	if len(full) == 0 && lacking != 0 {
		if full = found.with(lacking, false); len(full) == 0 {
			full = found.with(lacking, true)
		}
	}
	hits = append(hits, full...)
	return hits[:min(len(hits), maxHits)]
}

// Found is the first of the Hits unless the customer and the procedure have every
// word.
func Found(words []string, all []run.IndexEntry) (run.IndexEntry, bool) {
	hits := Hits(words, all)
	if len(hits) == 0 || isHead(hits[0].Kind) {
		return run.IndexEntry{}, false
	}
	return hits[0], true
}

func isHead(k run.EntryKind) bool { return k == run.CustomerEntry || k == run.ProcedureEntry }

// matches are the entries of an index, and which of the words each has: a bit a
// word.
type matches struct {
	words []string
	all   []run.IndexEntry
	in    []uint32
}

func newMatches(words []string, all []run.IndexEntry) *matches {
	m := &matches{all: all, in: make([]uint32, len(all))}
	for _, w := range words {
		m.words = append(m.words, Plain(w))
	}
	for i, e := range all {
		for _, part := range strings.FieldsFunc(e.Text, IsBetweenWords) {
			m.in[i] |= m.of(Plain(part))
		}
	}
	return m
}

// of is which of the words a part of a text begins with.
func (m *matches) of(part string) (bits uint32) {
	for j, w := range m.words {
		if strings.HasPrefix(part, w) {
			bits |= 1 << j
		}
	}
	return bits
}

func (m *matches) every() uint32 { return 1<<len(m.words) - 1 }

// has reports whether the entries together have the words.
func (m *matches) has(words uint32) bool {
	var any uint32
	for _, bits := range m.in {
		any |= bits
	}
	return any&words == words
}

// lacking are the words that neither customer nor procedure has.
func (m *matches) lacking() uint32 {
	words := m.every()
	for i, e := range m.all {
		if isHead(e.Kind) {
			words &^= m.in[i]
		}
	}
	return words
}

// heads is the customer, or else the procedure, that has a word.
func (m *matches) heads() []run.IndexEntry {
	for i, e := range m.all {
		if isHead(e.Kind) && m.in[i] != 0 {
			return []run.IndexEntry{m.excerpt(i)}
		}
	}
	return nil
}

// with are the entries, but customer and procedure, that have all of the words,
// or any of them.
func (m *matches) with(words uint32, any bool) (hits []run.IndexEntry) {
	for i, e := range m.all {
		if !isHead(e.Kind) && (m.in[i]&words == words || any && m.in[i]&words != 0) {
			hits = append(hits, m.excerpt(i))
		}
	}
	return hits
}

// The runes of an excerpt: so many at most, of which so many before the word.
const (
	excerptRunes  = 120
	excerptBefore = 30
)

// excerpt is an entry with the part of its text about the first word that was
// found.
func (m *matches) excerpt(i int) run.IndexEntry {
	e := m.all[i]
	if utf8.RuneCountInString(e.Text) <= excerptRunes {
		return e
	}
	runes := []rune(e.Text)
	from := max(min(m.first(e.Text)-excerptBefore, len(runes)-excerptRunes), 0)
	to := min(from+excerptRunes, len(runes))
	e.Text = strings.TrimSpace(string(runes[from:to]))
	if from > 0 {
		e.Text = "…" + e.Text
	}
	if to < len(runes) {
		e.Text += "…"
	}
	return e
}

// first is the number of runes before the first part of a text that begins with
// one of the words.
func (m *matches) first(text string) int {
	at, part := 0, []rune(nil)
	for i, r := range append([]rune(text), ' ') {
		if !IsBetweenWords(r) {
			part = append(part, r)
			continue
		}
		if m.of(Plain(string(part))) != 0 && len(part) > 0 {
			return at
		}
		at, part = i+1, part[:0]
	}
	return 0
}
