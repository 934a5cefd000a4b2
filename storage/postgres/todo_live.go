package postgres

import (
	"context"

	"lotse/flows/run"
)

func (d *DB) Watch(ctx context.Context, tell func(run.Written)) error        { return errTodo }
func (d *DB) Enter(ctx context.Context, id string) (leave func(), err error) { return nil, errTodo }
func (d *DB) Present(ctx context.Context, id string) ([]run.Presence, error) { return nil, errTodo }
