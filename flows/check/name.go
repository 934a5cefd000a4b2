package check

import (
	"context"
	"errors"
	"net"
	"strings"
)

// nameEnding says why a name led nowhere. Where its name servers give no answer,
// the network is blamed only when no name server answers at all: that of the root
// is asked to know.
func (j *job) nameEnding(ctx context.Context, err error, name string) *ending {
	var dns *net.DNSError
	if errors.As(err, &dns) {
		if e := dnsEnding(dns, name); e.Code != offline.Code {
			return e
		}
	}
	if j.answers(ctx) {
		return end(nameFailed, "host", name)
	}
	return end(offline)
}

// dnsEnding is what an error says by itself of why a name led nowhere.
func dnsEnding(err *net.DNSError, name string) *ending {
	switch {
	case err.IsNotFound:
		return end(nameNotFound, "host", name)
	case misbehaves(err):
		return end(nameFailed, "host", name)
	}
	return end(offline)
}

// misbehaves reports whether a name server answered, and with an error of its own
// (RFC 1035, section 4.1.1: SERVFAIL, REFUSED).
func misbehaves(err *net.DNSError) bool {
	return !err.IsTimeout && strings.Contains(err.Err, "misbehaving")
}

// answers reports whether any name server answers.
func (j *job) answers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, j.net.limits().Connect)
	defer cancel()
	_, err := asked(ctx, j.net.resolver(j.Check).LookupNS, ".")
	var dns *net.DNSError
	return err == nil || errors.As(err, &dns) && (dns.IsNotFound || misbehaves(dns))
}

// asked asks a name server, and ends when ctx is cancelled: a resolver hears of a
// deadline only. What it is still waiting for then ends by itself, soon.
func asked[T any](ctx context.Context, ask func(ctx context.Context, name string) (T, error), name string) (T, error) {
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
