package outside

import (
	"context"
	"errors"
	"slices"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// HasColumns reports whether a check compares files whose columns can be
// chosen with Columns.
func HasColumns(s check.Session, at flows.Address) bool {
	tables, err := check.Tables(s, at)
	return err == nil && slices.ContainsFunc(tables, func(t check.Table) bool { return t.File != "" })
}

// Columns reads, for each file of a check, its columns and which field each of
// them fills. It returns none if the check compares no registers.
func Columns(ctx context.Context, a run.Archive, s check.Session, customer string, at flows.Address) ([]*walk.Columns, error) {
	tables, err := check.Tables(s, at)
	if err != nil {
		return nil, err
	}
	var all []*walk.Columns
	for i := range tables {
		t := &tables[i]
		if t.File == "" {
			continue // there is nothing to choose from
		}
		c := &walk.Columns{At: t.At, Side: t.Side, Label: t.Label, File: t.File, Given: t.Reading}
		for _, f := range t.Kind.Fields() {
			c.Fields = append(c.Fields, string(f))
		}
		if err := readColumns(ctx, a, t, c); err != nil {
			return nil, err
		}
		c.Earlier, err = run.Remember(ctx, a, customer, t.Check, t.Side, func(id, item string) bool { return id == s.ID() && item == t.At.String() })
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// readColumns reads the columns of a file twice: with the person's choices,
// and without.
func readColumns(ctx context.Context, a run.Archive, t *check.Table, c *walk.Columns) error {
	bare := t.Reading
	bare.Columns = nil
	found, err := t.Look(ctx, a, bare)
	var refusal *flows.Refusal
	if errors.As(err, &refusal) {
		c.Problem = refusal.Placed()
		c.SetDetected(nil, nil)
		return nil
	}
	if err != nil {
		return err
	}
	c.Header, c.SampleRows = found.Header, found.Below
	filled := found
	if len(t.Reading.Columns) > 0 {
		if said, err := t.Look(ctx, a, t.Reading); err == nil {
			filled = said
		} // a column that was chosen and is not there fills nothing
	}
	c.SetDetected(named(found.Columns), named(filled.Columns))
	return nil
}

func named(columns map[compare.Field]string) map[string]string {
	all := map[string]string{}
	for f, header := range columns {
		all[string(f)] = header
	}
	return all
}
