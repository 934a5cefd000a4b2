package postgres

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// NoBackup refuses a backup of the server at a place: whoever runs it makes them, and
// puts them back (flows.ErrUsage).
func NoBackup(place string) error {
	a, err := ParseAddress(place)
	if err != nil {
		return err
	}
	return a.noBackup()
}

func (a Address) noBackup() error {
	return flows.Refuse(flows.ErrUsage, nil, "postgres.no_backup", "server", a.String(), "database", a.config.Database)
}

// Backup refuses as NoBackup does.
func (d *DB) Backup(context.Context) (string, error) { return "", d.address.noBackup() }

// Backups refuses as NoBackup does.
func (d *DB) Backups(context.Context) ([]run.BackupFile, error) { return nil, d.address.noBackup() }
