package postgres

import (
	"lotse/flows"
	"lotse/flows/run"
)

// forLeads is what leads alone may do.
var forLeads = map[string]bool{"delete run": true, "delete customer": true}

// neededFor is the least role that may do something. What a consultant may not do, where
// others of the role may, is about a customer of another team, with whom leads work.
func (d *DB) neededFor(verb string) run.Role {
	if forLeads[verb] || d.me.Role.Writes() {
		return run.Lead
	}
	return run.Consultant
}

// denied refuses what the server does not let the member do, and says whom it would.
func (d *DB) denied(needed run.Role) *flows.Refusal {
	return flows.Refuse(flows.ErrDenied, nil, "postgres.denied", "member", d.me.Name, "role", string(d.me.Role), "needed", string(needed))
}
