package comparison

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lotse/flows/register/compare"
)

// The most characters of a value in a sentence.
const (
	mostCode = 40
	mostName = 80
)

// Detail says in one sentence what was found, with both values: short, on one
// line, and without what a terminal may obey or what turns the writing.
func (w *Words) Detail(f *compare.Finding) string {
	rule := subject(f.Rule)
	if f.Rule == compare.Ambiguous && f.Tier != "" {
		rule += "." + string(f.Tier)
	}
	return expand(w.pattern("detail", rule, f.Side), func(name string) string { return w.argument(f, name) })
}

// Effect says what happens if nothing is done; the direction decides. Of a pair
// it is the dry run: what becomes of which card.
func (w *Words) Effect(f *compare.Finding) string {
	if dry := w.dryRun(f); dry != "" {
		return dry
	}
	return w.RuleEffect(f.Rule, f.Side)
}

// isMatch reports whether a rule is about pairs that count as one card.
func isMatch(r compare.Rule) bool {
	switch r {
	case compare.OtherCompany, compare.OtherName, compare.NameDiffers, compare.OverwriteByID, compare.MergeByName:
		return true
	}
	return false
}

// dryRun says what becomes of which card of a pair that counts as one; "" where
// that is not known.
func (w *Words) dryRun(f *compare.Finding) string {
	if !isMatch(f.Rule) || !w.isKnown() {
		return ""
	}
	netvisor, rackbeat := &f.Left, &f.Right
	if w.Left == compare.Rackbeat {
		netvisor, rackbeat = rackbeat, netvisor
	}
	from, to, sentence := netvisor, rackbeat, w.dry[0]
	if netvisor.Code != rackbeat.Code {
		sentence = w.dry[1]
	} else if w.Direction == compare.NetvisorToRackbeat {
		from, to = rackbeat, netvisor
	}
	return expand(sentence, func(name string) string {
		switch name {
		case "n":
			return w.label(netvisor)
		case "r":
			return w.label(rackbeat)
		}
		return w.change(from, to, f.Rule == compare.OtherCompany)
	})
}

// change says what of a card becomes what.
func (w *Words) change(from, to *compare.Card, ids bool) string {
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
func (w *Words) argument(f *compare.Finding, name string) string {
	c, side := &f.Left, compare.Left
	if f.Side == compare.Right {
		c, side = &f.Right, compare.Right
	}
	switch name {
	case "What":
		return w.what
	case "in":
		return w.inSide[side]
	case "in_left":
		return w.inSide[compare.Left]
	case "in_right":
		return w.inSide[compare.Right]
	case "rows":
		if f.Side == compare.Both {
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
func (w *Words) field(c *compare.Card, name string) string {
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
func (w *Words) length(r compare.Rule, c *compare.Card, most bool) string {
	code, name := w.Kind.Limits()
	n := []int{utf8.RuneCountInString(c.Code), code}
	if r == compare.NameTooLong {
		n = []int{utf8.RuneCountInString(c.Name), name}
	}
	if most {
		return strconv.Itoa(n[1])
	}
	return strconv.Itoa(n[0])
}

// value is a value from outside.
func (w *Words) value(v string, most int) string {
	v = compare.Short(v, most)
	if w.isolate && v != "" {
		return IsolateOpen + v + IsolateClose
	}
	return v
}

func (w *Words) code(c *compare.Card) string {
	if v := w.value(c.Code, mostCode); v != "" {
		return v
	}
	return w.say("no_code")
}

func (w *Words) name(c *compare.Card) string {
	if v := w.value(c.Name, mostName); v != "" {
		return v
	}
	return w.say("no_name")
}

// label is what a card is called: by its code, else by its name, else by its
// row.
func (w *Words) label(c *compare.Card) string {
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
func (w *Words) who(c *compare.Card) string {
	if c.Code == "" && c.Name == "" {
		return expand(w.say("Row"), func(string) string { return strconv.Itoa(c.Row) })
	}
	return w.what + " " + w.label(c)
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
