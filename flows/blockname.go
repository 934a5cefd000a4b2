package flows

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// names finds fields by what people call them.
type names struct {
	fields []*Item
	known  [][]string // of each field: its label and its id, as plain words
}

// byType are the words by which a field is called after its type, in the
// languages of the procedures.
var byType = map[Type]string{
	TypeSecret: "secret, client secret, key, api key, password, passwort, geheimnis, clientgeheimnis, schluessel, schlüssel, salaisuus, salasana, avain",
	TypeEmail:  "mail, e mail, email, mail address, email address, e mail address, e mail adresse, mailadresse, sähköposti, sähköpostiosoite",
	TypeURL:    "url, uri, link, web address, endpoint, adresse, osoite",
	TypeDate:   "date, datum, päivä, päivämäärä",
}

const (
	maxName    = 60 // bytes of a name
	separators = ":=\t|"
)

func newNames(fields []*Item) names {
	n := names{}
	for _, it := range fields {
		if it.Kind != KindField || it.Field.Type == TypeFile {
			continue
		}
		n.fields = append(n.fields, it)
		n.known = append(n.known, []string{plainWords(it.Label), plainWords(it.ID)})
	}
	return n
}

// plainWords are the words of a name, in small letters with one blank between.
func plainWords(s string) string {
	s = norm.NFC.String(strings.ToLower(s))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// How well a name fits.
const (
	fitsType = 1 + iota
	fitsPart
	fitsWhole
)

// find gives the field of a name; nil where none fits, or several as well.
func (n names) find(name string) *Item { return n.best(name, fitsType) }

// exact is find for the whole of a label or an id.
func (n names) exact(name string) *Item { return n.best(name, fitsWhole) }

func (n names) best(name string, least int) *Item {
	words := plainWords(name)
	if words == "" || len(name) > maxName {
		return nil
	}
	var found *Item
	most, twice := 0, false
	for i, it := range n.fields {
		switch fit := n.fit(i, words); {
		case fit > most:
			found, most, twice = it, fit, false
		case fit == most:
			twice = true
		}
	}
	if most < least || twice {
		return nil
	}
	return found
}

// fit tells how well words fit the field at i; 0: not at all.
func (n names) fit(i int, words string) int {
	best := 0
	for _, known := range n.known[i] {
		switch {
		case known == "":
		case strings.ReplaceAll(known, " ", "") == strings.ReplaceAll(words, " ", ""):
			return fitsWhole
		case within(words, known) || within(known, words):
			best = fitsPart
		}
	}
	if best == 0 && slices.Contains(strings.Split(byType[n.fields[i].Field.Type], ", "), words) {
		best = fitsType
	}
	return best
}

// within reports whether all words of a stand in b.
func within(a, b string) bool {
	have := strings.Fields(b)
	for _, w := range strings.Fields(a) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

// cut finds the name at the beginning of a line and what stands behind it; it
// is nil for none.
func (n names) cut(line string) (it *Item, value string) {
	for i, r := range line {
		wide := strings.HasPrefix(line[i:], "  ")
		if i > maxName || !wide && !strings.ContainsRune(separators, r) {
			continue
		}
		if it = n.find(strings.Trim(line[:i], `"' `)); it != nil {
			return it, behind(line[i:])
		}
	}
	return nil, ""
}

// behind is the value behind a name. One separator goes: a secret may begin
// with a sign of its own.
func behind(rest string) string {
	const blanks = " \t|"
	rest = strings.TrimLeft(rest, blanks)
	if strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "=") {
		rest = rest[1:]
	}
	return strings.TrimLeft(rest, blanks)
}

// inside finds a further name in a value: whole, with a separator behind it.
func (n names) inside(value string) (first string, it *Item, rest string) {
	for i := range value {
		if value[i] != ':' && value[i] != '=' {
			continue
		}
		before := value[:i]
		for at := strings.LastIndexAny(strings.TrimRight(before, " "), " ,;\t"); at > 0 && i-at < maxName; at = strings.LastIndexAny(before[:at], " ,;\t") {
			if it = n.exact(before[at:]); it != nil {
				return strings.TrimRight(value[:at], " ,;\t"), it, value[i+1:]
			}
		}
	}
	return value, nil, ""
}
