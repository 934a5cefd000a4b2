package flows

// index is what is known of a procedure's ids and of what reads what.
type index struct{}
