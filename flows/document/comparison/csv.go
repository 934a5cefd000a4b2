package comparison

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"lotse/flows/document/paper"
	"lotse/flows/register/compare"
)

// columns are those of CSV and XLSX, one line a finding.
var columns = []string{
	"rule", "level", "side", "left_row", "right_row", "left_code", "right_code", "left_name", "right_name",
	"left_business_id", "right_business_id", "detail", "effect", "repair",
}

// cellsOf are the cells of a finding, by columns.
func cellsOf(r *compare.Report, said *Words, f *compare.Finding) []string {
	return []string{
		string(f.Rule), string(r.Kind.Level(f.Rule)), string(f.Side), rowNumber(f.Left.Row), rowNumber(f.Right.Row),
		value(f.Left.Code), value(f.Right.Code), value(f.Left.Name), value(f.Right.Name), value(f.Left.ID), value(f.Right.ID),
		said.Detail(f), said.Effect(f), said.Repair(f),
	}
}

// notRunLevel stands for the level in the line of a rule that did not run.
const notRunLevel = "not_run"

// CSV writes a report as a spreadsheet in Europe opens it at a click: UTF-8 with
// a byte order mark, semicolons, CRLF. A cell that a spreadsheet would compute
// has an apostrophe before it. Behind the findings stands a line for each rule
// that did not run.
func CSV(w io.Writer, r *compare.Report, lang string) error {
	b := bufio.NewWriterSize(w, 64<<10)
	if _, err := b.WriteString("\ufeff"); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	c := csv.NewWriter(b)
	c.Comma, c.UseCRLF = ';', true
	if err := c.Write(columns); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	said := NewWords(&r.Plan, lang)
	for i := range r.Findings {
		line := cellsOf(r, said, &r.Findings[i])
		for k := range line {
			line[k] = paper.Inert(line[k])
		}
		if err := c.Write(line); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	for _, n := range r.NotRun {
		line := make([]string, len(columns))
		line[0], line[1], line[slices.Index(columns, "detail")] = string(n.Rule), notRunLevel, paper.Inert(without(r, lang, n))
		if err := c.Write(line); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}
