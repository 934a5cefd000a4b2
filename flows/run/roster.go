package run

import (
	"context"

	"lotse/flows"
)

// Roster is who may work with a team's store, as a lead or whoever owns the database
// changes it. What the server does not let the caller do is refused with flows.ErrDenied
// and the SQL that somebody who may would run.
type Roster interface {
	// ReadOnly is that of Team.
	ReadOnly() flows.Message
	// Members are all whom the server lets in, by name; Teams are the teams that the
	// caller may see, by name.
	Members(ctx context.Context) ([]Member, error)
	Teams(ctx context.Context) ([]TeamSize, error)
	// Admit gives a login a role, in the place of the one it had, and lets it into
	// teams, which are made where they are missing. No role: the one it has. A login
	// that is not there is made, without a password.
	Admit(ctx context.Context, name string, role Role, teams []string) (Admitted, error)
	// Dismiss takes a member out of the store or, where a team is named, out of that
	// team alone; what they wrote stays. flows.ErrNotFound where they are not in it.
	Dismiss(ctx context.Context, name, team string) error
	// Assign gives a customer, with all runs, to a team; "" is everybody.
	Assign(ctx context.Context, customer, team string) error
	Close() error
}

// TeamSize is a team, and how much is in it.
type TeamSize struct {
	Name      string // "" for everybody's customers
	Members   int
	Customers int
}

// Admitted is what was done to let somebody in.
type Admitted struct {
	Member Member   // as they are now
	Was    Role     // "" for who was not in
	Login  bool     // it was made, and has no password yet
	Made   []string // teams that are new
}

// Founded is what was done to make a team's store.
type Founded struct {
	Database string
	Roles    []string // group roles that were made, by name
	From, To int      // versions of the schema; From 0: there was none
}
