package compare

import (
	"strconv"
	"strings"
	"sync"

	"lotse/flows"
)

// sentences are what a person reads of a comparison. A code has up to four
// parts, as in effect.only.products.n2r.netvisor: what is said of which rule, in
// which register, in which direction, of a row of which system. The most
// particular one is said.
var sentences = sync.OnceValue(func() flows.Sentences {
	return flows.Sentences{"en": inEnglish(), "de": inGerman(), "fi": inFinnish()}
})

// RuleTitle names a rule in a few words.
func RuleTitle(lang string, r Rule) string {
	return sentences().Say(lang, "title."+string(r), nil)
}

// Title names a rule in a few words, with the names of the systems where
// RuleTitle speaks of left and right.
func (p *Plan) Title(lang string, r Rule) string {
	switch r {
	case OnlyLeft:
		return p.speaker(lang).say("title.only", map[string]string{"in": p.speaker(lang).in(p.Left)})
	case OnlyRight:
		return p.speaker(lang).say("title.only", map[string]string{"in": p.speaker(lang).in(p.Right)})
	}
	return RuleTitle(lang, r)
}

// Detail says in one sentence what was found, with both values: short, on one
// line, and without what a terminal may obey or what turns the writing.
func (p *Plan) Detail(lang string, f *Finding) string { return p.speaker(lang).detail(f) }

// Effect says what happens if nothing is done; the direction decides. Of a pair
// it is the dry run: what becomes of which card.
func (p *Plan) Effect(lang string, f *Finding) string { return p.speaker(lang).effect(f) }

// Repair says where it is put right: which screen of which system.
func (p *Plan) Repair(lang string, f *Finding) string { return p.RuleRepair(lang, f.Rule, f.Side) }

// RuleEffect is Effect of all findings of a rule on a side, without their
// values.
func (p *Plan) RuleEffect(lang string, r Rule, side Side) string {
	return p.speaker(lang).ruleEffect(r, side)
}

// RuleRepair is Repair of all findings of a rule on a side.
func (p *Plan) RuleRepair(lang string, r Rule, side Side) string {
	s := p.speaker(lang)
	return s.most("repair", subject(r), s.direction(side), s.places(side))
}

// The marks around a value in DetailIsolated and EffectIsolated: the isolates
// of Unicode, which no value has within.
const (
	IsolateOpen  = "\u2068"
	IsolateClose = "\u2069"
)

// DetailIsolated is Detail with each value between isolates, so that a name in
// Hebrew leaves the order of the sentence alone.
func (p *Plan) DetailIsolated(lang string, f *Finding) string {
	s := p.speaker(lang)
	s.isolate = true
	return s.detail(f)
}

// EffectIsolated is Effect with each value between isolates.
func (p *Plan) EffectIsolated(lang string, f *Finding) string {
	s := p.speaker(lang)
	s.isolate = true
	return s.effect(f)
}

// SystemName is a system as it is written: Netvisor, Rackbeat, or as it was
// given.
func SystemName(s System) string {
	switch s {
	case Netvisor:
		return "Netvisor"
	case Rackbeat:
		return "Rackbeat"
	}
	return Short(string(s), mostSystem)
}

// The most characters of a value in a sentence.
const (
	mostSystem = 30
	mostCode   = 40
	mostName   = 80
)

// Short is a value from outside as a sentence can show it: one clean line of at
// most so many characters.
func Short(s string, most int) string {
	cut := len(s) > 8*most
	if cut {
		s = s[:8*most]
	}
	s = strings.TrimSpace(flows.CleanLine(s))
	if len(s) <= most && !cut {
		return s
	}
	if letters := []rune(s); len(letters) > most || cut {
		return string(letters[:min(len(letters), most-1)]) + "…"
	}
	return s
}

// speaker says the sentences of a plan in a language.
type speaker struct {
	*Plan
	lang    string
	isolate bool
}

func (p *Plan) speaker(lang string) speaker { return speaker{Plan: p, lang: lang} }

func (s speaker) say(code string, args map[string]string) string {
	return sentences().Say(s.lang, code, args)
}

// has reports whether there is a sentence: in the language, or in English, which
// has all but phrases that a language needs for itself.
func (s speaker) has(code string) bool {
	_, own := sentences()[s.lang][code]
	_, english := sentences()["en"][code]
	return own || english
}

// most says the most particular sentence that there is.
func (s speaker) most(what, rule string, direction []string, args map[string]string) string {
	for _, d := range append(direction, "") {
		for _, k := range []string{"." + string(s.Kind), ""} {
			if code := what + "." + rule + k + d; s.has(code) {
				return s.say(code, args)
			}
		}
	}
	return ""
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
func (s speaker) direction(side Side) []string {
	if !s.isKnown() {
		return nil
	}
	d := ".none"
	switch s.Direction {
	case NetvisorToRackbeat:
		d = ".n2r"
	case RackbeatToNetvisor:
		d = ".r2n"
	}
	if side == Both {
		return []string{d}
	}
	system, _ := s.systems(side)
	return []string{d + "." + string(system), d}
}

// systems are whose side it is, and the other.
func (s speaker) systems(side Side) (own, other System) {
	if side == Right {
		return s.Right, s.Left
	}
	return s.Left, s.Right
}

// in is "in SYSTEM", as the language says it.
func (s speaker) in(system System) string { return s.place("in", system) }

// place is a phrase about a system: the one made for it, or the general one.
func (s speaker) place(phrase string, system System) string {
	name := SystemName(system)
	for _, code := range []string{phrase + "." + string(system) + "." + string(s.Kind), phrase + "." + string(system)} {
		if system != "" && s.has(code) {
			return s.say(code, nil)
		}
	}
	if name == "" {
		name = s.say("nameless", nil)
	}
	return s.say(phrase, map[string]string{"system": name})
}

// places are the arguments of a sentence about no particular row.
func (s speaker) places(side Side) map[string]string {
	own, other := s.systems(side)
	code, name := s.Kind.limits()
	return map[string]string{
		"in": s.in(own), "on": s.place("on", own), "fix": s.place("fix", own),
		"from": s.place("from", own), "in_other": s.in(other), "to_other": s.place("to", other),
		"on_left": s.place("on", s.Left), "on_right": s.place("on", s.Right),
		"fix_left": s.place("fix", s.Left), "fix_right": s.place("fix", s.Right),
		"most_code": strconv.Itoa(code), "most_name": strconv.Itoa(name),
	}
}
