package register

import (
	"context"
	"errors"
	"slices"

	"lotse/flows"
)

// OtherSheets says of which sheet of a workbook the rows are, which others there
// are, and which of those fit as well.
func OtherSheets(sheet string, others, fits []string) Issue {
	if len(fits) > 0 {
		return Issue{Code: IssueSheet, Level: flows.Warn, Message: flows.Msg("register.sheet_doubt", "sheet", flows.Short(sheet), "others", ListColumns(fits))}
	}
	return Issue{Code: IssueSheet, Level: flows.Tell, Message: flows.Msg("register.sheet_taken", "sheet", flows.Short(sheet), "others", ListColumns(others))}
}

// mostSheets is how many sheets of a workbook are looked at.
const mostSheets = 20

// onSheets reads a workbook of which no sheet is asked for: the first sheet of
// which the header names fields of the list, else the first that has anything.
func onSheets(ctx context.Context, src Source, o Options, first *Table) (*Table, error) {
	taken, fits, others := first, []string(nil), slices.Clone(first.Info.Sheets)
	for _, sheet := range others[:min(len(others), mostSheets)] {
		if sheet == first.Info.Sheet {
			continue
		}
		o.Sheet = sheet
		t, err := readTable(ctx, src, o, first.list)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case isRefusedAs(err, Blank):
			others = slices.DeleteFunc(others, func(s string) bool { return s == sheet })
		case err != nil || !t.isNamed():
		case !taken.isNamed():
			taken = t
		default:
			fits = append(fits, sheet)
		}
	}
	others = slices.DeleteFunc(others, func(s string) bool { return s == taken.Info.Sheet })
	if len(others) > 0 {
		taken.notes = append(taken.notes, OtherSheets(taken.Info.Sheet, others, fits))
	}
	return taken, nil
}

// isNamed reports whether the header names fields of the list.
func (t *Table) isNamed() bool {
	return t.Header >= 0 && t.list.hits(t.Records[t.Header].Cells) > 0
}

func isRefusedAs(err error, code string) bool {
	var r *flows.Refusal
	return errors.As(err, &r) && r.Message.Code == code
}
