// Package palette decides what is listed where a person types a few letters and
// means an action, a step, a run or a place in one: what there is, what matches,
// and in which order. It imports flows, flows/run and the fuzzy matcher.
//
// It exists so that both faces list the same: the full screen as it is typed, line
// mode as numbered lines.
package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
	"lotse/flows/run"
)

// Kind is what an entry leads to.
type Kind int

// The kinds of entries.
const (
	Action Kind = iota
	Step
	Run
	Customer
	Place // where words stand in a run
)

// kinds are all kinds, in the order in which they are listed unless one matches
// better.
var kinds = []Kind{Action, Step, Run, Customer, Place}

// Entry is a line of the list.
type Entry struct {
	Kind   Kind
	Text   string // what is matched
	Beside string // what is shown with it: a key, a state, whose run it is
	Marks  []int  // the runes of Text that match, in order

	Key      string        // of an Action
	Customer run.Customer  // of a Customer
	Run      string        // id of the run; "" for the one that is open
	At       flows.Address // in the run; zero: where it is to go on

	plain string // Text folded, once Match has needed it
}

// most is how many entries of a kind are listed.
const most = 8

// Match gives the entries that a text matches, with the letters that match marked:
// the kind with the best match first, and the best of each kind first. Every word of the text must match, in any order;
// of a Place the store has seen to that. Without a text every entry matches, and
// their order stays. It keeps in all what it needs again with the next letter.
func Match(text string, all []Entry) []Entry {
	words := strings.Fields(folded(text))
	by := map[Kind][]scored{}
	for i := range all {
		if all[i].plain == "" {
			all[i].plain = folded(all[i].Text)
		}
		if s, ok := match(words, all[i]); ok {
			by[s.Kind] = append(by[s.Kind], s)
		}
	}
	byScore := func(a, b scored) int { return cmp.Compare(b.score, a.score) }
	order := slices.DeleteFunc(slices.Clone(kinds), func(k Kind) bool { return len(by[k]) == 0 })
	for _, k := range order {
		slices.SortStableFunc(by[k], byScore)
	}
	if len(words) > 0 {
		slices.SortStableFunc(order, func(a, b Kind) int { return cmp.Compare(by[b][0].whole(), by[a][0].whole()) })
	}
	var found []Entry
	for _, k := range order {
		for _, s := range by[k][:min(len(by[k]), limit(k, words))] {
			found = append(found, s.Entry)
		}
	}
	return found
}

// limit is how many entries of a kind are listed: all actions and steps where
// nothing is typed, since then they are read through.
func limit(k Kind, words []string) int {
	if len(words) == 0 && k <= Step {
		return 1 << 10
	}
	return most
}

// scored is an entry and how well it matches.
type scored struct {
	Entry
	score int // a letter of the text that is not typed costs one
}

// whole is the score whatever the length of the text: by it kinds are compared,
// whose texts are not of one length.
func (s *scored) whole() int { return s.score + len(s.Text) }

func match(words []string, e Entry) (scored, bool) {
	s := scored{Entry: e}
	if e.Kind == Place {
		s.score = lastScore
	}
	text := e.plain
	for _, w := range words {
		if e.Kind == Place {
			s.Marks = append(s.Marks, beginning(w, text)...)
			continue
		}
		found := fuzzy.Find(w, []string{text})
		if len(found) == 0 || found[0].Score+len(text)-len(w) < wanted(w) {
			begins := beginning(w, text) // which is a match, however far in a long text it stands
			if len(begins) == 0 {
				return s, false
			}
			s.Marks, s.score = append(s.Marks, begins...), s.score+wanted(w)-len(text)
			continue
		}
		s.score += found[0].Score
		for _, at := range found[0].MatchedIndexes {
			s.Marks = append(s.Marks, len([]rune(text[:at])))
		}
	}
	slices.Sort(s.Marks)
	s.Marks = slices.Compact(s.Marks)
	return s, true
}

// lastScore puts a kind behind all others.
const lastScore = -1 << 20

// wanted is the least score of a word, whatever the length of the text: letters
// that stand scattered over a long text are no match.
func wanted(word string) int { return 15 * (len([]rune(word)) - 1) }

// beginning are the runes where a word begins one of the text.
func beginning(word, text string) (marks []int) {
	runes, want := []rune(text), []rune(word)
	for i := range runes {
		if (i == 0 || !isOfWord(runes[i-1])) && len(runes)-i >= len(want) && slices.Equal(runes[i:i+len(want)], want) {
			for j := range want {
				marks = append(marks, i+j)
			}
		}
	}
	return marks
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// folded is a text in small letters without marks, rune by rune: a letter that is
// found stands in the text where it stands here.
func folded(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return strings.ToLower(s)
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x80 {
			r = []rune(norm.NFD.String(string(r)))[0]
		}
		return unicode.ToLower(r)
	}, s)
}
