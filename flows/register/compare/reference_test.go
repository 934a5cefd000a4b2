package compare

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The reference says, sentence by sentence, what a comparison finds, as slow as
// that is. It shares nothing with the fast one but rules, levels and bounds.
type reference struct {
	plan         Plan
	sides        [2][]Card
	mapped       [2]map[Field]bool
	mate         [2]map[int]int // row -> row of the other side
	tierOf       map[int]Field  // left row -> how it was matched
	found        []Finding
	foundAt      []refPlace
	matchesCount map[Field]int
}

type refPlace struct{ rule, left, right, tier int }

func compareSlowly(left, right *Register, p Plan) *Report {
	r := reference{plan: p, mate: [2]map[int]int{{}, {}}, tierOf: map[int]Field{}, matchesCount: map[Field]int{}}
	for n, reg := range []*Register{left, right} {
		r.mapped[n] = map[Field]bool{}
		for f, column := range reg.Columns {
			r.mapped[n][f] = column != ""
		}
		for i := range reg.Len() {
			r.sides[n] = append(r.sides[n], reg.Card(i))
		}
	}
	r.tier(Code, r.code)
	if p.Kind != Products {
		r.tier(BusinessID, func(c Card) string { id, _ := refID(c.ID); return id })
		r.tier(Name, refName)
	} else {
		r.unreadTier()
	}
	for n := range r.sides {
		r.rowRules(n)
	}
	r.pairRules()
	r.nearRules()
	return r.report(left, right)
}

func refBlank(c rune) bool {
	return unicode.IsSpace(c) || strings.ContainsRune("\u200b\u200c\u200d\u2060\ufeff", c)
}

// refName is a name; "" where it is none that can be read.
func refName(c Card) string {
	if refUnreadText(c.Name) {
		return ""
	}
	return norm.NFC.String(strings.TrimFunc(c.Name, refBlank))
}

// refUnreadText reports whether a value is that of an error, or has a sign that
// could not be read.
func refUnreadText(s string) bool {
	return strings.Contains(s, "\ufffd") || strings.Contains(s, "#") && refError.MatchString(s) || strings.ContainsFunc(s, func(c rune) bool { return c >= 0x80 && c < 0xa0 })
}

func (r *reference) isUnread(c Card) bool {
	if r.plan.Kind == Products && !refLong.MatchString(c.Code) {
		return refUnreadText(c.Code)
	}
	return refSpoilt.MatchString(c.Code) || refUnreadText(c.Code)
}

// code is the key that a code is.
func (r *reference) code(c Card) string {
	if r.isUnread(c) {
		return ""
	}
	return c.Code
}

// unreadTier pairs products by their names where a code is not read: a name that
// one such row of a side has, and one row of the other side.
func (r *reference) unreadTier() {
	if !r.mapped[0][Name] || !r.mapped[1][Name] {
		return
	}
	for n := range r.sides {
		for i, c := range r.sides[n] {
			var with [2][]int
			for m, cards := range r.sides {
				for j, d := range cards {
					if _, matched := r.mate[m][j]; !matched && refName(c) != "" && refName(d) == refName(c) && (m != n || r.isUnread(d)) {
						with[m] = append(with[m], j)
					}
				}
			}
			if len(with[n]) == 1 && with[n][0] == i && len(with[1-n]) == 1 {
				r.mate[n][i], r.mate[1-n][with[1-n][0]] = with[1-n][0], i
				r.matchesCount[Name]++
				r.tierOf[[2]int{i, with[1-n][0]}[n]] = Name
			}
		}
	}
}

var (
	refForeign   = regexp.MustCompile(`^[A-Z]{2}[A-Z0-9]{2,13}$`)
	refTwoDigits = regexp.MustCompile(`[0-9].*[0-9]`)
	refEight     = regexp.MustCompile(`^[0-9]{8}$`)
)

// refID is a business id in its normal form, and whether it is valid.
func refID(s string) (string, bool) {
	s = strings.Map(func(c rune) rune {
		if refBlank(c) || strings.ContainsRune("-.\u2010\u2011\u2012\u2013\u2014\u2212", c) {
			return -1
		}
		if c >= 'a' && c <= 'z' {
			return c - 32
		}
		return c
	}, s)
	if refForeign.MatchString(s) && !strings.HasPrefix(s, "FI") {
		if refTwoDigits.MatchString(s) {
			return s, true
		}
		return "", false
	}
	s = strings.TrimPrefix(s, "FI")
	if len(s) == 7 {
		s = "0" + s
	}
	if !refEight.MatchString(s) || s == "00000000" {
		return "", false
	}
	r := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2} {
		r += weight * int(s[i]-'0')
	}
	r %= 11
	switch check := int(s[7] - '0'); {
	case r == 0 && check == 0, r > 1 && check == 11-r:
		return s, true
	}
	return "", false
}

func (r *reference) tier(f Field, key func(Card) string) {
	if !r.mapped[0][f] || !r.mapped[1][f] {
		return
	}
	var unmatched [2][]int
	for n, cards := range r.sides {
		for i := range cards {
			if _, ok := r.mate[n][i]; !ok && key(cards[i]) != "" {
				unmatched[n] = append(unmatched[n], i)
			}
		}
	}
	told := map[string]bool{}
	for _, i := range unmatched[0] {
		k := key(r.sides[0][i])
		var with [2][]int
		for n := range unmatched {
			for _, j := range unmatched[n] {
				if key(r.sides[n][j]) == k {
					with[n] = append(with[n], j)
				}
			}
		}
		switch {
		case told[k] || len(with[1]) == 0:
		case len(with[0]) == 1 && len(with[1]) == 1:
			r.mate[0][i], r.mate[1][with[1][0]] = with[1][0], i
			r.tierOf[i] = f
			r.matchesCount[f]++
		case r.plan.Kind != Products:
			var other []int
			for n := range with {
				for _, j := range with[n][1:] {
					other = append(other, r.sides[n][j].Row)
				}
			}
			r.add(Finding{Rule: Ambiguous, Side: Both, Tier: f, Other: other}, i, with[1][0])
		}
		told[k] = true
	}
}

// add adds a finding if the register has the rule; -1 is no row.
func (r *reference) add(f Finding, left, right int) {
	at := slices.Index(r.plan.Kind.Rules(), f.Rule)
	if at < 0 {
		return
	}
	place := refPlace{rule: at, left: left, right: right, tier: slices.Index([]Field{"", Code, BusinessID, Name}, f.Tier)}
	if left >= 0 {
		f.Left = r.sides[0][left]
	} else {
		place.left = 1 << 40
	}
	if right >= 0 {
		f.Right = r.sides[1][right]
	}
	r.found, r.foundAt = append(r.found, f), append(r.foundAt, place)
}

func (r *reference) row(n int, rule Rule, i int, other []int) {
	if n == 0 {
		r.add(Finding{Rule: rule, Side: Left, Other: other}, i, -1)
	} else {
		r.add(Finding{Rule: rule, Side: Right, Other: other}, -1, i)
	}
}

var (
	refSpoilt = regexp.MustCompile(`^[+-]*[0-9]([.,][0-9]+)?[Ee][+-][0-9]+$`)
	refError  = regexp.MustCompile(`(?i)^#(N/A|REF!|PUUTTUU!|WERT!|NV|##+)$`)
	refLong   = regexp.MustCompile(`[Ee]\+[0-9]{2}$`)
	refDigits = regexp.MustCompile(`^[0-9]+$`)
)

func (r *reference) rowRules(n int) {
	longestCode, longestName := 9, 250
	if r.plan.Kind == Products {
		longestCode, longestName = 25, 255
	}
	netvisor := r.plan.Left == Netvisor && n == 0 || r.plan.Right == Netvisor && n == 1
	for i, c := range r.sides[n] {
		spoilt := r.isUnread(c)
		if c.Code == "" {
			r.row(n, CodeEmpty, i, nil)
		}
		if spoilt {
			r.row(n, CodeSpoilt, i, nil)
		}
		if c.Code != "" && !spoilt && !refDigits.MatchString(c.Code) {
			r.row(n, CodeNotNumeric, i, nil)
		}
		if !spoilt && refDigits.MatchString(c.Code) && c.Code[0] == '0' {
			r.row(n, CodeLeadingZero, i, nil)
		}
		if !spoilt && utf8.RuneCountInString(c.Code) > longestCode {
			r.row(n, CodeTooLong, i, nil)
		}
		if r.mapped[n][BusinessID] && c.ID == "" && netvisor {
			r.row(n, IDMissing, i, nil)
		}
		if _, valid := refID(c.ID); c.ID != "" && !valid && !refUnreadText(c.ID) {
			r.row(n, IDInvalid, i, nil)
		}
		if !refUnreadText(c.Name) && utf8.RuneCountInString(c.Name) > longestName {
			r.row(n, NameTooLong, i, nil)
		}
		if c.IsBarred {
			r.row(n, IsBarred, i, nil)
		}
		r.duplicate(n, i, CodeDuplicate, r.code)
		r.duplicate(n, i, NameDuplicate, refName)
		r.duplicate(n, i, IDDuplicate, func(c Card) string { id, _ := refID(c.ID); return id })
		if _, matched := r.mate[n][i]; !matched && !spoilt {
			r.row(n, []Rule{OnlyLeft, OnlyRight}[n], i, nil)
		}
	}
}

func (r *reference) duplicate(n, i int, rule Rule, key func(Card) string) {
	mine := key(r.sides[n][i])
	if mine == "" {
		return
	}
	var other []int
	for j, c := range r.sides[n] {
		if j != i && key(c) == mine {
			other = append(other, c.Row)
		}
	}
	if len(other) > 0 {
		r.row(n, rule, i, other[:min(len(other), MaxOther)])
	}
}

func (r *reference) pairRules() {
	for i, j := range r.mate[0] {
		a, b := r.sides[0][i], r.sides[1][j]
		switch r.tierOf[i] {
		case Code:
			x, validX := refID(a.ID)
			y, validY := refID(b.ID)
			if validX && validY && x != y {
				r.add(Finding{Rule: OtherCompany, Side: Both}, i, j)
			}
			if r.mapped[0][Name] && r.mapped[1][Name] && refName(a) != refName(b) && !refUnreadText(a.Name) && !refUnreadText(b.Name) {
				r.add(Finding{Rule: OtherName, Side: Both}, i, j)
				r.add(Finding{Rule: NameDiffers, Side: Both}, i, j)
			}
		case BusinessID:
			if a.Code != b.Code && !r.isUnread(a) && !r.isUnread(b) {
				r.add(Finding{Rule: OverwriteByID, Side: Both}, i, j)
			}
		case Name:
			if !r.isUnread(a) && !r.isUnread(b) {
				r.add(Finding{Rule: MergeByName, Side: Both}, i, j)
			}
		}
	}
}

func (r *reference) nearRules() {
	for i, a := range r.sides[0] {
		if _, matched := r.mate[0][i]; matched || r.isUnread(a) {
			continue
		}
		codeCase, folded, letter := -1, -1, -1
		for j, b := range r.sides[1] {
			if _, matched := r.mate[1][j]; matched || r.isUnread(b) {
				continue
			}
			if codeCase < 0 && a.Code != "" && b.Code != "" && a.Code != b.Code && strings.EqualFold(refNoBlanks(a.Code), refNoBlanks(b.Code)) {
				codeCase = j
			}
			if !r.mapped[0][Name] || !r.mapped[1][Name] || refName(a) == refName(b) || refUnreadText(a.Name) || refUnreadText(b.Name) {
				continue
			}
			x, y := refFolded(refName(a)), refFolded(refName(b))
			if folded < 0 && x != "" && strings.EqualFold(x, y) {
				folded = j
			}
			if letter < 0 && refOneLetter([]rune(x), []rune(y)) {
				letter = j
			}
		}
		if codeCase >= 0 {
			r.add(Finding{Rule: CodeCase, Side: Both}, i, codeCase)
		}
		if folded >= 0 {
			r.add(Finding{Rule: NearName, Side: Both}, i, folded)
		} else if letter >= 0 {
			r.add(Finding{Rule: NearName, Side: Both}, i, letter)
		}
	}
}

func refNoBlanks(s string) string {
	return strings.Map(func(c rune) rune {
		if refBlank(c) {
			return -1
		}
		return c
	}, s)
}

var (
	refWord   = regexp.MustCompile(`[\pL\pM\pN]+`)
	refSingle = regexp.MustCompile(`(?:^| )([\pL\pM\pN](?: [\pL\pM\pN])+)(?: |$)`)
	refForms  = strings.Fields(`oy oyj ab abp ky tmi ay osk ry gmbh mbh ag kg kgaa ohg ug gbr eg ek ev aps a/s as asa ivs ltd limited inc corp llc llp plc
		se bv bvba nv sa sas sarl spa srl sro doo kft sia uab ou oü`)
)

// refFolded takes a name apart into words of letters and digits; letters that
// stand alone beside each other are one word; legal forms are left out, unless
// there is nothing else.
func refFolded(name string) string {
	words := strings.Join(refWord.FindAllString(name, -1), " ")
	for {
		at := refSingle.FindStringSubmatchIndex(words)
		if at == nil {
			break
		}
		words = words[:at[2]] + strings.ReplaceAll(words[at[2]:at[3]], " ", "") + words[at[3]:]
	}
	kept := ""
	for _, w := range strings.Fields(words) {
		if !slices.ContainsFunc(refForms, func(form string) bool { return strings.EqualFold(form, w) }) {
			kept += w
		}
	}
	if kept == "" {
		return strings.ReplaceAll(words, " ", "")
	}
	return kept
}

// refOneLetter reports whether two folded names of 4 to 100 characters differ by
// one letter added, dropped or changed; digits have to be the same.
func refOneLetter(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 4 || len(y) > 100 || len(y)-len(x) > 1 {
		return false
	}
	same := func(a, b []rune) bool { return strings.EqualFold(string(a), string(b)) }
	for i := range y {
		if unicode.IsNumber(y[i]) {
			continue
		}
		if len(x) < len(y) && same(x, slices.Concat(y[:i], y[i+1:])) {
			return true
		}
		if len(x) == len(y) && !unicode.IsNumber(x[i]) && !same(x, y) && same(x[:i], y[:i]) && same(x[i+1:], y[i+1:]) {
			return true
		}
	}
	return false
}

func (r *reference) report(left, right *Register) *Report {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := r.foundAt[a], r.foundAt[b]
		for _, d := range []int{x.rule - y.rule, x.left - y.left, x.right - y.right, x.tier - y.tier} {
			if d != 0 {
				return d
			}
		}
		return 0
	})
	rep := &Report{Plan: r.plan, Counts: map[Rule]int{}, Findings: []Finding{}}
	for _, rule := range r.plan.Kind.Rules() {
		rep.Counts[rule] = 0
	}
	for _, i := range order {
		rep.Findings = append(rep.Findings, r.found[i])
		rep.Counts[r.found[i].Rule]++
	}
	rep.Matches = Matches{Code: r.matchesCount[Code], BusinessID: r.matchesCount[BusinessID], Name: r.matchesCount[Name]}
	for n, h := range []*Half{&rep.LeftHalf, &rep.RightHalf} {
		reg := []*Register{left, right}[n]
		*h = Half{
			File: reg.Info.Name, Sum: reg.Info.Sum, Rows: len(r.sides[n]), Only: len(r.sides[n]) - len(r.mate[n]),
			Encoding: reg.Info.Encoding, Delimiter: reg.Info.Delimiter, Sheet: reg.Info.Sheet, Columns: reg.Columns,
		}
	}
	r.idle(rep)
	return rep
}
