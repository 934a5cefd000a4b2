package compare

import (
	"context"
	"maps"
	"slices"

	"lotse/flows/register"
)

// Look is what the beginning of a file shows: its header, and which columns
// would fill the fields of a register. A file without codes is looked at, too.
type Look struct {
	Info    register.Info
	Row     int              // of the header; 0: there is none
	Header  []string         // what the columns are called
	Columns map[Field]string // the header that fills a field; no entry: nothing does
	Below   [][]string       // the first rows of data, as they stand
}

// mostBelow is how many rows of data a look shows.
const mostBelow = 5

// LookAt looks at the beginning of a file. What cannot be taken is refused as
// Read does it, but for a file without a column of codes.
func LookAt(ctx context.Context, src register.Source, k Kind, o Options) (*Look, error) {
	l, lead, info, err := begin(ctx, src, k, o)
	if err != nil {
		return nil, register.InFile(err, src.Name)
	}
	look := &Look{Info: info, Row: l.row, Header: l.columns, Columns: maps.Clone(l.names)}
	for _, rec := range lead.records[min(l.skip-min(lead.before, l.skip), len(lead.records)):] {
		if len(look.Below) < mostBelow && !register.IsBlankRow(rec.Cells) {
			look.Below = append(look.Below, slices.Clone(rec.Cells))
		}
	}
	return look, nil
}
