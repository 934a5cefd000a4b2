package command

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/file"
)

// rowsOptions are the options of set that are about lists from files.
type rowsOptions struct {
	files     []string // STEP.LIST=FILE
	chosen    []string // COLUMN=HEADER
	append    bool
	header    int
	sheet     string
	delimiter string
	encoding  string
}

// unsaid is the header row of which nothing is said.
const unsaid = -1

func (o *rowsOptions) flags(c *call, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&o.files, "rows", nil, c.text("cmd.flag_rows"))
	f.StringArrayVar(&o.chosen, "map", nil, c.text("cmd.flag_map"))
	f.BoolVar(&o.append, "append", false, c.text("cmd.flag_append"))
	f.IntVar(&o.header, "header", unsaid, c.text("cmd.flag_header"))
	f.StringVar(&o.sheet, "sheet", "", c.text("cmd.flag_sheet"))
	f.StringVar(&o.delimiter, "delimiter", "", c.text("cmd.flag_delimiter"))
	f.StringVar(&o.encoding, "encoding", "", c.text("cmd.flag_encoding", "encodings", strings.Join(register.Encodings(), ", ")))
}

// importShape is what was read of a file, and how it fills the list.
type importShape struct {
	Item      string          `json:"item"`
	File      string          `json:"file"`
	Sum       string          `json:"sha256"`
	Encoding  string          `json:"encoding"`
	Delimiter string          `json:"delimiter"`
	Sheet     string          `json:"sheet"`
	Header    int             `json:"header"`
	Rows      int             `json:"rows"`
	BadRows   int             `json:"bad_rows"`
	Columns   []mappedShape   `json:"columns"`
	LeftOut   []string        `json:"left_out"`
	Issues    []rowIssueShape `json:"issues"`

	table *register.Table
}

type mappedShape struct {
	Column     string  `json:"column"`
	Header     *string `json:"header"`
	Confidence string  `json:"confidence"`
}

type rowIssueShape struct {
	Row    int                `json:"row"`
	Column string             `json:"column"`
	Level  flows.Level        `json:"level"`
	Code   register.IssueCode `json:"code"`
	Text   string             `json:"text"`
}

// importedShape is a changed run, with what was read for it.
type importedShape struct {
	showShape
	Imports []importShape `json:"imports"`
}

// commands reads the files and turns them into commands; what was read is kept
// for the report.
func (o *rowsOptions) commands(ctx context.Context, c *call, s *run.Session) ([]run.Command, error) {
	asked, err := o.asked()
	if err != nil {
		return nil, err
	}
	asked.Today = c.Now()
	var all []run.Command
	unused := maps.Clone(asked.Map)
	for _, arg := range o.files {
		target, path, ok := strings.Cut(arg, "=")
		if !ok || path == "" {
			return nil, usage("cmd.rows_take", "value", short(arg))
		}
		step, it, err := resolve(s, target)
		if err != nil {
			return nil, err
		}
		at := flows.Address{Step: step.ID, Item: it.ID}
		if it.Kind != flows.KindList {
			return nil, usage("cmd.no_list", "item", at, "kind", kindOf(it))
		}
		command, err := c.rowsOf(ctx, s.Procedure().Lang, at, path, it, asked.of(it, unused))
		if err != nil {
			return nil, err
		}
		command.Append = o.append
		all = append(all, command)
	}
	for column := range unused {
		return nil, usage("cmd.map_nowhere", "column", column)
	}
	return all, nil
}

// asked reads what the flags say about the files.
func (o *rowsOptions) asked() (askedOf, error) {
	a := askedOf{ReadOptions: file.ReadOptions{Map: map[string]string{}}}
	a.Sheet, a.Encoding = o.sheet, o.encoding
	if o.header != unsaid {
		a.Header = &o.header
	}
	if o.delimiter != "" {
		comma, ok := register.DelimiterNames()[strings.ToLower(o.delimiter)]
		if !ok {
			return a, usage("cmd.no_delimiter", "value", short(o.delimiter))
		}
		a.Delimiter = comma
	}
	for _, arg := range o.chosen {
		column, header, ok := strings.Cut(arg, "=")
		if _, twice := a.Map[column]; !ok || column == "" || twice {
			return a, usage("cmd.map_takes", "value", short(arg))
		}
		a.Map[column] = header
	}
	if len(o.files) == 0 && (len(o.chosen) > 0 || o.append || o.header != unsaid || o.sheet+o.delimiter+o.encoding != "") {
		return a, usage("cmd.about_rows")
	}
	return a, nil
}

// askedOf is what was said about all files.
type askedOf struct{ file.ReadOptions }

// of is what was said about the file of one list: the columns that it has.
func (a askedOf) of(list *flows.Item, unused map[string]string) file.ReadOptions {
	one := a.ReadOptions
	one.Map = map[string]string{}
	for column, header := range a.Map {
		if register.NewList(list).Field(column) >= 0 {
			one.Map[column] = header
			delete(unused, column)
		}
	}
	return one
}

// rowsOf reads one file.
func (c *call) rowsOf(ctx context.Context, lang string, at flows.Address, path string, list *flows.Item, a file.ReadOptions) (run.ReplaceRows, error) {
	files, err := c.samples(ctx)
	if err != nil {
		return run.ReplaceRows{}, err
	}
	r, err := file.Read(ctx, file.ResolveInput(files, path), list, a)
	if err != nil {
		return run.ReplaceRows{}, fileFailure(err, at, path)
	}
	mapped := slices.ContainsFunc(r.Mapping, func(m register.Match) bool { return m.From >= 0 })
	if !mapped {
		return run.ReplaceRows{}, flows.Refuse(flows.ErrUsage, at, "cmd.none_known",
			"file", path, "columns", strings.Join(r.Table.Columns, ", "), "known", names(list.List.Columns, itemID))
	}
	command, err := file.Command(at, r.Table, r.Mapping, false)
	if err != nil {
		return command, fileFailure(err, at, path)
	}
	c.imports = append(c.imports, importOf(lang, at.String(), list, r))
	return command, nil
}

// fileFailure says why a file was not taken. One that cannot be read is a wrong
// argument here.
func fileFailure(err error, at flows.Address, path string) error {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return fmt.Errorf("read %s: %w", path, err)
	}
	out := &flows.Refusal{Kind: r.Kind, Message: ofFile(r, path), At: at, Cause: r.Cause}
	if r.Kind != flows.ErrNotFound && r.Kind != flows.ErrLimit {
		out.Kind = flows.ErrUsage
	}
	return out
}

func importOf(lang, target string, list *flows.Item, r *file.Rows) importShape {
	info := r.Table.Info
	s := importShape{
		Item: target, File: flows.CleanLine(info.Name), Sum: info.Sum, Encoding: info.Encoding, Delimiter: info.Delimiter, Sheet: flows.CleanLine(info.Sheet),
		Header: r.Table.HeaderRow(), Rows: r.Table.Len(), BadRows: r.Report.Bad, Columns: []mappedShape{}, LeftOut: r.Table.Left(r.Mapping),
		Issues: []rowIssueShape{}, table: r.Table,
	}
	l := register.NewList(list)
	for i, m := range r.Mapping {
		x := mappedShape{Column: l.Fields[i].ID, Confidence: m.Sure.String()}
		if m.From >= 0 {
			x.Header = &r.Table.Columns[m.From]
		}
		s.Columns = append(s.Columns, x)
	}
	for _, i := range r.Report.Issues {
		s.Issues = append(s.Issues, rowIssueShape{Row: i.Row, Column: i.Column, Level: i.Level, Code: i.Code, Text: words.Say(lang, i.Message)})
	}
	return s
}

// mostIssues is how many issues are listed for a person.
const mostIssues = 20

// lines say what was read.
func (s importShape) lines(p *sheet, x *words.Import) {
	p.line("%s: %s", s.Item, strings.Join(file.Summary(x, s.table), ", "))
	for _, c := range s.Columns {
		header := x.Nothing
		if c.Header != nil {
			header = *c.Header
		}
		p.row("  "+c.Column, header, p.text("cmd.sure_"+c.Confidence))
	}
	for n, i := range s.Issues {
		if n == mostIssues {
			p.line("  %s", p.text("cmd.and_more", "n", len(s.Issues)-n))
			break
		}
		where := i.Column
		if i.Row > 0 {
			where = strings.TrimSuffix(fmt.Sprintf(x.Row, fmt.Sprint(i.Row))+", "+where, ", ")
		}
		p.line("  %s  %s: %s", p.level(i.Level), where, i.Text)
	}
}
