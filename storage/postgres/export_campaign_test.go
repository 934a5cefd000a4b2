//go:build campaign

package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
)

// Explain gives the plans by which the server reads a page and its total, with what it
// did, or with words a page of a word that many runs have. options are those of EXPLAIN.
func Explain(ctx context.Context, d *DB, q run.Query, options string) (plans []string, err error) {
	s, err := selectionOf(q)
	if err != nil {
		return nil, err
	}
	c, err := pgx.ParseConfig("")
	if err != nil {
		return nil, err
	}
	c.Config = *d.address.configure()
	conn, err := pgx.ConnectConfig(ctx, c)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close(ctx) }()
	all := []*statement{s.page(), s.count()}
	if s.match != "" {
		var teams []string
		if err := conn.QueryRow(ctx, "SELECT teams()").Scan(&teams); err != nil {
			return nil, err
		}
		all = []*statement{s.walkFound(teams)}
	}
	for _, st := range all {
		rows, err := conn.Query(ctx, "EXPLAIN ("+options+") "+st.text, st.args...)
		if err != nil {
			return nil, err
		}
		lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			return nil, err
		}
		plans = append(plans, strings.Join(lines, "\n"))
	}
	return plans, nil
}
