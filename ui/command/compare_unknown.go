package command

import (
	"context"
	"errors"
	"maps"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register"
	"lotse/flows/register/compare"
)

// uncompared says why two registers were not compared. Where no column holds the
// codes of one, nothing is known of either: that is a result, of which the JSON
// names every column.
func (o *compareOptions) uncompared(ctx context.Context, p compare.Plan, asked [2]compare.Options, err error) error {
	var refusal *flows.Refusal
	var side *sideError
	if !errors.As(err, &refusal) || !errors.As(err, &side) || !compare.IsCodeless(refusal) {
		return o.compareFailure(err)
	}
	said := sideRefusal(side, refusal)
	if !o.flags.json {
		return said
	}
	r := &compare.Report{Plan: p}
	var columns [2]map[compare.Field]string
	var notes [2][]register.Issue
	for i, half := range []*compare.Half{&r.LeftHalf, &r.RightHalf} {
		if columns[i], err = o.look(ctx, i, p.Kind, asked[i], half); err != nil {
			return o.compareFailure(err)
		}
		if sideNames[i] == side.side {
			at, _ := refusal.At.(flows.FilePlace)
			notes[i] = []register.Issue{{Code: register.IssueUnfilled, Level: flows.Must, Row: at.Row, Message: said.Message}}
		}
		half.Columns = columns[i]
	}
	r.NotRun = p.NotRun(columns)
	if err := writeReport(ctx, o.Out, r, check.Unknown, notes, o.spoken(ctx)); err != nil {
		return err
	}
	return status(exitFailed)
}

// look finds which columns of a side fill which fields; of Rackbeat itself they
// are known.
func (o *compareOptions) look(ctx context.Context, i int, k compare.Kind, options compare.Options, half *compare.Half) (map[compare.Field]string, error) {
	if i == 1 && o.live.url != "" {
		columns := map[compare.Field]string{}
		for _, f := range k.Fields() {
			columns[f] = string(f)
		}
		return columns, nil
	}
	look, err := readSide(o, i, func(src register.Source) (*compare.Look, error) { return compare.LookAt(ctx, src, k, options) })
	if err != nil {
		return nil, err
	}
	half.File, half.Encoding, half.Delimiter, half.Sheet = look.Info.Name, look.Info.Encoding, look.Info.Delimiter, look.Info.Sheet
	return maps.Clone(look.Columns), nil
}
