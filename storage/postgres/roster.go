package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// Roster is who may work with a team's database, over a connection of its own: whoever
// changes it need not be a member. It is for one goroutine.
type Roster struct {
	*link
	groups groups
	me     string
	fixed  bool // the server takes no changes
}

var _ run.Roster = (*Roster)(nil)

// OpenRoster opens the roster of a team's database. flows.ErrNotFound where there is
// no team yet, flows.ErrDenied where the caller may not even look.
func OpenRoster(ctx context.Context, address string) (*Roster, error) {
	l, err := openLink(ctx, address)
	if err != nil {
		return nil, err
	}
	r := &Roster{link: l}
	err = r.change(ctx, "open roster", func(tx wire.Tx) error { return l.address.noMember(r.look(ctx, tx)) })
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// ReadOnly says that the server took no changes when the roster was opened.
func (r *Roster) ReadOnly() flows.Message { return r.address.readOnly(r.fixed) }

// look looks whether there is a team, by which groups, and who asks.
func (r *Roster) look(ctx context.Context, tx wire.Tx) (err error) {
	if err := identify(ctx, tx, r.address); err != nil {
		return err
	}
	if r.groups, err = readGroups(ctx, tx); err != nil {
		return err
	}
	return tx.QueryRow(ctx, "SELECT session_user::text, "+takesNoChanges).Scan(&r.me, &r.fixed)
}

// alter is change for whoever alters the roster: after others who do, and refused where
// the caller may not say who is in what.
func (r *Roster) alter(ctx context.Context, verb string, do func(wire.Tx) error) error {
	return r.change(ctx, verb, func(tx wire.Tx) error {
		if err := lock(ctx, tx); err != nil {
			return err
		}
		may, err := has(ctx, tx, "SELECT has_table_privilege('lotse.memberships', 'INSERT')")
		if err != nil {
			return err
		}
		if !may {
			return flows.Refuse(flows.ErrDenied, nil, "team.denied", "member", r.me)
		}
		return do(tx)
	})
}

// Members are all whom the server lets in, by name.
func (r *Roster) Members(ctx context.Context) (all []run.Member, err error) {
	err = r.change(ctx, "read members", func(tx wire.Tx) error {
		all, err = readMembers(ctx, tx, "")
		return err
	})
	return all, err
}

// Teams are the teams that the caller may see.
func (r *Roster) Teams(ctx context.Context) (all []run.TeamSize, err error) {
	err = r.change(ctx, "read teams", func(tx wire.Tx) error {
		rows, err := tx.Query(ctx, `SELECT t.name, (SELECT count(*) FROM memberships m WHERE m.team = t.name),
			(SELECT count(*) FROM customers c WHERE c.team = t.name) FROM teams t ORDER BY 1`)
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, func(row wire.Row) (t run.TeamSize, err error) {
			err = row.Scan(&t.Name, &t.Members, &t.Customers)
			return t, err
		})
		return err
	})
	return all, err
}

// teamName is a team's name as it is kept; flows.ErrUsage for one that cannot be.
func teamName(s string) (string, error) {
	name := key.Name(s)
	if name == "" || len(name) > 200 || name != flows.CleanLine(name) {
		return "", flows.Refuse(flows.ErrUsage, nil, "team.team_name", "team", flows.CleanLine(name))
	}
	return name, nil
}

// Assign gives a customer to a team.
func (r *Roster) Assign(ctx context.Context, customer, team string) error {
	if team != "" {
		var err error
		if team, err = teamName(team); err != nil {
			return err
		}
	}
	customer = key.Name(customer)
	return r.alter(ctx, "move customer", func(tx wire.Tx) error {
		id, at, err := customerOf(ctx, tx, customer, team)
		if err != nil || at == team {
			return err
		}
		if team != "" { // everybody's is there, and nobody's to make
			if _, err := makeTeams(ctx, tx, []string{team}); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx, "UPDATE customers SET team = $2 WHERE id = $1", id, team)
		if is(err, uniqueViolation) {
			return flows.Refuse(flows.ErrConflict, nil, "team.customer_twice", "customer", customer, "team", team)
		}
		return err
	})
}

// customerOf finds a customer by the name, and the team whose they are. Where
// several teams have one, the one of the target is meant, since nothing is to be done.
func customerOf(ctx context.Context, tx wire.Tx, name, target string) (id, team string, err error) {
	rows, err := tx.Query(ctx, "SELECT id, team FROM customers WHERE name = $1 ORDER BY team = $2 DESC, team", kept(name), target)
	if err != nil {
		return "", "", err
	}
	found, err := wire.CollectRows(rows, func(row wire.Row) (found struct{ id, team string }, err error) {
		err = row.Scan(&found.id, &found.team)
		return found, err
	})
	switch {
	case err != nil:
		return "", "", err
	case len(found) == 0:
		return "", "", key.NoCustomer(name)
	case len(found) > 1 && found[0].team != target:
		var teams []string
		for _, f := range found {
			teams = append(teams, f.team)
		}
		return "", "", flows.Refuse(flows.ErrAmbiguous, nil, "team.customers", "customer", name, "teams", strings.Join(teams, ", "))
	}
	return found[0].id, found[0].team, nil
}

// makeTeams makes the teams that are missing, and gives those.
func makeTeams(ctx context.Context, tx wire.Tx, names []string) (made []string, err error) {
	for _, name := range names {
		done, err := tx.Exec(ctx, "INSERT INTO teams (name) VALUES ($1) ON CONFLICT DO NOTHING", name)
		if err != nil {
			return made, err
		}
		if done.RowsAffected() > 0 {
			made = append(made, name)
		}
	}
	return made, nil
}

// Dismiss takes a member out of a team, or of all.
func (r *Roster) Dismiss(ctx context.Context, name, team string) error {
	var done bool // by an attempt whose answer was lost
	return r.alter(ctx, "remove member", func(tx wire.Tx) error {
		err := r.dismiss(ctx, tx, name, team)
		if done {
			err = ignore(err, flows.ErrNotFound)
		}
		done = done || err == nil
		return err
	})
}

func (r *Roster) dismiss(ctx context.Context, tx wire.Tx, name, team string) error {
	if team != "" {
		return leave(ctx, tx, name, team)
	}
	in, err := readMembers(ctx, tx, name)
	if err != nil {
		return err
	}
	if len(in) == 0 {
		return flows.Refuse(flows.ErrNotFound, nil, "team.no_member", "member", name)
	}
	if err := r.regroup(ctx, tx, name, ""); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, "DELETE FROM memberships WHERE member = $1", name); err != nil {
		return err
	}
	return r.refuseStillIn(ctx, tx, name)
}

// leave takes a member out of one team.
func leave(ctx context.Context, tx wire.Tx, name, team string) error {
	team = key.Name(team)
	done, err := tx.Exec(ctx, "DELETE FROM memberships WHERE member = $1 AND team = $2", name, team)
	if err == nil && done.RowsAffected() == 0 {
		return flows.Refuse(flows.ErrNotFound, nil, "team.not_in_team", "member", name, "team", team)
	}
	return err
}

// refuseStillIn refuses to say that somebody is out who is in by another role of the
// server, which is not this team's to change.
func (r *Roster) refuseStillIn(ctx context.Context, tx wire.Tx, name string) error {
	in, err := readMembers(ctx, tx, name)
	if err != nil || len(in) == 0 {
		return err
	}
	by, err := rolesOf(ctx, tx, name)
	if err != nil {
		return err
	}
	return flows.Refuse(flows.ErrDenied, nil, "team.still_in", "member", name, "roles", strings.Join(by, ", "))
}

// rolesOf are the roles of the server that a login was let into, of this team or not.
func rolesOf(ctx context.Context, tx wire.Tx, name string) (all []string, err error) {
	err = tx.QueryRow(ctx, `SELECT ARRAY(SELECT g.rolname::text FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
		WHERE m.rolname = $1 ORDER BY 1)`, name).Scan(&all)
	return all, err
}

// regroup has a login in the group of one role alone; in none for "".
func (r *Roster) regroup(ctx context.Context, tx wire.Tx, name string, role run.Role) error {
	in, err := rolesOf(ctx, tx, name)
	if err != nil {
		return err
	}
	var sql []string
	for _, other := range run.Roles {
		if group := r.groups[other]; other != role && slices.Contains(in, group) {
			sql = append(sql, "REVOKE "+quote(group)+" FROM "+quote(name))
		}
	}
	if role != "" && !slices.Contains(in, r.groups[role]) {
		sql = append(sql, "GRANT "+quote(r.groups[role])+" TO "+quote(name))
	}
	return r.runOrHand(ctx, tx, name, sql)
}

// runOrHand runs statements about a login, or refuses with them where the server does not let
// the caller.
func (r *Roster) runOrHand(ctx context.Context, tx wire.Tx, name string, sql []string) error {
	for _, one := range sql {
		_, err := tx.Exec(ctx, one)
		if is(err, insufficientPrivilege) {
			return flows.Refuse(flows.ErrDenied, nil, "team.needs_owner", "member", name, "sql", strings.Join(sql, "; ")+";").
				Because(fmt.Errorf("change roles: %w", err))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
