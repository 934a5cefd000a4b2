package run

import (
	"time"

	"lotse/flows"
)

// ServerState is what is known of a team's server beside what is kept on it.
type ServerState struct {
	Version    string        // as it says itself
	TLS        string        // "TLS 1.3"; "" without
	Local      bool          // by a socket of this machine
	Unverified string        // how little is verified of who answers, as the address asks for it; "": enough
	Ahead      time.Duration // its clock before the one here; negative: behind
	Replica    bool          // a copy of another server, which takes no changes
	Wide       []WideRight
}

// WideRight is a right on the server that goes further than the roles of a team need.
type WideRight struct {
	What flows.Message
	Way  flows.Message // to take it away
}
