package postgres

import (
	"context"

	"lotse/storage/postgres/wire"
)

// Setting gives a setting of one's own, "" where it is not set.
func (d *DB) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := d.query(ctx, "read setting", func(pool *wire.Pool) error {
		err := pool.QueryRow(ctx, "SELECT value FROM settings WHERE owner = session_user AND key = $1", kept(name)).Scan(&value)
		return ignore(err, wire.ErrNoRows)
	})
	return asWritten(value), err
}

// SetSetting sets a setting of one's own; "" removes it.
func (d *DB) SetSetting(ctx context.Context, name, value string) error {
	return d.save(ctx, "save setting", func(ctx context.Context) error {
		if value == "" {
			_, err := d.pool.Exec(ctx, "DELETE FROM settings WHERE owner = session_user AND key = $1", kept(name))
			return err
		}
		_, err := d.pool.Exec(ctx, "INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (owner, key) DO UPDATE SET value = excluded.value", kept(name), kept(value))
		return err
	})
}

// Settings gives all settings of one's own.
func (d *DB) Settings(ctx context.Context) (map[string]string, error) {
	return d.texts(ctx, "read settings", "SELECT key, value FROM settings WHERE owner = session_user")
}
