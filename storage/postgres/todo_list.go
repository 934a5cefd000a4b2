package postgres

import (
	"context"

	"lotse/flows/run"
)

func (d *DB) Examine(ctx context.Context) (run.Findings, error) { return run.Findings{}, errTodo }
