package check

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
)

var (
	withoutRelation = Finding{Code: "without_relation", Status: Failed, Level: flows.Must, Message: "check.without_relation"}
	keysUnread      = Finding{Code: "keys_unread", Status: Warned, Level: flows.Warn, Message: "check.buyers_unread"}
)

// teccomRelationsCheck looks for the business relation of every entry of a
// buyer grouping file: an entry without one is left out of the import (TI-15).
func teccomRelationsCheck() Check {
	return Check{
		Name:  "teccom.relations",
		Title: "check.title_teccom_relations",
		Inputs: []flows.Input{
			{Name: "buyer_grouping", Types: fileTypes, Required: true},
			{Name: "relations", Types: fileTypes, Required: true},
		},
		Findings: []Finding{withoutRelation, keysUnread, columnMissing, unreadable, sameFile, notCompared, timedOut, missing},
		run:      teccomRelations,
	}
}

// buyerKeys are the fields that identify a buyer, best first, by their names
// in names.txt. The columns of neither file are documented; the names are
// defaults.
var buyerKeys = []string{"party number", "tecom_id", "customer code"}

// mostNamed is how many rows are named.
const mostNamed = 10

// buyers is one of the two files: the cells of the column that identifies its
// buyers.
type buyers struct {
	*side
	cells  []register.Cell
	issues []register.Issue
}

// teccomRelations compares the files by a key that both have.
func teccomRelations(ctx context.Context, j *job) run.CheckResult {
	grouping, relations := &buyers{side: j.side("buyer_grouping")}, &buyers{side: j.side("relations")}
	for _, b := range []*buyers{grouping, relations} {
		defer b.close()
		if err := b.find(ctx, j); err != nil {
			return j.notCompared(err)
		}
	}
	if grouping.sum == relations.sum {
		return j.notCompared(relations.fault(sameFile, flows.Msg("check.same_file")))
	}
	none := grouping // the file that no key tells the buyers of
	for _, key := range buyerKeys {
		both := true
		for _, b := range []*buyers{grouping, relations} {
			found, err := b.read(ctx, key)
			if err != nil {
				return j.notCompared(err)
			}
			if both = both && found; found && b == grouping {
				none = relations
			}
		}
		if both {
			return j.related(grouping, relations, key)
		}
	}
	return j.notCompared(none.fault(columnMissing, flows.Msg("check.no_key", "names", buyerKeys)))
}

// read reads the column of a key; found is false if there is none.
func (b *buyers) read(ctx context.Context, key string) (found bool, err error) {
	list := register.NewList(&flows.Item{ID: "buyers", Kind: flows.KindList, List: &flows.List{Columns: []flows.Item{
		{ID: key, Label: key, Kind: flows.KindField, Field: &flows.Field{Type: flows.TypeCode}, Rules: []flows.Rule{{Name: "digits", Level: flows.Warn}}},
	}}})
	t, err := register.ReadTable(ctx, register.Source{Name: b.name, R: b.content, Size: b.content.Size()}, register.Options{}, list)
	var refusal *flows.Refusal
	switch {
	case errors.As(err, &refusal):
		return false, b.refuse(refusal)
	case err != nil:
		return false, err
	case t.Info.Sum != b.sum:
		return false, b.fault(unreadable, flows.Msg("check.file_changed"))
	}
	m := t.Propose()
	if !m.Filled(0) {
		return false, nil
	}
	b.cells, b.issues = t.Cells(m, 0)
	return true, nil
}

// related looks for each buyer of one file in the other. A value that cannot
// be read is no buyer, and matches none.
func (j *job) related(grouping, relations *buyers, key string) run.CheckResult {
	known := map[string]bool{}
	unread := j.buyersRead(relations, key)
	for _, c := range relations.cells {
		if !c.IsUnread && c.Text != "" {
			known[c.Text] = true
		}
	}
	unread += j.buyersRead(grouping, key)
	for _, b := range []*buyers{grouping, relations} {
		if len(b.cells) == 0 {
			return j.notCompared(b.fault(unreadable, flows.Msg("check.no_entries")))
		}
	}
	without := 0
	var named []string
	for _, c := range grouping.cells {
		if !c.IsUnread && !known[c.Text] {
			if without++; without <= mostNamed {
				named = append(named, strconv.Itoa(c.Row)+" ("+shown(c.Text)+")")
			}
		}
	}
	return j.relationsResult(grouping, relations, unread, without, named)
}

// buyersRead reports what was read of a file, and counts the rows that could
// not be read.
func (j *job) buyersRead(b *buyers, key string) (unread int) {
	j.phase(b.Param, Passed, flows.Msg("check.buyers_read", "label", label(&b.CheckInput), "n", len(b.cells), "column", key))
	for _, i := range b.issues[:min(len(b.issues), mostNotes)] {
		status := Passed
		if i.Level != flows.Tell {
			status = Warned
		}
		m := i.Message
		if i.Row > 0 {
			m = flows.Msg("place.row", "row", i.Row, "text", m)
		}
		j.phase(b.Param, status, flows.Msg("check.register_note", "label", label(&b.CheckInput), "note", m))
	}
	for _, c := range b.cells {
		if c.IsUnread {
			unread++
		}
	}
	return unread
}

// relationsResult is the result by the number of entries without a relation
// and of rows that could not be read.
func (j *job) relationsResult(grouping, relations *buyers, unread, without int, named []string) run.CheckResult {
	all := len(grouping.cells)
	result := j.result(Passed, "", flows.Msg("check.relations_passed", "n", all))
	levels := map[string]flows.Level{}
	causes := []run.Cause{{Message: flows.Msg("check.cause_relation"), Item: relations.Item}, {Message: flows.Msg("check.cause_grouping"), Item: grouping.Item}}
	var text flows.Message
	if unread > 0 {
		text = flows.Msg(keysUnread.Message, "n", unread)
		j.phase(keysUnread.Code, Warned, text)
		result, levels[keysUnread.Code] = j.found(keysUnread, text, causes...), keysUnread.Level
	}
	if without > 0 {
		if without > len(named) {
			named = append(named, "…")
		}
		said := flows.Msg("check.without_relation", "n", without, "all", all, "rows", strings.Join(named, ", "))
		j.phase(withoutRelation.Code, withoutRelation.Status, said)
		if unread > 0 {
			said = flows.Joined("joined.sentence", said, text)
		}
		result, levels[withoutRelation.Code] = j.found(withoutRelation, said, causes...), withoutRelation.Level
	}
	if len(levels) > 0 {
		result.Levels = levels
	}
	result.Counts = map[string]int{withoutRelation.Code: without}
	if unread > 0 {
		result.Counts[keysUnread.Code] = unread
	}
	return result
}
