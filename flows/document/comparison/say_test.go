package comparison_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
)

// told are findings, one for each rule of a register and each side on which it
// can be.
func told(k compare.Kind) []compare.Finding {
	left := compare.Card{Row: 12, Code: "1001", ID: "1967543-8", Name: "Pohjola Osat Oy"}
	right := compare.Card{Row: 31, Code: "1001", ID: "0112038-9", Name: "Pohjola Varaosat Oy"}
	var all []compare.Finding
	for _, r := range k.Rules() {
		l, rt := left, right
		switch r {
		case compare.CodeEmpty:
			l.Code, rt.Code, rt.Name = "", "", ""
		case compare.CodeNotNumeric:
			l.Code, rt.Code = "10A", "B-7"
		case compare.CodeLeadingZero:
			l.Code, rt.Code = "0815", "007"
		case compare.CodeTooLong:
			l.Code, rt.Code = strings.Repeat("1234567890", 3), "1234567890"+strings.Repeat(" x", 10)
		case compare.CodeSpoilt:
			l.Code, rt.Code = "1,00E+05", "1.2E+11"
		case compare.CodeCase:
			l.Code, rt.Code = "AB 12", "ab12"
		case compare.OverwriteByID, compare.MergeByName, compare.NearName, compare.Ambiguous:
			rt.Code = "2002"
		case compare.IDInvalid:
			l.ID, rt.ID = "1234567-8", "12"
		case compare.NameTooLong:
			l.Name, rt.Name = strings.Repeat("Ö", 300), strings.Repeat("Varaosa ", 40)
		}
		one := func(side compare.Side, other ...int) {
			f := compare.Finding{Rule: r, Side: side, Left: l, Right: rt, Other: other}
			switch side {
			case compare.Left:
				f.Right = compare.Card{}
			case compare.Right:
				f.Left = compare.Card{}
			}
			all = append(all, f)
		}
		switch r {
		case compare.Ambiguous:
			for _, tier := range []compare.Field{compare.Code, compare.BusinessID, compare.Name} {
				one(compare.Both, 14, 44)
				all[len(all)-1].Tier = tier
			}
		case compare.CodeCase, compare.OtherCompany, compare.OtherName, compare.NameDiffers, compare.OverwriteByID, compare.MergeByName, compare.NearName:
			one(compare.Both)
		case compare.OnlyRight:
			one(compare.Right)
		case compare.OnlyLeft, compare.IDMissing:
			one(compare.Left)
		case compare.CodeDuplicate, compare.IDDuplicate, compare.NameDuplicate:
			one(compare.Left, 13)
			one(compare.Right, 32, 33, 34, 35, 36, 37, 38)
		default:
			one(compare.Left)
			one(compare.Right)
		}
	}
	return all
}

// plans are the ways in which two registers are held against each other.
func plans(k compare.Kind) []compare.Plan {
	return []compare.Plan{
		{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.NetvisorToRackbeat},
		{Kind: k, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.RackbeatToNetvisor},
		{Kind: k, Left: compare.Rackbeat, Right: compare.Netvisor, Direction: compare.NoDirection},
		{Kind: k, Left: "SAP", Right: "", Direction: compare.NetvisorToRackbeat},
	}
}

// TestWords holds every sentence: of each rule, register, direction and
// language.
func TestWords(t *testing.T) {
	for _, lang := range []string{"en", "de", "fi"} {
		var b strings.Builder
		for _, k := range compare.Kinds() {
			for _, p := range plans(k) {
				fmt.Fprintf(&b, "# %s: %s, %s, %s\n", k, p.Left, p.Right, p.Direction)
				w := comparison.NewWords(&p, lang)
				for _, f := range told(k) {
					parts := []string{w.Title(f.Rule), w.Detail(&f), w.Effect(&f), w.RuleEffect(f.Rule, f.Side), w.Repair(&f)}
					for i, s := range parts {
						if s == "" || strings.ContainsAny(s, "{}\n") || strings.Contains(s, "  ") || strings.HasPrefix(s, "compare.") {
							t.Errorf("%s %s %s: part %d is %q", lang, k, f.Rule, i, s)
						}
					}
					fmt.Fprintf(&b, "%s %s\n  %s\n", f.Rule, f.Side, strings.Join(parts, "\n  "))
				}
			}
		}
		golden(t, "words."+lang+".golden", b.String())
	}
}

// TestDryRun: the direction says which card gets which name, on whichever side
// the systems stand.
func TestDryRun(t *testing.T) {
	netvisor := compare.Card{Row: 2, Code: "1001", Name: "A Oy"}
	rackbeat := compare.Card{Row: 3, Code: "1001", Name: "B Oy"}
	other := rackbeat
	other.Code = "2002"
	for _, c := range []struct {
		rule      compare.Rule
		direction compare.Direction
		rackbeat  compare.Card
		want      string
	}{
		{compare.OtherName, compare.RackbeatToNetvisor, rackbeat, "Card 1001 in Netvisor gets Rackbeat's data: name A Oy becomes B Oy."},
		{compare.OtherName, compare.NetvisorToRackbeat, rackbeat, "Card 1001 in Rackbeat gets Netvisor's data: name B Oy becomes A Oy."},
		{compare.OtherName, compare.NoDirection, rackbeat, "Once the integration is on, card 1001 in Netvisor gets Rackbeat's data: name A Oy becomes B Oy."},
		{compare.OverwriteByID, compare.RackbeatToNetvisor, other, "Card 1001 in Netvisor gets the data of card 2002 in Rackbeat: name A Oy becomes B Oy."},
		{compare.OverwriteByID, compare.NetvisorToRackbeat, other, "Card 1001 comes to Rackbeat beside card 2002. Later 2002 overwrites 1001 in Netvisor: name A Oy becomes B Oy."},
		{compare.MergeByName, compare.RackbeatToNetvisor, compare.Card{Row: 9, Name: "A Oy"}, "Card 1001 in Netvisor gets the data of card A Oy in Rackbeat: the name stays A Oy."},
	} {
		p := compare.Plan{Kind: compare.Customers, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: c.direction}
		f := compare.Finding{Rule: c.rule, Side: compare.Both, Left: netvisor, Right: c.rackbeat}
		if got := comparison.NewWords(&p, "en").Effect(&f); got != c.want {
			t.Errorf("%s %s: %s\nwant %s", c.rule, c.direction, got, c.want)
		}
		p.Left, p.Right, f.Left, f.Right = p.Right, p.Left, f.Right, f.Left
		if got := comparison.NewWords(&p, "en").Effect(&f); got != c.want {
			t.Errorf("turned, %s %s: %s\nwant %s", c.rule, c.direction, got, c.want)
		}
	}
}

// TestWordsOfHostileValues: what a file says neither steers a terminal nor
// fills it, and a sentence keeps its order.
func TestWordsOfHostileValues(t *testing.T) {
	evil := "\x1b[31m{id} \u202eevil\u2066\u200b\r\nname\x00 " + strings.Repeat("ÄÖ", 100_000)
	p := plans(compare.Customers)[1]
	f := compare.Finding{Rule: compare.OtherCompany, Side: compare.Both, Left: compare.Card{Row: 1, Code: evil, ID: evil, Name: evil}, Right: compare.Card{Row: 2, Code: evil, ID: evil, Name: "\xff\u2069"}}
	for _, s := range []string{comparison.NewWords(&p, "en").Detail(&f), comparison.NewWords(&p, "fi").Effect(&f)} {
		if strings.ContainsAny(s, "\x1b\r\n\x00\u202e\u2066\u2069\u200b") || !utf8.ValidString(s) || utf8.RuneCountInString(s) > 700 {
			t.Errorf("%.300q of %d characters", s, utf8.RuneCountInString(s))
		}
		if !strings.Contains(s, "{id} evil") {
			t.Errorf("what looks like a placeholder was taken for one: %.200q", s)
		}
	}
	isolated := comparison.NewWords(&p, "en").Isolated()
	for _, s := range []string{isolated.Detail(&f), isolated.Effect(&f)} {
		if opened, closed := strings.Count(s, comparison.IsolateOpen), strings.Count(s, comparison.IsolateClose); opened != closed || opened < 4 {
			t.Errorf("%d isolates are opened, %d closed: %.300q", opened, closed, s)
		}
	}
	if got := comparison.NewWords(&p, "sv").Detail(&f); got != comparison.NewWords(&p, "en").Detail(&f) {
		t.Errorf("a language that there is not: %.100q", got)
	}
}
