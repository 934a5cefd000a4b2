package compare

import (
	"strconv"
	"strings"
)

// Words says the sentences of a plan in a language. It keeps what it has made,
// so that many findings are told fast; it is for one goroutine.
type Words struct {
	*Plan
	lang     string
	isolate  bool
	own      map[string]string // of the language
	english  map[string]string
	inSide   map[Side]string
	patterns map[pattern]string
	said     map[pattern]string // of rules, with their arguments
}

// pattern is by what a sentence is found.
type pattern struct {
	what, rule string
	side       Side
}

// Words are the sentences in a language; in English where there is none such.
func (p *Plan) Words(lang string) *Words {
	w := &Words{Plan: p, lang: lang, own: sentences()[lang], english: sentences()["en"], patterns: map[pattern]string{}, said: map[pattern]string{}}
	w.inSide = map[Side]string{Left: w.in(p.Left), Right: w.in(p.Right)}
	return w
}

// The marks around a value in Isolated: the isolates of Unicode, which no value
// has within.
const (
	IsolateOpen  = "\u2068"
	IsolateClose = "\u2069"
)

// Isolated are the same sentences with each value between isolates, so that a
// name in Hebrew leaves the order of a sentence alone.
func (w *Words) Isolated() *Words {
	isolated := w.Words(w.lang)
	isolated.isolate = true
	return isolated
}

// Title is Plan.Title.
func (w *Words) Title(r Rule) string {
	switch r {
	case OnlyLeft, OnlyRight:
		side := Left
		if r == OnlyRight {
			side = Right
		}
		return expand(w.say("title.only"), func(string) string { return w.inSide[side] })
	}
	return RuleTitle(w.lang, r)
}

// Repair is Plan.Repair.
func (w *Words) Repair(f *Finding) string { return w.RuleRepair(f.Rule, f.Side) }

// RuleRepair is Plan.RuleRepair.
func (w *Words) RuleRepair(r Rule, side Side) string { return w.of("repair", r, side) }

// RuleEffect is Plan.RuleEffect.
func (w *Words) RuleEffect(r Rule, side Side) string {
	effect := w.of("effect", r, side)
	if w.Kind == Suppliers && undocumented[r] {
		effect += " " + w.say("undocumented")
	}
	return effect
}

// undocumented are the rules of which it is known how they go with customers,
// not with suppliers.
var undocumented = map[Rule]bool{OverwriteByID: true, MergeByName: true}

// of is a sentence about a rule and none of its findings.
func (w *Words) of(what string, r Rule, side Side) string {
	p := pattern{what, string(r), side}
	s, ok := w.said[p]
	if !ok {
		s = expand(w.pattern(what, subject(r), side), func(name string) string { return w.place(name, side) })
		w.said[p] = s
	}
	return s
}

// say is a sentence as it stands.
func (w *Words) say(code string) string {
	if s, ok := w.own[code]; ok {
		return s
	}
	return w.english[code]
}

// pattern is the most particular sentence that there is.
func (w *Words) pattern(what, rule string, side Side) string {
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
func subject(r Rule) string {
	if r == OnlyLeft || r == OnlyRight {
		return "only"
	}
	return string(r)
}

// isKnown reports whether one side is Netvisor and the other Rackbeat: only of
// these is known what happens.
func (p *Plan) isKnown() bool {
	return p.Left == Netvisor && p.Right == Rackbeat || p.Left == Rackbeat && p.Right == Netvisor
}

// direction are the parts of a code for the direction, the most particular
// first; none between systems of which nothing is known.
func (p *Plan) direction(side Side) []string {
	if !p.isKnown() {
		return nil
	}
	d := ".none"
	switch p.Direction {
	case NetvisorToRackbeat:
		d = ".n2r"
	case RackbeatToNetvisor:
		d = ".r2n"
	}
	if side == Both {
		return []string{d}
	}
	own, _ := p.systems(side)
	return []string{d + "." + string(own), d}
}

// systems are whose side it is, and the other.
func (p *Plan) systems(side Side) (own, other System) {
	if side == Right {
		return p.Right, p.Left
	}
	return p.Left, p.Right
}

// in is "in SYSTEM", as the language says it.
func (w *Words) in(system System) string { return w.phrase("in", system) }

// phrase is a phrase about a system: the one made for it, or the general one.
func (w *Words) phrase(phrase string, system System) string {
	for _, code := range []string{phrase + "." + string(system) + "." + string(w.Kind), phrase + "." + string(system)} {
		if s := w.say(code); s != "" && system != "" {
			return s
		}
	}
	name := SystemName(system)
	if name == "" {
		name = w.say("nameless")
	}
	return expand(w.say(phrase), func(string) string { return name })
}

// place is what a sentence about a rule may name: a system and its screens, or
// a limit.
func (w *Words) place(name string, side Side) string {
	own, other := w.systems(side)
	mostCode, mostName := w.Kind.limits()
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
