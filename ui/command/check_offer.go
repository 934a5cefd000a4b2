package command

import (
	"context"
	"slices"

	"lotse/flows/check"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// recall takes what was said for the customer before; where the columns are
// called otherwise it takes nothing, and says so.
func (o *mapOptions) recall(ctx context.Context, s *run.Session, tables []check.Table, of func(string) (*run.Reading, error)) error {
	found := false
	for i := range tables {
		t := &tables[i]
		offered, err := o.offered(ctx, s, t)
		if err != nil {
			return err
		}
		if offered == nil || t.File == "" {
			continue
		}
		look, err := t.Look(ctx, o.archive, run.Reading{Header: offered.Header, Sheet: offered.Sheet, Encoding: offered.Encoding})
		if err != nil {
			return o.mapFailure(t, err)
		}
		if !offered.Fits(look.Header) {
			return usage("cmd.other_columns", "side", t.Side, "run", offered.Run, "was", register.ListColumns(offered.Headers), "is", register.ListColumns(look.Header), "map", mapWords(t.Side, offered.Columns))
		}
		r, err := of(t.Side)
		if err != nil {
			return err
		}
		*r, found = offered.Reading, true
	}
	if !found {
		return usage("cmd.nothing_remembered", "item", tables[0].At)
	}
	return nil
}

// offered is what was said before of a table, for the customer.
func (o *mapOptions) offered(ctx context.Context, s *run.Session, t *check.Table) (*run.Remembered, error) {
	return run.Remember(ctx, o.archive, s.View(o.Now()).Customer.ID, t.Check, t.Side, func(id, item string) bool {
		return id == s.ID() && item == t.At.String()
	})
}

// offer says which columns were chosen before, of the files in which no column
// was found for a field.
func (o *mapOptions) offer(ctx context.Context, s *run.Session, records []run.Command) error {
	for _, record := range records {
		done := record.(run.RecordCheck)
		tables, err := check.Tables(s, done.At)
		if err != nil || len(tables) == 0 {
			continue // whoever compares nothing has no columns
		}
		for i := range tables {
			t := &tables[i]
			if !lacks(&done.Result, t.Side) || !t.Reading.IsZero() {
				continue
			}
			offered, err := o.offered(ctx, s, t)
			if err != nil {
				return err
			}
			switch {
			case offered == nil:
				o.talk("cmd.way_check_map", "run", s.ID(), "item", t.At, "side", t.Side)
			default:
				o.talk("cmd.map_offered", "item", t.At, "side", t.Side, "run", offered.Run, "at", offered.At.Local(), "map", mapWords(t.Side, offered.Columns))
			}
		}
	}
	return nil
}

// lacks reports whether a side of a comparison lacks a column that counts.
func lacks(r *run.CheckResult, side string) bool {
	return slices.ContainsFunc(r.Columns, func(c run.Column) bool {
		return check.SideOf(c.Side) == side && c.Header == "" && c.Field != string(compare.Barred)
	})
}
