package check

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
)

var (
	partMissing = Finding{Code: "part_number_missing", Status: Failed, Level: flows.Must, Message: "check.part_number_missing"}
	partSpoilt  = Finding{Code: "part_number_spoilt", Status: Failed, Level: flows.Must, Message: "check.part_number_spoilt"}
	partTwice   = Finding{Code: "part_number_twice", Status: Warned, Level: flows.Warn, Message: "check.part_number_twice"}
	partDiffers = Finding{Code: "part_number_differs", Status: Warned, Level: flows.Warn, Message: "check.part_number_differs"}
	partBlank   = Finding{Code: "part_number_blank", Status: Warned, Level: flows.Warn, Message: "check.part_number_blank"}
)

// catalogueFlaws are the findings about a catalogue, in the order in which
// they are reported, with the messages for none and for some.
var catalogueFlaws = []struct {
	Finding
	none, some string
}{
	{partMissing, "check.part_number_missing_none", "check.part_number_missing_some"},
	{partSpoilt, "check.part_number_spoilt_none", "check.part_number_spoilt_some"},
	{partTwice, "check.part_number_twice_none", "check.part_number_twice_some"},
	{partDiffers, "check.part_number_differs_none", "check.part_number_differs_some"},
	{partBlank, "check.part_number_blank_none", "check.part_number_blank_some"},
}

// techdataCatalogueCheck checks the part numbers of the product catalogue
// (TD-19): the first column of a row is its product, the second its part
// number, the third the SKU of TechData. A value outside a list is a part
// number.
func techdataCatalogueCheck() Check {
	return Check{
		Name:     "techdata.catalogue",
		Title:    "check.title_techdata_catalogue",
		Inputs:   []flows.Input{{Name: "catalogue", Types: codeTypes, Required: true, Many: true}},
		Findings: []Finding{partMissing, partSpoilt, partTwice, partDiffers, partBlank, missing},
		run:      techdataCatalogue,
	}
}

// product is a row of the catalogue.
type product struct {
	name, part, sku *run.CheckInput // nil: it has no such column
}

// flaw is one thing that is wrong with a product.
type flaw struct {
	code string
	text flows.Message
	item flows.Address // the cell
}

// mostCauses is how many flaws are reported one by one.
const mostCauses = 20

// techdataCatalogue checks the part numbers row by row.
func techdataCatalogue(_ context.Context, j *job) run.CheckResult {
	all := products(j.inputs("catalogue"))
	var flaws []flaw
	zeros := partZeros(all)
	for i := range all {
		if f := j.flawOf(&all[i], zeros); f != nil {
			flaws = append(flaws, *f)
		}
	}
	flaws = append(flaws, j.duplicates(all)...)
	flaws = inOrder(flaws)
	counts, levels := map[string]int{}, map[string]flows.Level{}
	status, finding := Passed, ""
	for i := range catalogueFlaws {
		f, n := &catalogueFlaws[i], 0
		for i := range flaws {
			if flaws[i].code == f.Code {
				n++
			}
		}
		if counts[f.Code] = n; n == 0 {
			j.phase(f.Code, Passed, flows.Msg(f.none))
			continue
		}
		levels[f.Code] = f.Level
		j.phase(f.Code, f.Status, flows.Msg(f.some, "n", n))
		if worst(status, f.Status) != status {
			status, finding = f.Status, f.Code
		}
	}
	result := j.result(status, finding, flows.Msg("check.catalogue_passed", "n", len(all)))
	if len(flaws) > 0 {
		result.Message = flows.Msg("check.catalogue_flawed", "n", len(all), "flaws", len(flaws), "first", flaws[0].text)
	}
	for _, f := range flaws[:min(len(flaws), mostCauses)] {
		result.Causes = append(result.Causes, run.Cause{Message: f.text, Item: f.item})
	}
	result.Counts, result.Levels = counts, levels
	return result
}

// inOrder are flaws in the order in which they are reported.
func inOrder(flaws []flaw) []flaw {
	order := map[string]int{}
	for i := range catalogueFlaws {
		order[catalogueFlaws[i].Code] = i
	}
	slices.SortStableFunc(flaws, func(a, b flaw) int { return order[a.code] - order[b.code] })
	return flaws
}

// products combines the cells of a catalogue into rows, in their order.
func products(inputs []run.CheckInput) []product {
	var all []product
	var columns []string
	at := map[string]int{}
	for i := range inputs {
		in := &inputs[i]
		row, column := in.Item.Row, in.Item.Column
		if row == "" {
			all = append(all, product{part: in})
			continue
		}
		k := slices.Index(columns, column)
		if k < 0 {
			k, columns = len(columns), append(columns, column)
		}
		n, known := at[row]
		if !known {
			n, at[row] = len(all), len(all)
			all = append(all, product{})
		}
		switch k {
		case 0:
			all[n].name = in
		case 1:
			all[n].part = in
		case 2:
			all[n].sku = in
		}
	}
	for i := range all {
		if all[i].part == nil {
			all[i].part = all[i].name // a list of one column
		}
	}
	return all
}

// partZeros is the length of the part numbers if some begin with zeros.
func partZeros(all []product) int {
	return register.Zeros(func(yield func(string) bool) {
		for i := range all {
			if !yield(strings.TrimSpace(textOf(all[i].part))) {
				return
			}
		}
	})
}

func textOf(in *run.CheckInput) string {
	if in == nil {
		return ""
	}
	return flows.Format(in.Value)
}

// flawOf is what is wrong with a product by itself; nil for nothing.
func (j *job) flawOf(p *product, zeros int) *flaw {
	raw, sku := textOf(p.part), strings.TrimSpace(textOf(p.sku))
	part := strings.TrimSpace(raw)
	found := func(f Finding) *flaw {
		return &flaw{f.Code, flows.Msg(f.Message, "product", j.productName(p), "part", shown(raw), "sku", shown(sku)), p.part.Item}
	}
	lost := sku != part && part != "" && strings.TrimLeft(sku, "0") == part
	switch {
	case part == "":
		return found(partMissing)
	case isDamaged(part), lost, len(part) < zeros && register.IsDigits(part):
		return found(partSpoilt)
	case part != raw, strings.ContainsFunc(part, isBlank):
		return found(partBlank)
	case sku != "" && sku != part:
		f := found(partDiffers)
		f.item = p.sku.Item
		return f
	}
	return nil
}

// isDamaged reports whether a spreadsheet has damaged a part number, or writes
// something in its place: scientific notation, an error, a sign that could not
// be read, a guard.
func isDamaged(part string) bool {
	_, formula := register.PlainFormula(part)
	_, quoted := register.WithoutApostrophe(part)
	return formula || quoted || register.IsScientific(part) || register.IsErrorValue(part) || register.IsUnread(part)
}

// isBlank reports whether a character shows nothing, or only a gap.
func isBlank(r rune) bool {
	return r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == '\u00ad' || strings.TrimSpace(string(r)) == ""
}

// duplicates are the part numbers of more than one product.
func (j *job) duplicates(all []product) []flaw {
	first, flaws := map[string]*product{}, []flaw(nil)
	for i := range all {
		p := &all[i]
		part := strings.TrimSpace(textOf(p.part))
		if before := first[part]; part != "" && before != nil && !register.IsErrorValue(part) {
			flaws = append(flaws, flaw{partTwice.Code, flows.Msg("check.part_number_twice", "product", j.productName(p), "part", shown(part), "other", j.productName(before)), p.part.Item})
			continue
		}
		first[part] = p
	}
	return flaws
}

// productName is the name of a product for a person.
func (j *job) productName(p *product) string {
	if name := strings.TrimSpace(textOf(p.name)); name != "" {
		return shown(name)
	}
	return label(p.part)
}

// shown is a value from outside for use in a sentence.
func shown(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most-1]) + "…"
	}
	return fmt.Sprintf("%q", flows.CleanLine(s))
}
