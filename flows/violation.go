package flows

import (
	"maps"
	"time"
)

// valueArg is the argument of a violation that is the answer itself.
const valueArg = "value"

// RuleViolation says that a secret breaks a named rule. It is found when the
// secret is entered, and it is all that is kept of that check: it contains no
// part of the secret.
type RuleViolation struct {
	Rule     string `json:"rule"`
	Sentence string `json:"sentence,omitempty"` // code; "" is the rule's name
	Args     Args   `json:"args,omitempty"`
}

// CheckSecret checks a secret against the item's named rules and gives the
// rules that it breaks.
func (it *Item) CheckSecret(secret string, today time.Time) []RuleViolation {
	var violations []RuleViolation
	for i := range it.Rules {
		rule := &it.Rules[i]
		spec, known := Rules[rule.Name]
		if !known || spec.check == nil || !spec.fits(TypeSecret) {
			continue
		}
		if v := spec.check(secret, rule.Args, today); v != nil {
			violations = append(violations, spec.withoutValue(v))
		}
	}
	return violations
}

// withoutValue is what may be kept of a secret's violation of the rule.
func (spec *RuleSpec) withoutValue(v *violation) RuleViolation {
	kept := RuleViolation{spec.Name, v.sentence, maps.Clone(v.named)}
	delete(kept.Args, valueArg)
	if kept.Sentence == "" {
		kept.Sentence = spec.ofSecret
	}
	return kept
}

// ViolationProblems makes problems of the rules that a secret broke when it
// was entered. A rule that the item no longer has is left out.
func (it *Item) ViolationProblems(violations []RuleViolation) []Problem {
	var problems []Problem
	for _, v := range violations {
		for i := range it.Rules {
			if rule := &it.Rules[i]; rule.Name == v.Rule {
				problems = append(problems, rule.violationProblem(&violation{v.Sentence, v.Args}))
			}
		}
	}
	return problems
}
