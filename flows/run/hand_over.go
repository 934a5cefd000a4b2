package run

import "time"

// SealTarget is whom a secret is sealed for, to be handed over: the holder of a
// key, or whoever knows a passphrase. Exactly one of the two is given, since
// age seals to no other recipient beside a passphrase.
type SealTarget struct {
	Recipient  string // age1...
	Passphrase Secret
}

// HandOver is a secret that somebody handed over, with what it was bound to
// there.
type HandOver struct {
	Mode    Mode
	Run     string
	Field   string // field id
	Origin  string // scheme://host:port that it may be sent to; may be empty
	Created time.Time
	Secret  Secret
}
