package check

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain fails for what still runs after the tests. A question to a name server
// that never answers is not ours to end: the resolver of package net waits for it
// until its own time is over, whatever becomes of the context.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m,
		goleak.IgnoreAnyFunction("net.dnsPacketRoundTrip"),
		goleak.IgnoreAnyFunction("net.(*Resolver).goLookupIPCNAMEOrder"),
		goleak.IgnoreAnyFunction("net.(*Resolver).lookupIPAddr.func2"),
	)
}
