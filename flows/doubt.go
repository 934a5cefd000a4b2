package flows

import "time"

// Doubt is how a secret breaks a named rule. It is found when the secret is
// entered, and is all that is kept of that: it names nothing of the secret.
type Doubt struct {
	Rule     string `json:"rule"`
	Sentence string `json:"sentence,omitempty"` // code; "" is the rule's name
	Args     Args   `json:"args,omitempty"`
}

// Doubts judges a secret by the item's rules.
func (it *Item) Doubts(secret string, today time.Time) []Doubt {
	var doubts []Doubt
	for i := range it.Rules {
		rule := &it.Rules[i]
		spec, known := Rules[rule.Name]
		if !known || spec.check == nil || !spec.fits(TypeSecret) {
			continue
		}
		if b := spec.check(secret, rule.Args, today); b != nil {
			doubts = append(doubts, Doubt{rule.Name, b.sentence, b.named})
		}
	}
	return doubts
}

// Judged are the problems of a secret's doubts; a rule that the item does not
// have is none.
func (it *Item) Judged(doubts []Doubt) []Problem {
	var problems []Problem
	for _, d := range doubts {
		for i := range it.Rules {
			if rule := &it.Rules[i]; rule.Name == d.Rule {
				problems = append(problems, rule.broken(&breach{d.Sentence, d.Args}))
			}
		}
	}
	return problems
}
