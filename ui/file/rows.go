package file

import (
	"context"
	"errors"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Rows are the rows of a file that was read for a list, before the list takes
// them.
type Rows struct {
	Table   *register.Table
	Mapping register.Mapping
	Report  register.Report
}

// ReadOptions are a person's choices about a file; what is not chosen is
// detected.
type ReadOptions struct {
	register.Options
	Header *int              // row of the header; 0: there is none
	Map    map[string]string // column of the list -> header, or number, of the file's
	Today  time.Time
}

// Read reads the file at a path for a list, maps its columns, and checks its
// rows.
func Read(ctx context.Context, path string, list *flows.Item, a ReadOptions) (*Rows, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	r, err := read(ctx, f.Source, list, a)
	return r, errors.Join(err, f.Close())
}

func read(ctx context.Context, src register.Source, list *flows.Item, a ReadOptions) (*Rows, error) {
	t, err := register.ReadTable(ctx, src, a.Options, register.NewList(list))
	if err != nil {
		return nil, err
	}
	if a.Header != nil {
		if err := t.HeaderAt(*a.Header); err != nil {
			return nil, err
		}
	}
	m, err := t.Choose(t.Propose(), a.Map)
	if err != nil {
		return nil, err
	}
	report, err := t.Check(ctx, m, a.Today)
	return &Rows{t, m, report}, err
}

// Command makes the command that puts the rows into a list, in place of its
// rows or below them. Its event names the file by its SHA-256.
func Command(list flows.Address, t *register.Table, m register.Mapping, add bool) (run.ReplaceRows, error) {
	rows, err := t.Rows(m)
	c := run.ReplaceRows{List: list, Rows: rows, Append: add}
	if t.Info.Name != "" {
		c.Source = &run.File{Name: flows.CleanLine(t.Info.Name), Sum: t.Info.Sum, Size: t.Info.Size}
	}
	return c, err
}

// Summary says, in a few words each, what was detected in a file: its name
// (none if it was pasted), its dialect or sheet, its header, its rows.
func Summary(x *words.Import, t *register.Table) []string {
	var parts []string
	if t.Info.Name != "" {
		parts = append(parts, flows.CleanLine(t.Info.Name))
	}
	switch {
	case t.Info.Kind == "xlsx":
		parts = append(parts, x.Sheet+" "+flows.CleanLine(t.Info.Sheet))
	case t.Info.Name == "":
		parts = append(parts, fmt.Sprintf(x.Parted, t.Info.Delimiter))
	default:
		parts = append(parts, t.Info.Encoding+", "+fmt.Sprintf(x.Parted, t.Info.Delimiter))
	}
	header := x.NoHeader
	if row := t.HeaderRow(); row > 0 {
		header = fmt.Sprintf(x.Header, row)
	}
	return append(parts, header, fmt.Sprintf(x.Size, t.Len()))
}
