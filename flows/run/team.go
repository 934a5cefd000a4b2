package run

import (
	"context"

	"lotse/flows"
)

// Team is what a store has that several people share: who they are, what they may
// do, and what the others are doing now.
type Team interface {
	// Me is who works here, by the word of the server.
	Me() Member
	// ReadOnly says that the server took no changes when the store was opened, as a copy of
	// another server does not; the zero message where it did.
	ReadOnly() flows.Message
	// Members are all whom the server lets in, by name, with the teams that the one
	// who asks may see.
	Members(ctx context.Context) ([]Member, error)
	// Watch tells of what others change, and of nothing that one may not see, until
	// the context ends; it fails where the server lets one in no more. A Written
	// without a run says that anything may have changed before: it comes when watching
	// begins, and again each time that the connection was lost or too much came at
	// once. tell must not block.
	Watch(ctx context.Context, tell func(Written)) error
	// Enter says to others that one has a run open, until leave is called; again when
	// the connection was lost. flows.ErrNotFound where one may not see the run.
	Enter(ctx context.Context, run string) (leave func(), err error)
	// Present are the names of the other members who have a run open, each once, in order.
	// Whoever was cut off is none of them at once; the others are told of that within
	// seconds.
	Present(ctx context.Context, run string) ([]string, error)
	// Share keeps a blob in the place of a secret's own, and notes the members to whom it
	// is sealed beside the one who sealed it: all of them, in the place of those before.
	// flows.ErrDenied where somebody else sealed the secret, flows.ErrConflict where its
	// blob is not s.Blob any more.
	Share(ctx context.Context, s Sealed, blob []byte, members []string) error
}

// Role is what a member may do.
type Role string

// The roles of a team.
const (
	Reader     Role = "reader"     // sees the customers of the own teams, and writes nothing
	Consultant Role = "consultant" // works with them
	Lead       Role = "lead"       // works with all customers, deletes, and says who is in a team
	Auditor    Role = "auditor"    // sees all customers but no secret, and writes nothing
)

// Roles are all roles.
var Roles = []Role{Reader, Consultant, Lead, Auditor}

// Writes reports whether the role may change a run.
func (r Role) Writes() bool { return r == Consultant || r == Lead }

// LookingOn is what somebody is told who may read a run, and not write it.
func LookingOn() *flows.Refusal { return flows.Refuse(flows.ErrDenied, nil, "refuse.looking_on") }

// Member is somebody who may work with a store.
type Member struct {
	Name  string // of the server's role; what their events are by
	Role  Role
	Teams []string // in which they are, without the one that everybody is in
	Key   string   // age1..., where they have said it
}

// Written is something that another program has written.
type Written struct {
	Run    string // id; "": anything may have changed
	By     string // the member who wrote last; "" where that is not known yet
	Gone   bool   // the run is no longer there, or no longer to be seen
	Opened bool   // who has the run open has changed, and nothing else
}
