package postgres

import (
	"context"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// noMember is an error of whoever comes in; where they may not even look they are no
// member.
func (a Address) noMember(err error) error {
	if !is(err, insufficientPrivilege) {
		return err
	}
	return flows.Refuse(flows.ErrDenied, nil, "postgres.no_member", "member", a.User()).Because(err)
}

// forLeads is what leads alone may do.
var forLeads = map[string]bool{"delete run": true, "delete customer": true}

// neededFor is the least role that may do something that another does not let. What a
// consultant may not do, where others of the role may, is about a customer of another
// team, with whom leads work.
func neededFor(verb string, role run.Role) run.Role {
	if forLeads[verb] || role.Writes() {
		return run.Lead
	}
	return run.Consultant
}

// refusal is what a person reads of an error by which the server does not let the
// member do something; nil of any other. Whoever has been removed does not even see that
// there are tables.
func (d *DB) refusal(verb string, err error) *flows.Refusal {
	refused := is(err, insufficientPrivilege)
	if d.me.Role == "" || !refused && !is(err, undefinedTable) && !is(err, undefinedFunction) {
		return nil
	}
	switch role := d.roleNow(); {
	case role == "":
		return flows.Refuse(flows.ErrDenied, nil, "postgres.no_longer", "member", d.me.Name)
	case refused:
		return d.denied(role, neededFor(verb, role))
	}
	return nil
}

// denied refuses what a role does not allow, and says which would.
func (d *DB) denied(role, needed run.Role) *flows.Refusal {
	return flows.Refuse(flows.ErrDenied, nil, "postgres.denied", "member", d.me.Name, "role", string(role), "needed", string(needed))
}

// roleNow is the member's role, which may be another than when the database was opened;
// "" for who was removed.
func (d *DB) roleNow() run.Role {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	var role *string
	err := d.pool.QueryRow(ctx, "SELECT lotse.my_role()").Scan(&role)
	switch {
	case is(err, insufficientPrivilege), err == nil && role == nil:
		return ""
	case err != nil:
		return d.me.Role
	}
	return run.Role(*role)
}
