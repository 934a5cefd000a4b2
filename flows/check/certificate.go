package check

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"slices"
	"strings"
	"syscall"
	"time"
)

const (
	fewDays   = 14 // so few that a certificate's end is worth a warning
	mostNames = 5  // of a certificate that are told
)

// certificateReport is what a server's certificate says, and whether it is
// trusted.
type certificateReport struct {
	host  string
	roots *x509.CertPool
	now   time.Time

	issuer string
	names  []string
	until  time.Time
	from   time.Time
	// selfSigned: nobody but the server itself has signed it.
	selfSigned bool
	err        error // why it is not trusted; nil: it is, or was not seen
}

// verify verifies the certificate against the roots, the host and the time,
// and keeps what it says.
func (c *certificateReport) verify(s tls.ConnectionState) error {
	leaf := s.PeerCertificates[0]
	c.issuer, c.until, c.from = leaf.Issuer.CommonName, leaf.NotAfter, leaf.NotBefore
	if c.issuer == "" {
		c.issuer = leaf.Issuer.String()
	}
	c.names = namesIn(leaf)
	c.selfSigned = bytes.Equal(leaf.RawIssuer, leaf.RawSubject)
	between := x509.NewCertPool()
	for _, c := range s.PeerCertificates[1:] {
		between.AddCert(c)
	}
	_, c.err = leaf.Verify(x509.VerifyOptions{DNSName: c.host, Roots: c.roots, Intermediates: between, CurrentTime: c.now})
	return c.err
}

// namesIn are the names and addresses that a certificate is for, not all if they
// are many; that of its subject where it has no others.
func namesIn(leaf *x509.Certificate) []string {
	names := slices.Clone(leaf.DNSNames)
	for _, ip := range leaf.IPAddresses {
		names = append(names, ip.String())
	}
	if len(names) == 0 {
		names = append(names, leaf.Subject.String())
	}
	if len(names) > mostNames {
		names = append(names[:mostNames], "…")
	}
	return names
}

func (c *certificateReport) days() int { return int(c.until.Sub(c.now).Hours() / 24) }

// handshakeFailure is the ending for a failed handshake.
func (c *certificateReport) handshakeFailure(err error, proxied bool) *ending {
	var (
		unknown x509.UnknownAuthorityError
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
		record  tls.RecordHeaderError
	)
	switch text := err.Error(); {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return end(certificateExpired, "from", day(c.from), "until", day(c.until))
	case errors.As(err, &name):
		return end(certificateName, "host", c.host, "names", c.names)
	case errors.As(err, &unknown), c.err != nil:
		return end(certificateUntrusted, "issuer", c.issuer)
	case errors.As(err, &record) && proxied:
		return end(proxyPage)
	case errors.As(err, &record):
		return end(tlsMissing, "host", c.host)
	case wantsCertificate(err):
		return end(certificateWanted, "host", c.host)
	case strings.Contains(text, "protocol version"):
		return end(tlsVersion, "host", c.host)
	case isTimeout(err):
		return end(timedOut, "what", c.host)
	}
	return end(cutOff, "what", c.host)
}

// wantsCertificate reports whether a server ended a connection because it
// requires a client certificate (RFC 8446, section 6.2).
func wantsCertificate(err error) bool {
	var alert *net.OpError
	if !errors.As(err, &alert) || alert.Op != "remote error" {
		return false
	}
	return strings.Contains(err.Error(), "certificate required") || strings.Contains(err.Error(), "bad certificate")
}

func day(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }

func isTimeout(err error) bool {
	var n net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &n) && n.Timeout()
}

// dialEnding is the ending for a failed connection.
func dialEnding(err error, address string) *ending {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		return dnsEnding(dns, dns.Name)
	case isOneOf(err, refusedErrnos):
		return end(refusedConnection, "address", address)
	case isOneOf(err, offlineErrnos):
		return end(offline)
	case isTimeout(err):
		return end(timedOut, "what", address)
	}
	return end(notReached, "address", address)
}

func isOneOf(err error, numbers []syscall.Errno) bool {
	return slices.ContainsFunc(numbers, func(n syscall.Errno) bool { return errors.Is(err, n) })
}
