package compare

import (
	"context"
	"errors"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
)

// mostSheets is how many sheets of a workbook are looked at for the columns.
const mostSheets = 20

// understand looks at the beginning of a file. Of a workbook of which no sheet is
// asked for it takes the first that has the codes, and says which others there
// are.
func understand(ctx context.Context, src register.Source, k Kind, o Options) (*layout, error) {
	l, info, err := understandOne(ctx, src, k, o)
	if o.Sheet != "" || len(info.Sheets) < 2 || ctx.Err() != nil {
		return l, err
	}
	fits, others := []string(nil), without(info.Sheets, info.Sheet)
	for _, sheet := range others[:min(len(others), mostSheets)] {
		o.Sheet = sheet
		other, _, otherErr := understandOne(ctx, src, k, o)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case isBlank(otherErr):
			others = without(others, sheet)
		case otherErr != nil:
		case err != nil:
			others = append(without(others, sheet), info.Sheet)
			l, err, info.Sheet = other, nil, sheet
		default:
			fits = append(fits, sheet)
		}
	}
	if err != nil {
		return nil, ofSheets(err, info.Sheet, others)
	}
	l.sheet = info.Sheet
	if len(others) > 0 {
		l.notes = append(l.notes, register.OtherSheets(l.sheet, others, fits))
	}
	return l, nil
}

func without(all []string, one string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == one })
}

// isBlank reports whether a file was refused since there is nothing in it.
func isBlank(err error) bool {
	var r *flows.Refusal
	return errors.As(err, &r) && r.Message.Code == register.Blank
}

// ofSheets is why no sheet of a workbook is taken: what refuses the first, with
// the names of the others.
func ofSheets(err error, sheet string, others []string) error {
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != NoCodes {
		return err
	}
	columns, _ := r.Message.Arg("columns")
	with := *r
	with.Message = r.Message.With("columns", flows.Msg("compare.columns_of_sheet", "columns", columns, "sheet", flows.Short(sheet), "others", register.ListColumns(others))).
		With(Sheets, strings.Join(others, ", "))
	return &with
}

// Sheets is what a refusal of NoCodes names where the workbook has other sheets.
const Sheets = "sheets"
