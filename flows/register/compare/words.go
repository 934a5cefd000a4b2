package compare

import (
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
func (p *Plan) Title(lang string, r Rule) string { return p.Words(lang).Title(r) }

// Detail says in one sentence what was found, with both values: short, on one
// line, and without what a terminal may obey or what turns the writing. Who
// tells many findings takes Words.
func (p *Plan) Detail(lang string, f *Finding) string { return p.Words(lang).Detail(f) }

// Effect says what happens if nothing is done; the direction decides. Of a pair
// it is the dry run: what becomes of which card.
func (p *Plan) Effect(lang string, f *Finding) string { return p.Words(lang).Effect(f) }

// Repair says where it is put right: which screen of which system.
func (p *Plan) Repair(lang string, f *Finding) string { return p.Words(lang).Repair(f) }

// RuleEffect is Effect of all findings of a rule on a side, without their
// values.
func (p *Plan) RuleEffect(lang string, r Rule, side Side) string {
	return p.Words(lang).RuleEffect(r, side)
}

// RuleRepair is Repair of all findings of a rule on a side.
func (p *Plan) RuleRepair(lang string, r Rule, side Side) string {
	return p.Words(lang).RuleRepair(r, side)
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
