package compare

import (
	"slices"
	"strings"
)

// refReads is what each rule reads, written down rule by rule.
var refReads = map[Rule]string{
	CodeEmpty: "code", CodeDuplicate: "code", CodeNotNumeric: "code", CodeLeadingZero: "code", CodeTooLong: "code", CodeSpoilt: "code", CodeCase: "code",
	OtherCompany: "code business_id", OtherName: "code name", NameDiffers: "code name", OverwriteByID: "code business_id", MergeByName: "code name",
	IDMissing: "business_id", IDInvalid: "business_id", IDDuplicate: "business_id", NameDuplicate: "name", NameTooLong: "name",
	Ambiguous: "code", NearName: "code name", OnlyLeft: "code", OnlyRight: "code", IsBarred: "barred",
}

// idle says which rules did not run.
func (r *reference) idle(rep *Report) {
	for _, rule := range r.plan.Kind.Rules() {
		not := NotRun{Rule: rule, Missing: []Place{}}
		for _, f := range []Field{Code, BusinessID, Name, Barred} {
			for n, side := range []Side{Left, Right} {
				netvisor := r.plan.Left == Netvisor && n == 0 || r.plan.Right == Netvisor && n == 1
				if !slices.Contains(strings.Fields(refReads[rule]), string(f)) || rule == IDMissing && !netvisor {
					continue
				}
				if !r.mapped[n][f] {
					not.Missing = append(not.Missing, Place{side, f})
				} else if rows := r.unreadRows(n, f); rows > 0 {
					if not.Unread == nil {
						not.Unread = map[Place]int{}
					}
					not.Unread[Place{side, f}] = rows
				}
			}
		}
		if len(not.Missing)+len(not.Unread) == 0 {
			continue
		}
		rep.NotRun = append(rep.NotRun, not)
		if rep.Counts[rule] == 0 {
			delete(rep.Counts, rule)
		}
	}
}

// unreadRows counts the rows of a side of which a value is held against nothing.
func (r *reference) unreadRows(n int, f Field) int {
	rows := 0
	for _, c := range r.sides[n] {
		if f == Name && refUnreadText(c.Name) || f == BusinessID && refUnreadText(c.ID) {
			rows++
		}
	}
	return rows
}
