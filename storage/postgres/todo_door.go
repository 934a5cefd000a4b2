package postgres

import (
	"context"

	"lotse/flows/run"
)

func (d *DB) Backup(ctx context.Context) (string, error)            { return "", errTodo }
func (d *DB) Backups(ctx context.Context) ([]run.BackupFile, error) { return nil, errTodo }
