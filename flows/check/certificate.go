package check

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"
	"syscall"
	"time"
)

// fewDays are so few that a certificate's end is worth a warning.
const fewDays = 14

// looked is what was seen of a server's certificate.
type looked struct {
	host  string
	roots *x509.CertPool
	now   time.Time

	issuer string
	names  []string
	until  time.Time
	from   time.Time
}

// verify holds the certificate against the roots, the host and the time, and
// keeps what it says.
func (l *looked) verify(s tls.ConnectionState) error {
	leaf := s.PeerCertificates[0]
	l.issuer, l.until, l.from = leaf.Issuer.CommonName, leaf.NotAfter, leaf.NotBefore
	if l.issuer == "" {
		l.issuer = leaf.Issuer.String()
	}
	l.names = leaf.DNSNames
	between := x509.NewCertPool()
	for _, c := range s.PeerCertificates[1:] {
		between.AddCert(c)
	}
	_, err := leaf.Verify(x509.VerifyOptions{DNSName: l.host, Roots: l.roots, Intermediates: between, CurrentTime: l.now})
	return err
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
		return end("certificate_expired", "from", l.from.Format(time.DateOnly), "until", l.until.Format(time.DateOnly))
	case errors.As(err, &name):
		return end("certificate_name", "host", l.host, "names", strings.Join(l.names, ", "))
	case errors.As(err, &unknown), l.issuer != "":
		return end("certificate_untrusted", "issuer", l.issuer)
	case errors.As(err, &record) && proxied:
		return end("proxy_page")
	case errors.As(err, &record):
		return end("tls_missing", "host", l.host)
	case strings.Contains(text, "protocol version"):
		return end("tls_version", "host", l.host)
	case isTimeout(err):
		return end("timed_out", "what", l.host)
	}
	return end("cut_off", "what", l.host)
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &n) && n.Timeout()
}

// nameEnding says why a name led nowhere.
func nameEnding(err error, host string) *ending {
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return end("name_not_found", "host", host)
	}
	return end("offline")
}

// dialEnding says why a connection did not come about.
func dialEnding(err error, address string) *ending {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		return nameEnding(err, dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return end("refused_connection", "address", address)
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETDOWN):
		return end("offline")
	case isTimeout(err):
		return end("timed_out", "what", address)
	}
	return end("not_reached", "address", address)
}
