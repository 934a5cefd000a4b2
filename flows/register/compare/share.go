package compare

// Share is one part of the bar that shows what belongs together.
type Share struct {
	Key  string // "code", "id", "name": pairs of that tier; "left", "right": rows without a match
	Rows int
}

// Shares are the parts of the bar, in their order. Products have no ids to match
// by, and names only where a code is not read; nor has a side without their column.
func (r *Report) Shares() []Share {
	all := []Share{{"code", r.Matches.Code}}
	if r.Kind != Products && !r.Lacks(OverwriteByID) {
		all = append(all, Share{"id", r.Matches.BusinessID})
	}
	if r.Kind != Products && !r.Lacks(MergeByName) || r.Kind == Products && r.Matches.Name > 0 {
		all = append(all, Share{"name", r.Matches.Name})
	}
	return append(all, Share{"left", r.LeftHalf.Only}, Share{"right", r.RightHalf.Only})
}

// Apportion parts a width among the shares: in proportion, but at least least for
// what is there at all.
func Apportion(shares []Share, width, least int) []int {
	all := 0
	for _, s := range shares {
		all += s.Rows
	}
	out := make([]int, len(shares))
	if all == 0 {
		return out
	}
	left, widest := width, 0
	for i, s := range shares {
		if s.Rows > 0 {
			out[i] = max(int(int64(s.Rows)*int64(width)/int64(all)), least)
		}
		left -= out[i]
		if out[i] > out[widest] {
			widest = i
		}
	}
	out[widest] = max(out[widest]+left, 0)
	return out
}
