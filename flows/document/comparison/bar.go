package comparison

import (
	"fmt"

	"lotse/flows/register/compare"
)

// part is one piece of the picture of what was matched: pairs by one key, or
// rows of one side without a match.
type part struct {
	key   string // code, id, name, left, right
	label string
	count int
}

// parts are the pieces, in their order. Products are matched by code alone.
func parts(r *compare.Report, said *Words) []part {
	labels := map[string]string{
		"code": word(said.lang, "by_code"), "id": word(said.lang, "by_id"), "name": word(said.lang, "by_name"),
		"left": said.Title(compare.OnlyLeft), "right": said.Title(compare.OnlyRight),
	}
	var all []part
	for _, s := range r.Shares() {
		all = append(all, part{s.Key, labels[s.Key], s.Rows})
	}
	return all
}

func total(parts []part) int {
	sum := 0
	for _, p := range parts {
		sum += p.count
	}
	return sum
}

// percent is a share in words.
func percent(n, of int) string {
	switch {
	case of == 0 || n == 0:
		return "0 %"
	case n*100 < of:
		return "<1 %"
	case n < of && n*100 > of*99:
		return ">99 %"
	}
	return fmt.Sprintf("%d %%", (n*200+of)/(2*of))
}
