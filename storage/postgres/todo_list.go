package postgres

import (
	"context"

	"lotse/flows/run"
)

func (d *DB) Header(ctx context.Context, prefix string) (run.Header, error) {
	return run.Header{}, errTodo
}
func (d *DB) Headers(ctx context.Context, q run.Query) (run.Page, error)   { return run.Page{}, errTodo }
func (d *DB) Find(ctx context.Context, q run.FindQuery) ([]run.Hit, error) { return nil, errTodo }
func (d *DB) Experience(ctx context.Context, procedure string) (run.Experience, error) {
	return run.Experience{}, errTodo
}
func (d *DB) Examine(ctx context.Context) (run.Findings, error) { return run.Findings{}, errTodo }
