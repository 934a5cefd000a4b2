package compare

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// detail is the sentence about one finding.
func (s speaker) detail(f *Finding) string {
	rule := subject(f.Rule)
	if f.Rule == Ambiguous && f.Tier != "" {
		rule += "." + string(f.Tier)
	}
	return s.most("detail", rule, nil, s.arguments(f))
}

// effect is the dry run of a pair, or what happens to all that the rule finds.
func (s speaker) effect(f *Finding) string {
	if dry := s.dryRun(f); dry != "" {
		return dry
	}
	return s.ruleEffect(f.Rule, f.Side)
}

// undocumented are the rules of which it is known how they go with customers,
// not with suppliers.
var undocumented = map[Rule]bool{OverwriteByID: true, MergeByName: true}

func (s speaker) ruleEffect(r Rule, side Side) string {
	effect := s.most("effect", subject(r), s.direction(side), s.places(side))
	if s.Kind == Suppliers && undocumented[r] {
		effect += " " + s.say("undocumented", nil)
	}
	return effect
}

// matched are the rules about pairs that count as one card.
var matched = map[Rule]bool{OtherCompany: true, OtherName: true, NameDiffers: true, OverwriteByID: true, MergeByName: true}

// dryRun says what becomes of which card of a pair that counts as one; "" where
// that is not known.
func (s speaker) dryRun(f *Finding) string {
	if !matched[f.Rule] || !s.isKnown() {
		return ""
	}
	netvisor, rackbeat := f.Left, f.Right
	if s.Left == Rackbeat {
		netvisor, rackbeat = rackbeat, netvisor
	}
	code := "dry" + s.direction(Both)[0]
	from, to := netvisor, rackbeat
	if netvisor.Code != rackbeat.Code {
		code += ".other"
	} else if s.Direction == NetvisorToRackbeat {
		from, to = rackbeat, netvisor
	}
	return s.say(code, map[string]string{
		"n": s.label(netvisor), "r": s.label(rackbeat), "change": s.change(from, to, f.Rule == OtherCompany),
	})
}

// change says what of a card becomes what.
func (s speaker) change(from, to Card, ids bool) string {
	args := map[string]string{
		"from": s.name(from), "to": s.name(to), "from_id": s.value(from.ID, mostCode), "to_id": s.value(to.ID, mostCode),
	}
	change := s.say("change.name", args)
	if norm.NFC.String(from.Name) == norm.NFC.String(to.Name) {
		change = s.say("change.same", args)
	}
	if ids {
		change += s.say("change.id", args)
	}
	return change
}

// arguments are what a sentence about a finding may name.
func (s speaker) arguments(f *Finding) map[string]string {
	c, side := f.Left, Left
	if f.Side == Right {
		c, side = f.Right, Right
	}
	own, _ := s.systems(side)
	code, name := s.Kind.limits()
	args := map[string]string{
		"What": s.say("what."+string(s.Kind), nil), "in": s.in(own),
		"code": s.code(c), "name": s.name(c), "id": s.value(c.ID, mostCode), "row": strconv.Itoa(c.Row), "who": s.who(c), "named": s.named(c),
	}
	switch f.Rule {
	case CodeTooLong:
		args["length"], args["most"] = strconv.Itoa(utf8.RuneCountInString(c.Code)), strconv.Itoa(code)
	case NameTooLong:
		args["length"], args["most"] = strconv.Itoa(utf8.RuneCountInString(c.Name)), strconv.Itoa(name)
	case CodeDuplicate, IDDuplicate, NameDuplicate:
		args["rows"] = s.rows(append([]int{c.Row}, f.Other...))
	case Ambiguous:
		args["rows"] = s.rows(f.Other)
	}
	if f.Side == Both {
		args["in_left"], args["in_right"] = s.in(s.Left), s.in(s.Right)
		args["l_code"], args["l_name"], args["l_id"] = s.code(f.Left), s.name(f.Left), s.value(f.Left.ID, mostCode)
		args["r_code"], args["r_name"], args["r_id"] = s.code(f.Right), s.name(f.Right), s.value(f.Right.ID, mostCode)
		args["l_row"], args["r_row"] = strconv.Itoa(f.Left.Row), strconv.Itoa(f.Right.Row)
	}
	return args
}

// value is a value from outside.
func (s speaker) value(v string, most int) string {
	v = Short(v, most)
	if s.isolate && v != "" {
		return IsolateOpen + v + IsolateClose
	}
	return v
}

func (s speaker) code(c Card) string {
	if v := s.value(c.Code, mostCode); v != "" {
		return v
	}
	return s.say("no_code", nil)
}

func (s speaker) name(c Card) string {
	if v := s.value(c.Name, mostName); v != "" {
		return v
	}
	return s.say("no_name", nil)
}

// label is what a card is called: by its code, else by its name, else by its
// row.
func (s speaker) label(c Card) string {
	switch {
	case c.Code != "":
		return s.code(c)
	case c.Name != "":
		return s.name(c)
	}
	return s.say("row", map[string]string{"row": strconv.Itoa(c.Row)})
}

// who begins a sentence about a card: customer 1001, or where nothing else is
// known row 12.
func (s speaker) who(c Card) string {
	if c.Code == "" && c.Name == "" {
		return s.say("Row", map[string]string{"row": strconv.Itoa(c.Row)})
	}
	return s.say("what."+string(s.Kind), nil) + " " + s.label(c)
}

// named is the name in brackets, behind a code.
func (s speaker) named(c Card) string {
	if c.Code == "" || c.Name == "" {
		return ""
	}
	return " (" + s.name(c) + ")"
}

// mostRows is how many rows a sentence names.
const mostRows = 6

func (s speaker) rows(rows []int) string {
	named := make([]string, 0, mostRows)
	for _, row := range rows[:min(len(rows), mostRows)] {
		named = append(named, strconv.Itoa(row))
	}
	list := strings.Join(named, ", ")
	if len(rows) > mostRows {
		list += s.say("and_more", nil)
	}
	return list
}
