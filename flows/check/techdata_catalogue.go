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

type catalogueFinding struct {
	code  string
	level flows.Level
}

// The findings about a catalogue, the most serious first.
const (
	partMissing = "part_number_missing"
	partSpoilt  = "part_number_spoilt"
	partTwice   = "part_number_twice"
	partDiffers = "part_number_differs"
	partBlank   = "part_number_blank"
)

// catalogueFindings are the findings of techdata.catalogue with their levels, in
// the order in which they are told.
var catalogueFindings = []catalogueFinding{{partMissing, flows.Must}, {partSpoilt, flows.Must}, {partTwice, flows.Warn}, {partDiffers, flows.Warn}, {partBlank, flows.Warn}}

// techdataCatalogueSpec holds the product catalogue against the part numbers
// (TD-19): the first column of a row is its product, the second its part number,
// the third the SKU of TechData. What stands in no list is a part number.
func techdataCatalogueSpec() flows.CheckSpec {
	spec := flows.CheckSpec{
		Name:   "techdata.catalogue",
		Title:  "Every product has its Tech Data SKU number",
		Inputs: []flows.Input{{Name: "catalogue", Types: codeTypes, Required: true, Many: true}},
		Levels: map[string]flows.Level{},
	}
	for _, f := range catalogueFindings {
		spec.Findings = append(spec.Findings, f.code)
		spec.Levels[f.code] = f.level
	}
	spec.Findings = append(spec.Findings, "missing")
	return spec
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

// mostCauses is how many flaws are told one by one.
const mostCauses = 20

// techdataCatalogue looks at the part numbers row by row.
func techdataCatalogue(_ context.Context, j *job) run.CheckResult {
	all := products(j.inputs("catalogue"))
	var flaws []flaw
	zeros := partZeros(all)
	for i := range all {
		if f := j.flawOf(&all[i], zeros); f != nil {
			flaws = append(flaws, *f)
		}
	}
	flaws = append(flaws, j.twice(all)...)
	order := func(f flaw) int {
		return slices.IndexFunc(catalogueFindings, func(known catalogueFinding) bool { return known.code == f.code })
	}
	slices.SortStableFunc(flaws, func(a, b flaw) int { return order(a) - order(b) })
	counts, levels := map[string]int{}, map[string]flows.Level{}
	status, finding := Passed, ""
	for _, f := range catalogueFindings {
		n := 0
		for i := range flaws {
			if flaws[i].code == f.code {
				n++
			}
		}
		if counts[f.code] = n; n == 0 {
			j.phase(f.code, Passed, say(f.code+"_none"))
			continue
		}
		levels[f.code] = f.level
		j.phase(f.code, statusOf[f.level], say(f.code+"_some", "n", n))
		if worst(status, statusOf[f.level]) != status {
			status, finding = statusOf[f.level], f.code
		}
	}
	result := j.result(status, finding, say("catalogue_passed", "n", len(all)))
	if len(flaws) > 0 {
		result.Message = say("catalogue_flawed", "n", len(all), "flaws", len(flaws), "first", flaws[0].text)
	}
	for _, f := range flaws[:min(len(flaws), mostCauses)] {
		result.Causes = append(result.Causes, run.Cause{Message: f.text, Item: f.item})
	}
	result.Counts, result.Levels = counts, levels
	return result
}

// products puts the cells of a catalogue together into rows, in their order.
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

// partZeros is how long the part numbers are where some begin with zeros.
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

// flawOf is what is wrong with a product by itself; nil: nothing.
func (j *job) flawOf(p *product, zeros int) *flaw {
	raw, sku := textOf(p.part), strings.TrimSpace(textOf(p.sku))
	part := strings.TrimSpace(raw)
	found := func(code string) *flaw {
		return &flaw{code, say(code, "product", j.called(p), "part", shown(raw), "sku", shown(sku)), p.part.Item}
	}
	lost := sku != part && part != "" && strings.TrimLeft(sku, "0") == part
	switch {
	case part == "":
		return found(partMissing)
	case register.IsScientific(part), lost, len(part) < zeros && register.IsDigits(part):
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

// isBlank reports whether a sign shows nothing, or only a gap.
func isBlank(r rune) bool {
	return r == '\u200b' || r == '\ufeff' || r == '\u2060' || r == '\u00ad' || strings.TrimSpace(string(r)) == ""
}

// twice are the part numbers that more than one product has.
func (j *job) twice(all []product) []flaw {
	first, flaws := map[string]*product{}, []flaw(nil)
	for i := range all {
		p := &all[i]
		part := strings.TrimSpace(textOf(p.part))
		if before := first[part]; part != "" && before != nil {
			flaws = append(flaws, flaw{partTwice, say(partTwice, "product", j.called(p), "part", shown(part), "other", j.called(before)), p.part.Item})
			continue
		}
		first[part] = p
	}
	return flaws
}

// called is what a person calls a product.
func (j *job) called(p *product) string {
	if name := strings.TrimSpace(textOf(p.name)); name != "" {
		return shown(name)
	}
	return label(p.part)
}

// shown is a value from outside as a sentence can name it.
func shown(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most-1]) + "…"
	}
	return fmt.Sprintf("%q", flows.CleanLine(s))
}
