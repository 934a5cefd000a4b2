package flows

import (
	"fmt"
	"maps"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// RuleSpec is a named rule, which a procedure can use under its name.
type RuleSpec struct {
	Name  string
	Doc   Message // one sentence for whoever writes procedures
	Types []Type  // types of fields that it fits; none: all but secrets
	Args  []ArgSpec
	Hint  bool // it is no more than a sign: not for the level must
	// check says how an answer breaks the rule; nil where it does not. It is
	// asked about each of several answers.
	check func(v Value, args map[string]string, today time.Time) *violation
	// ofSecret is the code of the sentence about a secret, where the usual one names
	// the answer.
	ofSecret string
	// normal writes an answer that keeps the rule in its usual form; nil: as it is.
	normal func(string) string
}

// violation says how an answer breaks a rule.
type violation struct {
	sentence string // code of the sentence; "" is the rule's name
	named    Args   // what the sentence names
}

// ArgSpec is an argument of a named rule.
type ArgSpec struct {
	Name string
	Doc  Message // what it is, in a few words
	// fits says what is wrong with an argument; it is zero where nothing is.
	fits func(string) Message
}

func textRule(ok func(s string, args map[string]string) bool) func(Value, map[string]string, time.Time) *violation {
	return func(v Value, args map[string]string, _ time.Time) *violation {
		s := Format(v)
		if ok(s, args) {
			return nil
		}
		return newViolation("", valueArg, s, "length", utf8.RuneCountInString(s))
	}
}

// finder makes a rule's check of a function that finds the violation in a
// text.
func finder(find func(string) *violation) func(Value, map[string]string, time.Time) *violation {
	return func(v Value, _ map[string]string, _ time.Time) *violation { return find(Format(v)) }
}

func numberRule(ok func(n float64, args map[string]string) bool) func(Value, map[string]string, time.Time) *violation {
	return func(v Value, args map[string]string, _ time.Time) *violation {
		if n, isNumber := v.(float64); isNumber && ok(n, args) {
			return nil
		}
		return newViolation("", valueArg, Format(v))
	}
}

// newViolation makes a violation; args are names and values in turn.
func newViolation(sentence string, args ...any) *violation {
	return &violation{sentence, Msg(sentence, args...).Map(Short).Args}
}

// rules applies the item's named rules to a valid answer, and gives the answer
// in the form that they want.
func (r *reading) rules(v Value) Value {
	for i := range r.item.Rules {
		rule := &r.item.Rules[i]
		spec, ok := Rules[rule.Name]
		if !ok || spec.check == nil {
			continue
		}
		if b := spec.violation(v, rule.Args, r.today); b != nil {
			p := rule.violationProblem(b)
			r.problems = append(r.problems, p)
			r.invalid = r.invalid || p.Level == Must
		} else if s, isText := v.(string); isText && spec.normal != nil {
			v = spec.normal(s)
		}
	}
	return v
}

// violation is the first violation of the rule by an answer, or by one of
// several.
func (spec *RuleSpec) violation(v Value, args map[string]string, today time.Time) *violation {
	list, several := v.([]string)
	if !several {
		return spec.check(v, args, today)
	}
	for _, part := range list {
		if b := spec.check(part, args, today); b != nil {
			return b
		}
	}
	return nil
}

// violationProblem is the problem of a violation of the rule.
func (r *Rule) violationProblem(b *violation) Problem {
	m := Message{Code: b.sentence, Args: Args{}}
	if m.Code == "" {
		m.Code = r.Name
	}
	maps.Copy(m.Args, b.named)
	for name, value := range r.Args {
		m.Args[name] = CleanLine(value)
	}
	p := r.problem(m)
	if r.Code == "" {
		p.Code = r.Name
	}
	return p
}

// Problem is the problem of a rule with Require that does not hold.
func (r *Rule) Problem() Problem { return r.problem(Msg("require")) }

// Problem is the problem of a value that stands twice in the column.
func (u *Unique) Problem(value string) Problem {
	r := Rule{Level: u.Level, Text: u.Text}
	return r.problem(Msg("duplicate", "value", Short(value)))
}

// problem is the problem of a broken rule, with the code, level and text that
// the procedure gives it.
func (r *Rule) problem(m Message) Problem {
	p := Problem{Code: m.Code, Level: r.Level, Accept: r.Accept, Message: m, Origin: r.Origin}
	if r.Text != "" {
		p.Message = Said(insert(r.Text, m.Args))
	}
	if r.Code != "" {
		p.Code = r.Code
	}
	if p.Level == "" {
		p.Level = Must
	}
	return p
}

// insert replaces each {name} in a procedure's own sentence about a broken
// rule; a name without an argument stays.
func insert(sentence string, args Args) string {
	var pairs []string
	for name, v := range args {
		pairs = append(pairs, "{"+name+"}", fmt.Sprint(v))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

func matches(s string, args map[string]string) bool {
	re, err := wholePattern(args["match"])
	return err == nil && re.MatchString(s)
}

func wholePattern(pattern string) (*regexp.Regexp, error) {
	return regexp.Compile(`\A(?:` + pattern + `)\z`)
}

func fitsPattern(s string) Message {
	if _, err := wholePattern(s); err != nil {
		return Msg("rule.no_pattern", "detail", err)
	}
	return Message{}
}

func fitsCount(s string) Message {
	if n, err := strconv.Atoi(s); err != nil || n < 1 || n > MaxText {
		return Msg("rule.no_count", "value", Short(s), "max", MaxText)
	}
	return Message{}
}

func fitsNumber(s string) Message {
	if _, err := strconv.ParseFloat(s, 64); err != nil {
		return Msg("rule.no_number", "value", Short(s))
	}
	return Message{}
}

func fitsSome(s string) Message {
	if len(splitComma(s)) == 0 {
		return Msg("rule.no_values")
	}
	return Message{}
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
