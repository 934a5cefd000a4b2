package compare

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Detail is Plan.Detail.
func (w *Words) Detail(f *Finding) string {
	rule := subject(f.Rule)
	if f.Rule == Ambiguous && f.Tier != "" {
		rule += "." + string(f.Tier)
	}
	return expand(w.pattern("detail", rule, f.Side), func(name string) string { return w.argument(f, name) })
}

// Effect is Plan.Effect.
func (w *Words) Effect(f *Finding) string {
	if dry := w.dryRun(f); dry != "" {
		return dry
	}
	return w.RuleEffect(f.Rule, f.Side)
}

// isMatch reports whether a rule is about pairs that count as one card.
func isMatch(r Rule) bool {
	switch r {
	case OtherCompany, OtherName, NameDiffers, OverwriteByID, MergeByName:
		return true
	}
	return false
}

// dryRun says what becomes of which card of a pair that counts as one; "" where
// that is not known.
func (w *Words) dryRun(f *Finding) string {
	if !isMatch(f.Rule) || !w.isKnown() {
		return ""
	}
	netvisor, rackbeat := &f.Left, &f.Right
	if w.Left == Rackbeat {
		netvisor, rackbeat = rackbeat, netvisor
	}
	code := "dry" + w.direction(Both)[0]
	from, to := netvisor, rackbeat
	if netvisor.Code != rackbeat.Code {
		code += ".other"
	} else if w.Direction == NetvisorToRackbeat {
		from, to = rackbeat, netvisor
	}
	return expand(w.say(code), func(name string) string {
		switch name {
		case "n":
			return w.label(netvisor)
		case "r":
			return w.label(rackbeat)
		}
		return w.change(from, to, f.Rule == OtherCompany)
	})
}

// change says what of a card becomes what.
func (w *Words) change(from, to *Card, ids bool) string {
	code := "change.name"
	if from.Name == to.Name || norm.NFC.String(from.Name) == norm.NFC.String(to.Name) {
		code = "change.same"
	}
	change := w.say(code)
	if ids {
		change += w.say("change.id")
	}
	return expand(change, func(name string) string {
		switch name {
		case "from":
			return w.name(from)
		case "to":
			return w.name(to)
		case "from_id":
			return w.value(from.ID, mostCode)
		}
		return w.value(to.ID, mostCode)
	})
}

// argument is what a sentence about a finding may name: of the left row (l_), of
// the right one (r_), or of the one that it is about.
func (w *Words) argument(f *Finding, name string) string {
	c, side := &f.Left, Left
	if f.Side == Right {
		c, side = &f.Right, Right
	}
	switch name {
	case "What":
		return w.say("what." + string(w.Kind))
	case "in":
		return w.inSide[side]
	case "in_left":
		return w.inSide[Left]
	case "in_right":
		return w.inSide[Right]
	case "rows":
		if f.Side == Both {
			return w.rows(f.Other)
		}
		return w.rows(append([]int{c.Row}, f.Other...))
	case "length", "most":
		return w.length(f.Rule, c, name == "most")
	}
	if of, field, ok := strings.Cut(name, "_"); ok {
		if c = &f.Left; of == "r" {
			c = &f.Right
		}
		name = field
	}
	return w.field(c, name)
}

// field is a part of a card, as a sentence names it.
func (w *Words) field(c *Card, name string) string {
	switch name {
	case "code":
		return w.code(c)
	case "name":
		return w.name(c)
	case "id":
		return w.value(c.ID, mostCode)
	case "row":
		return strconv.Itoa(c.Row)
	case "who":
		return w.who(c)
	}
	if c.Code == "" || c.Name == "" {
		return ""
	}
	return " (" + w.name(c) + ")" // named: behind a code
}

// length is how long a code or a name is, or may be.
func (w *Words) length(r Rule, c *Card, most bool) string {
	code, name := w.Kind.limits()
	n := []int{utf8.RuneCountInString(c.Code), code}
	if r == NameTooLong {
		n = []int{utf8.RuneCountInString(c.Name), name}
	}
	if most {
		return strconv.Itoa(n[1])
	}
	return strconv.Itoa(n[0])
}

// value is a value from outside.
func (w *Words) value(v string, most int) string {
	v = Short(v, most)
	if w.isolate && v != "" {
		return IsolateOpen + v + IsolateClose
	}
	return v
}

func (w *Words) code(c *Card) string {
	if v := w.value(c.Code, mostCode); v != "" {
		return v
	}
	return w.say("no_code")
}

func (w *Words) name(c *Card) string {
	if v := w.value(c.Name, mostName); v != "" {
		return v
	}
	return w.say("no_name")
}

// label is what a card is called: by its code, else by its name, else by its
// row.
func (w *Words) label(c *Card) string {
	switch {
	case c.Code != "":
		return w.code(c)
	case c.Name != "":
		return w.name(c)
	}
	return expand(w.say("row"), func(string) string { return strconv.Itoa(c.Row) })
}

// who begins a sentence about a card: customer 1001, or where nothing else is
// known row 12.
func (w *Words) who(c *Card) string {
	if c.Code == "" && c.Name == "" {
		return expand(w.say("Row"), func(string) string { return strconv.Itoa(c.Row) })
	}
	return w.say("what."+string(w.Kind)) + " " + w.label(c)
}

// mostRows is how many rows a sentence names.
const mostRows = 6

func (w *Words) rows(rows []int) string {
	named := make([]string, 0, mostRows)
	for _, row := range rows[:min(len(rows), mostRows)] {
		named = append(named, strconv.Itoa(row))
	}
	list := strings.Join(named, ", ")
	if len(rows) > mostRows {
		list += w.say("and_more")
	}
	return list
}
