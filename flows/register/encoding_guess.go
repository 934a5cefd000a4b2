package register

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// What encoding a text has that is not UTF-8, its letters say: in the right one
// the signs beyond ASCII are those that German, Finnish, Swedish and English have
// inside words, small ones and capitals where those belong; in a wrong one there
// are quotes, marks and lines inside words.

// EncodingGuess is what the letters of a text say of its encoding.
type EncodingGuess struct {
	Best string // the encoding that they fit better; "" where there is none
	Sure bool   // they do not fit as they are read, and no other encoding but Best
	Odd  bool   // many do not fit as they are read
}

// candidate is an encoding that a text may have.
type candidate struct {
	name  string
	runes [256]rune
	maybe bool // it is only named, never taken
}

var candidates = sync.OnceValue(func() []*candidate {
	var all []*candidate
	for _, p := range codePages {
		c := &candidate{name: p.name, maybe: p.name == "windows-1250"}
		for b := range c.runes {
			c.runes[b] = letterOf(p.set, byte(b))
		}
		if p.name != "cp865" && p.name != "windows-1257" { // those fit whatever cp850 and windows-1252 fit
			all = append(all, c)
		}
	}
	return all
})

const (
	mostLetters = 4000 // that are looked at
	fewestOdd   = 4    // of which is said that they do not fit
)

// score is how well an encoding fits a text.
type score struct{ good, bad, points int }

// PageBytes are the bytes that a text in UTF-8 has in an encoding of which a byte
// is a letter, ? for what is not in it: in Windows-1252 for any other.
func PageBytes(encoding, text string) []byte {
	bytesOf := pageBytes()[encoding]
	if bytesOf == nil {
		bytesOf = pageBytes()[Windows]
	}
	out := make([]byte, 0, len(text))
	for _, c := range text {
		b, ok := byte(c), c < utf8.RuneSelf //nolint:gosec // only where it is ASCII
		if !ok {
			b, ok = bytesOf[c]
		}
		if !ok {
			b = '?'
		}
		out = append(out, b)
	}
	return out
}

var pageBytes = sync.OnceValue(func() map[string]map[rune]byte {
	all := map[string]map[rune]byte{}
	for _, p := range codePages {
		bytesOf := map[rune]byte{}
		for c := 0x80; c <= 0xff; c++ {
			bytesOf[letterOf(p.set, byte(c))] = byte(c)
		}
		all[p.name] = bytesOf
	}
	return all
})

// GuessEncoding judges texts, in bytes, that are read in an encoding of Encodings.
func GuessEncoding(texts func(yield func([]byte) bool), read string) EncodingGuess {
	all := candidates()
	scores := make([]score, len(all))
	n := 0
	texts(func(text []byte) bool {
		for i, c := range all {
			c.score(text, &scores[i])
		}
		for _, b := range text {
			if b >= utf8.RuneSelf {
				n++
			}
		}
		return n < mostLetters
	})
	return verdict(all, scores, n, read)
}

// verdict weighs the scores of n signs.
func verdict(all []*candidate, scores []score, n int, read string) EncodingGuess {
	mine, best := 0, -1
	for i, c := range all {
		if c.name == read {
			mine = i
		}
	}
	for i := range all {
		if i != mine && scores[i].points > 0 && scores[i].bad*20 <= n && (best < 0 || scores[i].points > scores[best].points) {
			best = i
		}
	}
	as := scores[mine]
	l := EncodingGuess{Odd: as.bad*4 >= n && n >= fewestOdd}
	if best < 0 || scores[best].points <= as.points || as.bad == 0 && scores[best].points < 2*as.points {
		return l
	}
	l.Best = all[best].name
	l.Sure = !all[best].maybe && as.bad*4 >= n && (n > 1 || as.points <= pointsControl) || l.Best == Latin9 && as.bad > scores[best].bad // the two differ in few
	for i, c := range all {
		if i != best && i != mine && scores[i] == scores[best] && !c.isLike(all[best]) {
			l.Sure = false
		}
	}
	return l
}

// isLike reports whether an encoding that fits as well as another is no reason to
// doubt that one: it has the same letters, or is rare.
func (c *candidate) isLike(best *candidate) bool {
	return c.maybe || best.name == DOS && c.name == DOSUS || best.name == Windows && c.name == Latin9
}

// The points of a sign at its place.
const (
	pointsCommon  = 3  // a letter that is everywhere
	pointsLetter  = 1  // another letter
	pointsFits    = 1  // a mark where it belongs
	pointsCase    = -3 // a capital inside a word, or the other way round
	pointsInside  = -4 // no letter, inside a word
	pointsGraphic = -2 // a line, a sign of mathematics
	pointsControl = -8 // no sign at all
)

// score counts what a text is in an encoding.
func (c *candidate) score(text []byte, s *score) {
	for i, b := range text {
		if b < utf8.RuneSelf {
			continue
		}
		var before, after rune
		if i > 0 {
			before = c.runes[text[i-1]]
		}
		if i+1 < len(text) {
			after = c.runes[text[i+1]]
		}
		p := pointsOf(before, c.runes[b], after)
		s.points += p
		switch {
		case p > 0:
			s.good++
		case p < 0:
			s.bad++
		}
	}
}

// pointsOf is how well a sign stands between two others.
func pointsOf(before, c, after rune) int {
	inside := unicode.IsLetter(before) && unicode.IsLetter(after)
	switch {
	case c < 0xa0 || c == utf8.RuneError:
		return pointsControl
	case unicode.IsLetter(c) && c <= 0x17f && c != 'ª' && c != 'º':
		return letterPoints(before, c, after)
	case c == 0xa0 || c == 0xad:
		return 0
	case isMark(c):
		return markPoints(before, c, after)
	case inside:
		return pointsInside
	case unicode.IsLetter(before) || unicode.IsLetter(after):
		return pointsInside
	}
	return pointsGraphic
}

// common has a bit for each of the letters from U+00C0 on that are everywhere.
var common = sync.OnceValue(func() (bits uint64) {
	for _, c := range "äöüßåéøæÄÖÜÅÉØÆ" {
		bits |= 1 << (c - 0xc0)
	}
	return bits
})

func isCommon(c rune) bool { return c >= 0xc0 && c <= 0xff && common()>>(c-0xc0)&1 != 0 }

func letterPoints(before, c, after rune) int {
	switch {
	case !unicode.IsLetter(before) && !unicode.IsLetter(after):
		return 0 // alone
	case unicode.IsLower(c) && unicode.IsUpper(after):
		return pointsCase
	case unicode.IsUpper(c) && (unicode.IsLower(before) || unicode.IsUpper(before) && unicode.IsLower(after)):
		return pointsCase
	case isCommon(c):
		return pointsCommon
	}
	return pointsLetter
}

// isMark reports whether a sign is a mark of texts that are no sets of signs.
func isMark(c rune) bool {
	switch c {
	case '‘', '’', '‚', '“', '”', '„', '‹', '›', '«', '»', '–', '—', '…', '€', '£', '™', '®', '©', '°', '²', '³', 'ª', 'º', 'µ', '·', '§', '½', '¼', '¾', '×', '±', '´':
		return true
	}
	return false
}

// markPoints is how well a mark stands: quotes open before a word and close behind
// one, signs stand behind words and numbers.
func markPoints(before, c, after rune) int {
	left, right := unicode.IsLetter(before), unicode.IsLetter(after)
	switch c {
	case '’', '´', '‘':
		if left {
			return pointsFits
		}
		return 0
	case '–', '—':
		if left && right {
			return -1
		}
		return pointsFits
	case '„', '‚', '«', '‹', '§', 'µ', '±':
		if left {
			return pointsInside
		}
	case '×':
	case '°':
		if right && left {
			return pointsInside
		}
	case '“', '”', '»', '›':
		if left && right {
			return pointsInside
		}
	default:
		if right || left && (c == '€' || c == '£' || c == '½' || c == '¼' || c == '¾') {
			return pointsInside
		}
	}
	return pointsFits
}

// HasUncommon reports whether a text in UTF-8 has a sign beyond ASCII that is not
// one of the letters that are everywhere.
func HasUncommon(s string) bool {
	const high = 0x8080808080808080
	letters := common()
	for {
		for len(s) >= 8 && (uint64(s[0])|uint64(s[1])<<8|uint64(s[2])<<16|uint64(s[3])<<24|uint64(s[4])<<32|uint64(s[5])<<40|uint64(s[6])<<48|uint64(s[7])<<56)&high == 0 {
			s = s[8:]
		}
		i := 0
		for i < len(s) && s[i] < utf8.RuneSelf {
			i++
		}
		if i == len(s) {
			return false
		}
		if s[i] != 0xc3 || i+1 == len(s) || letters>>(s[i+1]&0x3f)&1 == 0 {
			return true
		}
		s = s[i+2:]
	}
}
