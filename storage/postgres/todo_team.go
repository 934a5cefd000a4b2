package postgres

import (
	"context"

	"lotse/flows/run"
)

func (d *DB) Members(ctx context.Context) ([]run.Member, error) { return nil, errTodo }
