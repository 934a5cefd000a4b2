package flows

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

const ruleWanted = "wanted"

// RuleSpec is a named rule, which a procedure can use under its name.
type RuleSpec struct {
	Name  string
	Doc   string // one sentence for whoever writes procedures
	Types []Type // types of fields that it fits; none: all but secrets
	Args  []ArgSpec
	// check gives what a sentence about the broken rule names, and false where
	// the rule is broken. It is asked about each of several answers.
	check func(v Value, args map[string]string, today time.Time) (named map[string]string, ok bool)
}

// ArgSpec is an argument of a named rule.
type ArgSpec struct {
	Name string
	Doc  string
	// fits says what is wrong with an argument, "" where nothing is.
	fits func(string) string
}

// texts are the types that are one text.
var texts = []Type{TypeText, TypeEmail, TypeEmails, TypeURL, TypeCode}

// Rules are the named rules by name.
var Rules = map[string]RuleSpec{
	ruleWanted: {Name: ruleWanted, Doc: "An answer is wanted, though not required; give it the level warn.", check: nil},
	"max-length": {
		Name: "max-length", Doc: "At most so many characters.", Types: texts,
		Args:  []ArgSpec{{"max", "the most characters", fitsCount}},
		check: textRule(func(s string, args map[string]string) bool { return utf8.RuneCountInString(s) <= count0(args["max"]) }),
	},
	"min-length": {
		Name: "min-length", Doc: "At least so many characters.", Types: texts,
		Args:  []ArgSpec{{"min", "the least characters", fitsCount}},
		check: textRule(func(s string, args map[string]string) bool { return utf8.RuneCountInString(s) >= count0(args["min"]) }),
	},
	"no-spaces": {
		Name: "no-spaces", Doc: "No blanks inside.", Types: texts,
		check: textRule(func(s string, _ map[string]string) bool { return !strings.ContainsAny(s, " \n\t") }),
	},
	"digits": {
		Name: "digits", Doc: "Digits alone.", Types: texts,
		check: textRule(func(s string, _ map[string]string) bool { return strings.Trim(s, "0123456789") == "" }),
	},
	"pattern": {
		Name: "pattern", Doc: "The whole answer matches a pattern (RE2).", Types: texts,
		Args:  []ArgSpec{{"match", "the pattern", fitsPattern}},
		check: textRule(matches),
	},
	"one-of": {
		Name: "one-of", Doc: "One of these values, separated by commas.",
		Args: []ArgSpec{{"values", "the values", fitsSome}},
		check: textRule(func(s string, args map[string]string) bool {
			return slices.Contains(splitComma(args["values"]), s)
		}),
	},
	"at-least": {
		Name: "at-least", Doc: "Not smaller than this number.", Types: []Type{TypeNumber},
		Args:  []ArgSpec{{"min", "the least number", fitsNumber}},
		check: numberRule(func(n float64, args map[string]string) bool { return n >= float0(args["min"]) }),
	},
	"at-most": {
		Name: "at-most", Doc: "Not larger than this number.", Types: []Type{TypeNumber},
		Args:  []ArgSpec{{"max", "the largest number", fitsNumber}},
		check: numberRule(func(n float64, args map[string]string) bool { return n <= float0(args["max"]) }),
	},
	"https": {
		Name: "https", Doc: "A web address with https.", Types: []Type{TypeURL},
		check: textRule(func(s string, _ map[string]string) bool { return strings.HasPrefix(strings.ToLower(s), "https://") }),
	},
	"shared-mailbox": {
		Name: "shared-mailbox", Doc: "An address that does not look like one person's.", Types: []Type{TypeEmail, TypeEmails},
		check: textRule(func(s string, _ map[string]string) bool { return !looksPersonal(s) }),
	},
	"not-past": {
		Name: "not-past", Doc: "A date that is today or later.", Types: []Type{TypeDate},
		check: func(v Value, _ map[string]string, today time.Time) (map[string]string, bool) {
			s, _ := v.(string)
			return map[string]string{"value": s}, s >= today.Format(isoDate)
		},
	},
}

func textRule(ok func(s string, args map[string]string) bool) func(Value, map[string]string, time.Time) (map[string]string, bool) {
	return func(v Value, args map[string]string, _ time.Time) (map[string]string, bool) {
		s := Format(v)
		return map[string]string{"value": short(s), "length": strconv.Itoa(utf8.RuneCountInString(s))}, ok(s, args)
	}
}

func numberRule(ok func(n float64, args map[string]string) bool) func(Value, map[string]string, time.Time) (map[string]string, bool) {
	return func(v Value, args map[string]string, _ time.Time) (map[string]string, bool) {
		n, isNumber := v.(float64)
		return map[string]string{"value": Format(v)}, isNumber && ok(n, args)
	}
}

// rules applies the item's named rules to a valid answer.
func (r *reading) rules(v Value) {
	parts := []Value{v}
	if list, ok := v.([]string); ok {
		parts = parts[:0]
		for _, part := range list {
			parts = append(parts, part)
		}
	}
	for i := range r.item.Rules {
		rule := &r.item.Rules[i]
		spec, ok := Rules[rule.Name]
		if !ok || spec.check == nil {
			continue
		}
		for _, part := range parts {
			named, ok := spec.check(part, rule.Args, r.today)
			if ok {
				continue
			}
			maps.Copy(named, rule.Args)
			p := rule.problem(Problem{Code: rule.Name, Args: named}, r.lang)
			r.problems = append(r.problems, p)
			r.invalid = r.invalid || p.Level == Must
			break
		}
	}
}

// Problem is the problem of a broken rule with Require.
func (r *Rule) Problem(lang string) Problem { return r.problem(Problem{Code: "require"}, lang) }

// problem completes a broken rule's problem by what the procedure says of it.
func (r *Rule) problem(p Problem, lang string) Problem {
	p.Text = r.Text
	if p.Text == "" {
		p.Text = Message(lang, p.Code, p.Args)
	} else {
		p.Text = insert(p.Text, p.Args)
	}
	if r.Code != "" {
		p.Code = r.Code
	}
	if p.Level = r.Level; p.Level == "" {
		p.Level = Must
	}
	return p
}

func matches(s string, args map[string]string) bool {
	re, err := wholePattern(args["match"])
	return err == nil && re.MatchString(s)
}

func wholePattern(pattern string) (*regexp.Regexp, error) {
	return regexp.Compile(`\A(?:` + pattern + `)\z`)
}

func fitsPattern(s string) string {
	if _, err := wholePattern(s); err != nil {
		return err.Error()
	}
	return ""
}

func fitsCount(s string) string {
	if n, err := strconv.Atoi(s); err != nil || n < 1 || n > MaxText {
		return fmt.Sprintf("%q is no whole number from 1 to %d", s, MaxText)
	}
	return ""
}

func fitsNumber(s string) string {
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		return fmt.Sprintf("%q is no number", s)
	}
	return ""
}

func fitsSome(s string) string {
	if len(splitComma(s)) == 0 {
		return "it names no value"
	}
	return ""
}

// count0 and float0 read arguments that lint has proved.
func count0(s string) int     { n, _ := strconv.Atoi(s); return n }
func float0(s string) float64 { n, _ := strconv.ParseFloat(s, 64); return n }

func splitComma(s string) []string {
	var parts []string
	for _, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
