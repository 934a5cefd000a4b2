package walk

import (
	"slices"
	"strings"

	"lotse/flows"
)

// fieldCodes are the codes of the names of a register's fields.
var fieldCodes = map[string]string{
	"code": "dialogue.field_code", "business_id": "dialogue.field_business_id", "name": "dialogue.field_name", "barred": "dialogue.field_barred",
}

// FieldName is the name of a field.
func FieldName(field string) flows.Message {
	if code, ok := fieldCodes[field]; ok {
		return flows.Msg(code)
	}
	return flows.Said(field)
}

// Messages describe the choice: the file, each field with its column, all
// columns of the file, and the earlier choice.
func (c *Columns) Messages() []flows.Message {
	all := []flows.Message{flows.Msg("dialogue.columns_of", "label", c.Label, "file", c.File, "side", c.Side)}
	if !c.Problem.IsZero() {
		return append(all, c.Problem)
	}
	for i, f := range c.Fields {
		all = append(all, c.column(i, f))
	}
	all = append(all, flows.Msg("dialogue.columns_there", "columns", c.Header))
	if c.Earlier != nil {
		all = append(all, c.earlierMessage())
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

// earlierMessage says what was chosen earlier, and whether it fits this file.
func (c *Columns) earlierMessage() flows.Message {
	var chosen []string
	for _, f := range c.Fields {
		if header, said := c.Earlier.Columns[f]; said {
			chosen = append(chosen, f+"="+header)
		}
	}
	code := "dialogue.columns_before"
	if !c.Earlier.Fits(c.Header) {
		code = "dialogue.columns_other"
	}
	return flows.Msg(code, "run", c.Earlier.Run, "columns", chosen, "was", c.Earlier.Headers)
}

// TellUseEarlier is UseEarlier, and tells the result.
func (c *Columns) TellUseEarlier() Turn {
	if c.Earlier == nil {
		return warn(flows.Msg("dialogue.columns_nothing", "label", c.Label))
	}
	if _, ok := c.UseEarlier(); !ok {
		return warn(c.earlierMessage())
	}
	return Turn{Done: true}
}

// ChooseColumns carries out a person's choice of columns: SIDE.FIELD=HEADER,
// or SIDE= to drop all choices. A side is named by its input, or as left and
// right; side translates those names.
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
	column, ok := c.FindColumn(header)
	if !ok {
		return warn(flows.Msg("dialogue.no_such_column", "column", flows.Short(header), "columns", c.Header))
	}
	c.Choose(i, column)
	return Turn{Done: true}
}
