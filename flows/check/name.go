package check

import (
	"context"
	"errors"
	"net"
	"strings"
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
	}
	got := make(chan answer, 1)
	go func() {
		value, err := ask(ctx, name)
		got <- answer{value, err}
	}()
	select {
	case a := <-got:
		return a.value, a.err
	case <-ctx.Done():
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		a := <-got
		return a.value, a.err
	}
	var none T
	return none, ctx.Err()
}
