package portal

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"time"
)

// authority is a certificate authority of a rehearsal: it issues a certificate
// for every name that is asked for.
type authority struct {
	cfg  Config
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(name string, cfg Config) (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make the key of %s: %w", name, err)
	}
	now := cfg.Now()
	form := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name},
		NotBefore: now.Add(-48 * time.Hour), NotAfter: now.AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, form, form, key.Public(), key)
	if err != nil {
		return nil, fmt.Errorf("make the certificate of %s: %w", name, err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, fmt.Errorf("read the certificate of %s: %w", name, err)
	}
	return &authority{cfg: cfg, cert: cert, key: key}, nil
}

func (a *authority) pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.cert)
	return pool
}

// issue issues a certificate for a host that is valid between two times.
func (a *authority) issue(host string, from, until time.Time) (*tls.Certificate, error) {
	form, err := formOf(host, from, until)
	if err != nil {
		return nil, err
	}
	return a.signed(form, a.cert, a.cert.Raw)
}

// alone is a certificate that only the host itself has signed.
func (a *authority) alone(host string, from, until time.Time) (*tls.Certificate, error) {
	form, err := formOf(host, from, until)
	if err != nil {
		return nil, err
	}
	return a.signed(form, form)
}

// formOf is a certificate for a host before anybody has signed it.
func formOf(host string, from, until time.Time) (*x509.Certificate, error) {
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<62))
	if err != nil {
		return nil, fmt.Errorf("make a serial number: %w", err)
	}
	form := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: host},
		NotBefore: from, NotAfter: until,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	if ip := net.ParseIP(host); ip != nil {
		form.IPAddresses = []net.IP{ip}
	} else {
		form.DNSNames = []string{host}
	}
	return form, nil
}

// signed is a certificate signed as its issuer says, with the certificates that a
// server sends along.
func (a *authority) signed(form, issuer *x509.Certificate, along ...[]byte) (*tls.Certificate, error) {
	der, err := x509.CreateCertificate(rand.Reader, form, issuer, a.key.Public(), a.key)
	if err != nil {
		return nil, fmt.Errorf("make a certificate for %s: %w", form.Subject.CommonName, err)
	}
	return &tls.Certificate{Certificate: append([][]byte{der}, along...), PrivateKey: a.key}, nil
}
