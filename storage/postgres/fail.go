package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
)

// The conditions of PostgreSQL (its manual, appendix A) that are told apart.
const (
	uniqueViolation       = "23505"
	foreignKeyViolation   = "23503"
	insufficientPrivilege = "42501"
)

// is reports whether an error is a condition of the server.
func is(err error, code string) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && e.Code == code
}

// explain makes an error readable for a person; a refusal, and the end of a context,
// stay as they are.
func (d *DB) explain(verb string, err error) error {
	if is(err, insufficientPrivilege) && d.me.Role != "" {
		return d.denied(d.neededFor(verb)).Because(fmt.Errorf("%s: %w", verb, err))
	}
	return explain(verb, d.address, err)
}

func explain(verb string, a Address, err error) error {
	var r *flows.Refusal
	switch {
	case err == nil, errors.As(err, &r):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s: %w", verb, err)
	}
	return flows.Refuse(kindOf(err), nil, "postgres.failed", "server", a.String()).Because(fmt.Errorf("%s: %w", verb, err))
}

// kindOf sorts what the server says into the kinds of refusals.
func kindOf(err error) flows.RefusalKind {
	var e *pgconn.PgError
	switch {
	case !errors.As(err, &e):
		return flows.ErrAway
	case e.Code == insufficientPrivilege:
		return flows.ErrDenied
	case e.Code == uniqueViolation:
		return flows.ErrConflict
	}
	return flows.ErrFailed
}
