package check

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
)

var withoutRelation = Finding{Code: "without_relation", Status: Failed, Level: flows.Must, Message: "check.without_relation"}

// teccomRelationsCheck looks for the business relation of every entry of a buyer
// grouping file: one without is left out of the import (TI-15).
func teccomRelationsCheck() Check {
	return Check{
		Name:  "teccom.relations",
		Title: "check.title_teccom_relations",
		Inputs: []flows.Input{
			{Name: "buyer_grouping", Types: fileTypes, Required: true},
			{Name: "relations", Types: fileTypes, Required: true},
		},
		Findings: []Finding{withoutRelation, columnMissing, unreadable, sameFile, notCompared, timedOut, missing},
		run:      teccomRelations,
	}
}

// buyerKeys are what a buyer can be told by, the best first, as names.txt knows
// it. The columns of neither file are documented; the names are defaults.
var buyerKeys = []string{"party number", "tecom_id", "customer code"}

const (
	mostLead  = 10 // rows before which the header has to come
	mostNamed = 10 // rows that are named
)

// buyers is one of the two files while it is read.
type buyers struct {
	*side
	*register.Reader
	columns [3]int // by buyerKeys; -1: it has none
	key     int    // the column that counts
	rows    int
}

// teccomRelations compares the files by what tells the buyers in both.
func teccomRelations(ctx context.Context, j *job) run.CheckResult {
	grouping, relations := &buyers{side: j.side("buyer_grouping")}, &buyers{side: j.side("relations")}
	for _, b := range []*buyers{grouping, relations} {
		defer b.end()
		if err := b.begin(ctx, j); err != nil {
			return j.notCompared(err)
		}
	}
	key := slices.IndexFunc(buyerKeys, func(name string) bool {
		i := slices.Index(buyerKeys, name)
		return grouping.columns[i] >= 0 && relations.columns[i] >= 0
	})
	switch {
	case grouping.sum == relations.sum:
		return j.notCompared(relations.fault(sameFile, flows.Msg("check.same_file")))
	case key < 0:
		return j.notCompared(relations.fault(columnMissing, flows.Msg("check.no_key", "names", buyerKeys)))
	}
	grouping.key, relations.key = grouping.columns[key], relations.columns[key]
	return j.related(ctx, grouping, relations, buyerKeys[key])
}

// related reads both files and judges.
func (j *job) related(ctx context.Context, grouping, relations *buyers, key string) run.CheckResult {
	known, without := map[string]bool{}, 0
	var named []string
	err := relations.each(j, func(_ int, buyer string) { known[buyer] = true })
	if err == nil {
		j.phase(relations.Param, Passed, flows.Msg("check.buyers_read", "label", label(&relations.CheckInput), "n", relations.rows, "column", key))
		err = grouping.each(j, func(row int, buyer string) {
			if buyer == "" || !known[buyer] {
				if without++; without <= mostNamed {
					named = append(named, strconv.Itoa(row)+" ("+shown(buyer)+")")
				}
			}
		})
	}
	switch {
	case ctx.Err() != nil:
		return j.notCompared(ctx.Err())
	case err != nil:
		return j.notCompared(err)
	}
	j.phase(grouping.Param, Passed, flows.Msg("check.buyers_read", "label", label(&grouping.CheckInput), "n", grouping.rows, "column", key))
	result := j.result(Passed, "", flows.Msg("check.relations_passed", "n", grouping.rows))
	if without > 0 {
		if without > len(named) {
			named = append(named, "…")
		}
		text := flows.Msg("check.without_relation", "n", without, "all", grouping.rows, "rows", strings.Join(named, ", "))
		j.phase(withoutRelation.Code, withoutRelation.Status, text)
		result = j.found(withoutRelation, text,
			run.Cause{Message: flows.Msg("check.cause_relation"), Item: relations.Item}, run.Cause{Message: flows.Msg("check.cause_grouping"), Item: grouping.Item})
		result.Levels = map[string]flows.Level{withoutRelation.Code: withoutRelation.Level}
	}
	result.Counts = map[string]int{withoutRelation.Code: without}
	return result
}

// begin opens a file and finds its header.
func (b *buyers) begin(ctx context.Context, j *job) (err error) {
	if err := b.find(ctx, j); err != nil {
		return err
	}
	b.Reader, err = register.Open(ctx, register.Source{Name: b.name, R: b.content, Size: b.content.Size()}, register.Options{})
	if err != nil {
		return b.broken(err)
	}
	for range mostLead {
		record, err := b.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return b.broken(err)
		}
		found := false
		for k, name := range buyerKeys {
			key := register.MeaningOf(name)
			b.columns[k] = slices.IndexFunc(record.Cells, func(c string) bool { return key.Shares(register.MeaningOf(c)) })
			found = found || b.columns[k] >= 0
		}
		if found {
			return nil
		}
	}
	return b.fault(columnMissing, flows.Msg("check.no_key", "names", buyerKeys))
}

// end lets go of the file.
func (b *buyers) end() {
	if b.Reader != nil {
		b.Close() //nolint:errcheck,gosec // only read
	}
	b.close()
}

// broken refuses the file for what its reader says.
func (b *buyers) broken(err error) error {
	var refusal *flows.Refusal
	if errors.As(err, &refusal) {
		return b.refuse(refusal)
	}
	return err
}

// each gives what tells the buyer of every row of data.
func (b *buyers) each(j *job, do func(row int, buyer string)) error {
	for {
		record, err := b.Next()
		if errors.Is(err, io.EOF) {
			if sum := b.Info().Sum; sum != b.sum {
				return b.fault(unreadable, flows.Msg("check.file_changed"))
			}
			return nil
		}
		if err != nil {
			return b.broken(err)
		}
		b.rows++
		buyer := ""
		if b.key < len(record.Cells) {
			buyer = strings.Clone(strings.TrimSpace(record.Cells[b.key]))
		}
		do(record.Row, buyer)
	}
}
