package walk

import (
	"slices"
	"strings"

	"lotse/flows"
)

// fieldCodes say what the fields of a register are called.
var fieldCodes = map[string]string{
	"code": "dialogue.field_code", "business_id": "dialogue.field_business_id", "name": "dialogue.field_name", "barred": "dialogue.field_barred",
}

// FieldName is what a field is called.
func FieldName(field string) flows.Message {
	if code, ok := fieldCodes[field]; ok {
		return flows.Msg(code)
	}
	return flows.Said(field)
}

// Told says how the choice stands: the file, each field with its column, the
// columns that there are, and what was chosen before.
func (c *Columns) Told() []flows.Message {
	all := []flows.Message{flows.Msg("dialogue.columns_of", "label", c.Label, "file", c.File, "side", c.Side)}
	if !c.Fails.IsZero() {
		return append(all, c.Fails)
	}
	for i, f := range c.Fields {
		all = append(all, c.column(i, f))
	}
	all = append(all, flows.Msg("dialogue.columns_there", "columns", c.Header))
	if c.Before != nil {
		all = append(all, c.before())
	}
	return all
}

func (c *Columns) column(i int, field string) flows.Message {
	name := FieldName(field)
	switch header := c.Filled(i); {
	case header == "":
		return flows.Msg("dialogue.column_none", "field", name)
	case c.chose[i]:
		return flows.Msg("dialogue.column_chosen", "field", name, "column", header)
	default:
		return flows.Msg("dialogue.column_found", "field", name, "column", header)
	}
}

// before says what was chosen before, and whether it fits this file.
func (c *Columns) before() flows.Message {
	var chosen []string
	for _, f := range c.Fields {
		if header, said := c.Before.Columns[f]; said {
			chosen = append(chosen, f+"="+header)
		}
	}
	code := "dialogue.columns_before"
	if !c.Before.Fits(c.Header) {
		code = "dialogue.columns_other"
	}
	return flows.Msg(code, "run", c.Before.Run, "columns", chosen, "was", c.Before.Headers)
}

// Recalled takes what was chosen before, and says what came of it.
func (c *Columns) Recalled() Turn {
	if c.Before == nil {
		return warn(flows.Msg("dialogue.columns_nothing", "label", c.Label))
	}
	if _, ok := c.Recall(); !ok {
		return warn(c.before())
	}
	return Turn{Done: true}
}

// ChooseColumns takes what a person says of the columns of files: SIDE.FIELD=HEADER,
// or SIDE= for nothing any more. Sides are called by their input, or left and
// right; side names them so.
func ChooseColumns(all []*Columns, text string, side func(string) string) Turn {
	place, header, ok := strings.Cut(text, "=")
	name, field, dotted := strings.Cut(strings.TrimSpace(place), ".")
	at := slices.IndexFunc(all, func(c *Columns) bool { return c.Side == side(name) })
	if !ok || at < 0 {
		return warn(flows.Msg("dialogue.columns_form"))
	}
	c := all[at]
	if !dotted && strings.TrimSpace(header) == "" {
		c.Forget()
		return Turn{Done: true}
	}
	i := slices.Index(c.Fields, field)
	if i < 0 {
		return warn(flows.Msg("dialogue.columns_form"))
	}
	if header = strings.TrimSpace(header); header == "" {
		c.Choose(i, -1)
		return Turn{Done: true}
	}
	column, ok := c.Name(header)
	if !ok {
		return warn(flows.Msg("dialogue.no_such_column", "column", flows.Short(header), "columns", c.Header))
	}
	c.Choose(i, column)
	return Turn{Done: true}
}
