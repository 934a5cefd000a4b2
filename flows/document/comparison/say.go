package comparison

import (
	"strconv"
	"strings"

	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// Words says what a comparison found, in a language; in English where there is
// none such. It keeps what it has made, so that many findings are told fast; it
// is for one goroutine.
//
// A sentence is found by up to four parts of a code: what is said of which rule,
// in which register, in which direction, of a row of which system. The most
// particular one is said.
type Words struct {
	*compare.Plan
	lang      string
	isolate   bool
	what      string    // a card of the register
	dry       [2]string // what becomes of a pair: of one code, of two; "" where that is not known
	inSide    map[compare.Side]string
	sentences map[string]string // by their code, without its area
	patterns  map[pattern]string
	said      map[pattern]string // of rules, with their arguments
}

// pattern is by what a sentence is found.
type pattern struct {
	what, rule string
	side       compare.Side
}

// NewWords are the words of a plan in a language.
func NewWords(p *compare.Plan, lang string) *Words {
	w := &Words{Plan: p, lang: lang, sentences: map[string]string{}, patterns: map[pattern]string{}, said: map[pattern]string{}}
	w.what = w.say("what." + string(p.Kind))
	w.inSide = map[compare.Side]string{compare.Left: w.phrase("in", p.Left), compare.Right: w.phrase("in", p.Right)}
	if w.isKnown() {
		code := "dry" + w.direction(compare.Both)[0]
		w.dry = [2]string{w.say(code), w.say(code + ".other")}
	}
	return w
}

// The marks around a value in Isolated: the isolates of Unicode, which no value
// has within.
const (
	IsolateOpen  = "\u2068"
	IsolateClose = "\u2069"
)

// Isolated are the same words with each value between isolates, so that a name
// in Hebrew leaves the order of a sentence alone.
func (w *Words) Isolated() *Words {
	isolated := NewWords(w.Plan, w.lang)
	isolated.isolate = true
	return isolated
}

// Title names a rule in a few words.
func (w *Words) Title(r compare.Rule) string {
	p := pattern{what: "title", rule: string(r)}
	s, ok := w.said[p]
	if !ok {
		s = words.Say(w.lang, w.Plan.Title(r))
		w.said[p] = s
	}
	return s
}

// Repair says where a finding is put right: which screen of which system.
func (w *Words) Repair(f *compare.Finding) string { return w.RuleRepair(f.Rule, f.Side) }

// RuleRepair is Repair of all findings of a rule on a side.
func (w *Words) RuleRepair(r compare.Rule, side compare.Side) string { return w.of("repair", r, side) }

// RuleEffect is Effect of all findings of a rule on a side, without their
// values.
func (w *Words) RuleEffect(r compare.Rule, side compare.Side) string {
	effect := w.of("effect", r, side)
	if w.Kind == compare.Suppliers && undocumented[r] {
		effect += " " + w.say("undocumented")
	}
	return effect
}

// undocumented are the rules of which it is known how they go with customers,
// not with suppliers.
var undocumented = map[compare.Rule]bool{compare.OverwriteByID: true, compare.MergeByName: true}

// of is a sentence about a rule and none of its findings.
func (w *Words) of(what string, r compare.Rule, side compare.Side) string {
	p := pattern{what, string(r), side}
	s, ok := w.said[p]
	if !ok {
		s = expand(w.pattern(what, subject(r), side), func(name string) string { return w.place(name, side) })
		w.said[p] = s
	}
	return s
}

// say is a sentence as it stands; "" where there is none.
func (w *Words) say(code string) string {
	s, ok := w.sentences[code]
	if !ok {
		s, _ = words.Sentence(w.lang, "compare."+code)
		w.sentences[code] = s
	}
	return s
}

// pattern is the most particular sentence that there is.
func (w *Words) pattern(what, rule string, side compare.Side) string {
	p := pattern{what, rule, side}
	s, ok := w.patterns[p]
	if ok {
		return s
	}
	for _, d := range append(w.direction(side), "") {
		for _, k := range []string{"." + string(w.Kind), ""} {
			if s == "" {
				s = w.say(what + "." + rule + k + d)
			}
		}
	}
	w.patterns[p] = s
	return s
}

// subject is the rule by which a sentence is found: the two sides share it.
func subject(r compare.Rule) string {
	if r == compare.OnlyLeft || r == compare.OnlyRight {
		return "only"
	}
	return string(r)
}

// isKnown reports whether one side is Netvisor and the other Rackbeat: only of
// these is known what happens.
func (w *Words) isKnown() bool {
	return w.Left == compare.Netvisor && w.Right == compare.Rackbeat || w.Left == compare.Rackbeat && w.Right == compare.Netvisor
}

// direction are the parts of a code for the direction, the most particular
// first; none between systems of which nothing is known.
func (w *Words) direction(side compare.Side) []string {
	if !w.isKnown() {
		return nil
	}
	d := ".none"
	switch w.Direction {
	case compare.NetvisorToRackbeat:
		d = ".n2r"
	case compare.RackbeatToNetvisor:
		d = ".r2n"
	}
	if side == compare.Both {
		return []string{d}
	}
	own, _ := w.systems(side)
	return []string{d + "." + string(own), d}
}

// systems are whose side it is, and the other.
func (w *Words) systems(side compare.Side) (own, other compare.System) {
	if side == compare.Right {
		return w.Right, w.Left
	}
	return w.Left, w.Right
}

// phrase is a phrase about a system: the one made for it, or the general one.
func (w *Words) phrase(phrase string, system compare.System) string {
	for _, code := range []string{phrase + "." + string(system) + "." + string(w.Kind), phrase + "." + string(system)} {
		if s := w.say(code); s != "" && system != "" {
			return s
		}
	}
	name := compare.SystemName(system)
	if name == "" {
		name = w.say("nameless")
	}
	return expand(w.say(phrase), func(string) string { return name })
}

// place is what a sentence about a rule may name: a system and its screens, or
// a limit.
func (w *Words) place(name string, side compare.Side) string {
	own, other := w.systems(side)
	mostCode, mostName := w.Kind.Limits()
	switch name {
	case "most_code":
		return strconv.Itoa(mostCode)
	case "most_name":
		return strconv.Itoa(mostName)
	}
	phrase, which, _ := strings.Cut(name, "_")
	switch which {
	case "left":
		return w.phrase(phrase, w.Left)
	case "right":
		return w.phrase(phrase, w.Right)
	case "other":
		return w.phrase(phrase, other)
	}
	return w.phrase(phrase, own)
}

// expand replaces {name} in a sentence of ours by what value gives for it; what
// it gives is taken as it is.
func expand(sentence string, value func(name string) string) string {
	before, rest, found := strings.Cut(sentence, "{")
	if !found {
		return sentence
	}
	var b strings.Builder
	b.Grow(2 * len(sentence))
	for found {
		b.WriteString(before)
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(value(name))
		before, rest, found = strings.Cut(after, "{")
	}
	b.WriteString(before)
	return b.String()
}
