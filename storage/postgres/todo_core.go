package postgres

import (
	"context"
	"errors"
	"io"

	"lotse/flows/run"
)

var errTodo = errors.New("not there yet")

func (d *DB) FindCustomer(ctx context.Context, name string) (run.Customer, error) {
	return run.Customer{}, errTodo
}
func (d *DB) AddCustomer(ctx context.Context, c run.Customer) (run.Customer, error) {
	return c, errTodo
}
func (d *DB) Customers(ctx context.Context, prefix string, limit int) ([]run.Customer, error) {
	return nil, errTodo
}
func (d *DB) Pages(ctx context.Context, customer string) (map[string]string, error) {
	return nil, errTodo
}
func (d *DB) SetPage(ctx context.Context, customer, system, address string) error { return errTodo }
func (d *DB) Append(ctx context.Context, b run.Batch) error                       { return errTodo }
func (d *DB) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	return nil, errTodo
}
func (d *DB) Document(ctx context.Context, digest string) ([]byte, error)   { return nil, errTodo }
func (d *DB) Erase(ctx context.Context, seqs []int64, b run.Batch) error    { return errTodo }
func (d *DB) DeleteRun(ctx context.Context, id string) error                { return errTodo }
func (d *DB) DeleteCustomer(ctx context.Context, id string) error           { return errTodo }
func (d *DB) SaveUnsaved(ctx context.Context, u run.Unsaved) error          { return errTodo }
func (d *DB) Unsaved(ctx context.Context, id string) ([]run.Unsaved, error) { return nil, errTodo }
func (d *DB) Secret(ctx context.Context, id string) (run.Sealed, error)     { return run.Sealed{}, errTodo }
func (d *DB) Secrets(ctx context.Context, id string) ([]run.Sealed, error)  { return nil, errTodo }
func (d *DB) Forget(ctx context.Context, id string) error                   { return errTodo }
func (d *DB) Setting(ctx context.Context, key string) (string, error)       { return "", errTodo }
func (d *DB) SetSetting(ctx context.Context, key, value string) error       { return errTodo }
func (d *DB) Settings(ctx context.Context) (map[string]string, error)       { return nil, errTodo }
func (d *DB) Put(ctx context.Context, name string, r io.Reader) (run.File, error) {
	return run.File{}, errTodo
}
func (d *DB) PutLarge(ctx context.Context, name string, most int64, r io.Reader) (run.File, error) {
	return run.File{}, errTodo
}
func (d *DB) Open(ctx context.Context, sum string) (run.Content, error) { return nil, errTodo }
