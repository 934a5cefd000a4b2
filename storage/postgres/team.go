package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
)

// groupRole is the server's role whose members have a role in the team of a database:
// the roles of a server are common to all of its databases, so that each has its own.
func groupRole(database string, r run.Role) string { return database + "_" + string(r) }

// above are the roles that each role has with it.
var above = map[run.Role]run.Role{run.Consultant: run.Reader, run.Lead: run.Consultant}

// makeRoles makes the group roles that are not there. A lead may let others in.
func makeRoles(ctx context.Context, tx pgx.Tx, database string) error {
	for _, r := range run.Roles {
		name := groupRole(database, r)
		var there bool
		if err := tx.QueryRow(ctx, "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)", name).Scan(&there); err != nil {
			return err
		}
		if there {
			continue
		}
		if _, err := tx.Exec(ctx, "CREATE ROLE "+pgx.Identifier{name}.Sanitize()+" NOLOGIN"); err != nil {
			return err
		}
	}
	for r, with := range above {
		if _, err := tx.Exec(ctx, "GRANT "+quoted(database, with)+" TO "+quoted(database, r)); err != nil {
			return err
		}
	}
	for _, r := range []run.Role{run.Reader, run.Consultant, run.Auditor} {
		if _, err := tx.Exec(ctx, "GRANT "+quoted(database, r)+" TO "+quoted(database, run.Lead)+" WITH ADMIN OPTION"); err != nil {
			return err
		}
	}
	return nil
}

// quoted is a group role as SQL has it.
func quoted(database string, r run.Role) string {
	return pgx.Identifier{groupRole(database, r)}.Sanitize()
}

// readMe reads who has logged in, and in which role.
func readMe(ctx context.Context, tx pgx.Tx) (run.Member, error) {
	var m run.Member
	var role *run.Role
	err := tx.QueryRow(ctx, `SELECT session_user::text, my_role(),
		ARRAY(SELECT team FROM memberships WHERE member = session_user ORDER BY 1)`).Scan(&m.Name, &role, &m.Teams)
	if err != nil {
		return m, err
	}
	if role == nil {
		return m, flows.Refuse(flows.ErrDenied, nil, "postgres.no_member", "member", m.Name)
	}
	m.Role = *role
	return m, nil
}
