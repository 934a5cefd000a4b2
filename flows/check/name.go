package check

import (
	"context"
	"errors"
	"net"
	"strings"

	"lotse/flows"
)

// nameEnding is the ending for a name that could not be looked up. If its name
// servers do not answer, the network is blamed only if no name server answers
// at all; the root's is asked to find out.
func (j *job) nameEnding(ctx context.Context, err error, name string) *ending {
	var dns *net.DNSError
	if errors.As(err, &dns) {
		if e := dnsEnding(dns, name); e.Code != offline.Code {
			return e
		}
	}
	if j.anyNameServerAnswers(ctx) {
		return end(nameFailed, "host", name)
	}
	return end(offline)
}

// dnsEnding is the ending for a DNS error by itself.
func dnsEnding(err *net.DNSError, name string) *ending {
	switch {
	case err.IsNotFound:
		return end(nameNotFound, "host", name)
	case isServerError(err):
		return end(nameFailed, "host", name)
	}
	return end(offline)
}

// isServerError reports whether a name server answered with an error of its
// own (RFC 1035, section 4.1.1: SERVFAIL, REFUSED).
func isServerError(err *net.DNSError) bool {
	return !err.IsTimeout && strings.Contains(err.Err, "misbehaving")
}

// anyNameServerAnswers reports whether any name server answers.
func (j *job) anyNameServerAnswers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, j.net.limits().Connect)
	defer cancel()
	_, err := askCancellable(ctx, j.net.resolver(j.Check).LookupNS, ".")
	var dns *net.DNSError
	return err == nil || errors.As(err, &dns) && (dns.IsNotFound || isServerError(dns))
}

// askCancellable asks a name server, and returns when ctx is cancelled; a
// resolver itself obeys only a deadline, and ends on its own later.
func askCancellable[T any](ctx context.Context, ask func(ctx context.Context, name string) (T, error), name string) (T, error) {
	type answer struct {
		value T
		err   error
		bug   *flows.Bug
	}
	got := make(chan answer, 1)
	go func() {
		var a answer
		a.bug = flows.Try(func() { a.value, a.err = ask(ctx, name) })
		got <- a
	}()
	var a answer
	select {
	case a = <-got:
	case <-ctx.Done():
		if !errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return a.value, ctx.Err()
		}
		a = <-got
	}
	flows.Throw(a.bug)
	return a.value, a.err
}
