package check

import (
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

// looked is what was seen of a server's certificate.
type looked struct {
	host  string
	roots *x509.CertPool
	now   time.Time

	issuer string
	names  []string
	until  time.Time
	from   time.Time
	err    error // why it is not trusted; nil: it is, or was not seen
}

// verify holds the certificate against the roots, the host and the time, and
// keeps what it says.
func (l *looked) verify(s tls.ConnectionState) error {
	leaf := s.PeerCertificates[0]
	l.issuer, l.until, l.from = leaf.Issuer.CommonName, leaf.NotAfter, leaf.NotBefore
	if l.issuer == "" {
		l.issuer = leaf.Issuer.String()
	}
	if l.names = slices.Clone(leaf.DNSNames); len(l.names) > mostNames {
		l.names = append(l.names[:mostNames], "…")
	}
	between := x509.NewCertPool()
	for _, c := range s.PeerCertificates[1:] {
		between.AddCert(c)
	}
	_, l.err = leaf.Verify(x509.VerifyOptions{DNSName: l.host, Roots: l.roots, Intermediates: between, CurrentTime: l.now})
	return l.err
}

func (l *looked) days() int { return int(l.until.Sub(l.now).Hours() / 24) }

// ending says why a handshake failed.
func (l *looked) ending(err error, proxied bool) *ending {
	var (
		unknown x509.UnknownAuthorityError
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
		record  tls.RecordHeaderError
	)
	switch text := err.Error(); {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return end(certificateExpired, "from", day(l.from), "until", day(l.until))
	case errors.As(err, &name):
		return end(certificateName, "host", l.host, "names", l.names)
	case errors.As(err, &unknown), l.err != nil:
		return end(certificateUntrusted, "issuer", l.issuer)
	case errors.As(err, &record) && proxied:
		return end(proxyPage)
	case errors.As(err, &record):
		return end(tlsMissing, "host", l.host)
	case wantsCertificate(err):
		return end(certificateWanted, "host", l.host)
	case strings.Contains(text, "protocol version"):
		return end(tlsVersion, "host", l.host)
	case isTimeout(err):
		return end(timedOut, "what", l.host)
	}
	return end(cutOff, "what", l.host)
}

// wantsCertificate reports whether a server ended a connection because it wants to
// see a certificate of who asks (RFC 8446, section 6.2).
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

// dialEnding says why a connection did not come about.
func dialEnding(err error, address string) *ending {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		return dnsEnding(dns, dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return end(refusedConnection, "address", address)
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETDOWN):
		return end(offline)
	case isTimeout(err):
		return end(timedOut, "what", address)
	}
	return end(notReached, "address", address)
}
