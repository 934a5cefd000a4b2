package postgres

import (
	"context"
	"errors"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// Admit lets a login in.
func (r *Roster) Admit(ctx context.Context, name string, role run.Role, teams []string) (run.Admitted, error) {
	var done run.Admitted
	var named []string
	for _, team := range teams {
		name, err := teamName(team)
		if err != nil {
			return done, err
		}
		named = append(named, name)
	}
	err := r.alter(ctx, "let in", func(tx wire.Tx) error {
		all, err := r.admitTo(ctx, tx, name, role, named)
		if err == nil && done.Member.Name == "" { // else it was done before, and the answer was lost
			done = all
		}
		return err
	})
	return done, err
}

// admitTo has a login there, in the group of its role, and in teams.
func (r *Roster) admitTo(ctx context.Context, tx wire.Tx, name string, role run.Role, teams []string) (run.Admitted, error) {
	done, err := r.admit(ctx, tx, name, role)
	if err != nil {
		return done, err
	}
	if done.Made, err = makeTeams(ctx, tx, teams); err != nil {
		return done, err
	}
	_, err = tx.Exec(ctx, "INSERT INTO memberships (team, member) SELECT t, $2 FROM unnest($1::text[]) t ON CONFLICT DO NOTHING", teams, name)
	if err == nil {
		err = r.confirm(ctx, tx, name, role, &done)
	}
	return done, err
}

// admit has the login there, and in the group of its role.
func (r *Roster) admit(ctx context.Context, tx wire.Tx, name string, role run.Role) (done run.Admitted, err error) {
	before, err := readMembers(ctx, tx, name)
	if err != nil {
		return done, err
	}
	if len(before) > 0 {
		done.Was = before[0].Role
	}
	if role == "" {
		if done.Was == "" {
			return done, flows.Refuse(flows.ErrUsage, nil, "team.which_role", "member", name)
		}
		return done, nil
	}
	if done.Login, err = r.login(ctx, tx, name); err != nil {
		return done, err
	}
	return done, r.regroup(ctx, tx, name, role)
}

// login has a login of that name there, and reports whether it made it.
func (r *Roster) login(ctx context.Context, tx wire.Tx, name string) (made bool, err error) {
	if name == "" || len(name) > mostName || name != strings.TrimSpace(flows.CleanLine(name)) || slices.Contains(r.groups.names(), name) {
		return false, flows.Refuse(flows.ErrUsage, nil, "team.login_name", "member", flows.CleanLine(name))
	}
	var enters, super, inherits bool
	err = tx.QueryRow(ctx, "SELECT rolcanlogin, rolsuper OR rolbypassrls, rolinherit FROM pg_roles WHERE rolname = $1", name).Scan(&enters, &super, &inherits)
	quoted := quote(name)
	switch {
	case errors.Is(err, wire.ErrNoRows):
		return r.makeLogin(ctx, tx, name)
	case err != nil:
		return false, err
	case super:
		return false, flows.Refuse(flows.ErrDenied, nil, "team.superuser", "member", name)
	case !enters:
		return false, flows.Refuse(flows.ErrDenied, nil, "team.no_login", "member", name, "sql", "ALTER ROLE "+quoted+" LOGIN;")
	case !inherits:
		return false, flows.Refuse(flows.ErrDenied, nil, "team.no_inherit", "member", name, "sql", "ALTER ROLE "+quoted+" INHERIT;")
	}
	return false, nil
}

func (r *Roster) makeLogin(ctx context.Context, tx wire.Tx, name string) (bool, error) {
	may, err := has(ctx, tx, "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = session_user")
	if err != nil {
		return false, err
	}
	sql := "CREATE ROLE " + quote(name) + " LOGIN"
	if !may {
		return false, flows.Refuse(flows.ErrDenied, nil, "team.make_login", "member", name, "sql", sql+";")
	}
	_, err = tx.Exec(ctx, sql)
	return err == nil, err
}

// confirm reads back what was asked for: since PostgreSQL 16 a revocation of what
// somebody else has granted does nothing, and says so in a warning alone.
func (r *Roster) confirm(ctx context.Context, tx wire.Tx, name string, role run.Role, done *run.Admitted) error {
	now, err := readMembers(ctx, tx, name)
	if err != nil {
		return err
	}
	if len(now) == 0 || role != "" && now[0].Role != role {
		return r.refuseStillIn(ctx, tx, name)
	}
	done.Member = now[0]
	slices.Sort(done.Made)
	return nil
}
