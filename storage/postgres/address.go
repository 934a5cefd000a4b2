package postgres

import (
	"context"
	"net/url"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"lotse/flows"
)

// Is reports whether a place names a server, rather than a file.
func Is(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

// Address is where a team's database is.
type Address struct {
	config *pgxpool.Config
	shown  string
}

// ParseAddress reads a postgres:// address, with what pg_service.conf, .pgpass and the
// environment's PG… variables add to it. flows.ErrUsage where it cannot be read, or
// has a password in it.
func ParseAddress(s string) (Address, error) {
	u, err := url.Parse(s)
	if err != nil {
		return Address{}, flows.Refuse(flows.ErrUsage, nil, "postgres.address")
	}
	if _, has := u.User.Password(); has || u.Query().Has("password") {
		return Address{}, flows.Refuse(flows.ErrUsage, nil, "postgres.password_in_address")
	}
	c, err := pgxpool.ParseConfig(s)
	if err != nil {
		return Address{}, flows.Refuse(flows.ErrUsage, nil, "postgres.address")
	}
	return Address{config: c, shown: u.Redacted()}, nil
}

// String is the address as it may be shown.
func (a Address) String() string { return a.shown }

// poolConfig is how the pool connects. Everything is looked for in our schema alone.
func (a Address) poolConfig() *pgxpool.Config {
	c := a.config.Copy()
	c.ConnConfig.RuntimeParams["search_path"] = "lotse"
	c.ConnConfig.RuntimeParams["application_name"] = "lotse"
	c.ConnConfig.RuntimeParams["synchronous_commit"] = "on"
	return c
}

// connect opens a connection of its own, beside a pool.
func (a Address) connect(ctx context.Context) (*pgx.Conn, error) {
	return pgx.ConnectConfig(ctx, a.poolConfig().ConnConfig)
}
