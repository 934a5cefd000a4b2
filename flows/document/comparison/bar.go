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
func parts(r *compare.Report, lang string) []part {
	all := []part{{"code", word(lang, "by_code"), r.Matches.Code}}
	if r.Kind != compare.Products {
		all = append(all, part{"id", word(lang, "by_id"), r.Matches.BusinessID}, part{"name", word(lang, "by_name"), r.Matches.Name})
	}
	return append(all,
		part{"left", r.Title(lang, compare.OnlyLeft), r.LeftHalf.Only},
		part{"right", r.Title(lang, compare.OnlyRight), r.RightHalf.Only})
}

func total(parts []part) int {
	sum := 0
	for _, p := range parts {
		sum += p.count
	}
	return sum
}

// shares part a width among the pieces: in proportion, but at least least for
// what is there at all.
func shares(parts []part, width, least int) []int {
	all := total(parts)
	out := make([]int, len(parts))
	if all == 0 {
		return out
	}
	left, widest := width, 0
	for i, p := range parts {
		if p.count > 0 {
			out[i] = max(int(int64(p.count)*int64(width)/int64(all)), least)
		}
		left -= out[i]
		if out[i] > out[widest] {
			widest = i
		}
	}
	out[widest] = max(out[widest]+left, 0)
	return out
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
