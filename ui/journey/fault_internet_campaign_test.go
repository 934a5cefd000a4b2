//go:build campaign

package journey

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// internet is all that the program finds where a real run asks the network: a
// proxy on loopback that keeps every tunnel for itself and answers as the
// server behind it, with a certificate for whatever name is asked for.
type internet struct {
	proxy   string // its URL
	answers http.HandlerFunc
	cert    func(host string) *x509.Certificate // the form of a server's certificate
	ca      *x509.Certificate
	key     *ecdsa.PrivateKey
	conns   chan net.Conn
	over    chan struct{} // closed at the end

	mu    sync.Mutex
	asked []request
}

// request is what a server was sent: "" for a tunnel in which nothing came.
type request struct{ to, sent string }

// newInternet answers every request in one way. The program trusts it by the
// file of certificates that is set in the house.
func newInternet(t *testing.T, answers http.HandlerFunc) *internet {
	t.Helper()
	n := &internet{answers: answers, conns: make(chan net.Conn), over: make(chan struct{})}
	n.cert = func(host string) *x509.Certificate {
		return &x509.Certificate{Subject: pkix.Name{CommonName: host}, DNSNames: []string{host}}
	}
	var err error
	if n.key, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		t.Fatal(err)
	}
	authority := dated(&x509.Certificate{
		Subject: pkix.Name{CommonName: "Authority of a test"}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	})
	der, err := x509.CreateCertificate(rand.Reader, authority, authority, n.key.Public(), n.key)
	if err != nil {
		t.Fatal(err)
	}
	if n.ca, err = x509.ParseCertificate(der); err != nil {
		t.Fatal(err)
	}
	front, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n.proxy = "http://" + front.Addr().String()
	quiet := log.New(io.Discard, "", 0)
	outer := &http.Server{Handler: http.HandlerFunc(n.front), ErrorLog: quiet}
	inner := &http.Server{Handler: http.HandlerFunc(n.serve), ErrorLog: quiet, TLSNextProto: map[string]func(*http.Server, *tls.Conn, http.Handler){}}
	var done sync.WaitGroup
	done.Go(func() { _ = outer.Serve(front) })                    // it ends when it is closed
	done.Go(func() { _ = inner.Serve(&handed{n, front.Addr()}) }) // likewise
	t.Cleanup(func() {
		close(n.over)
		_ = outer.Close()
		_ = inner.Close()
		done.Wait()
	})
	return n
}

// dated gives a certificate's form a number and its days.
func dated(form *x509.Certificate) *x509.Certificate {
	form.SerialNumber = big.NewInt(time.Now().UnixNano())
	form.NotBefore, form.NotAfter = time.Now().Add(-time.Hour), time.Now().AddDate(0, 3, 0)
	return form
}

// handed is the listener of the connections that the proxy hands on.
type handed struct {
	of *internet
	at net.Addr
}

// Accept implements net.Listener.
func (h *handed) Accept() (net.Conn, error) {
	select {
	case c := <-h.of.conns:
		return c, nil
	case <-h.of.over:
		return nil, net.ErrClosed
	}
}

// Close implements net.Listener.
func (h *handed) Close() error { return nil }

// Addr implements net.Listener.
func (h *handed) Addr() net.Addr { return h.at }

// reached makes the network of a house this one.
func (n *internet) reached(h *house) {
	h.t.Helper()
	file := filepath.Join(h.dir, "authority.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: n.ca.Raw}), 0o600); err != nil {
		h.t.Fatal(err)
	}
	h.env = append(h.env, "LOTSE_NETWORK=", "HTTPS_PROXY="+n.proxy, "HTTP_PROXY="+n.proxy)
	h.run("config", "ca", file)
}

// front is the proxy. What is asked of it without a tunnel is asked in clear.
func (n *internet) front(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodConnect {
		n.note("http://"+r.Host, r)
		http.Error(w, "gone", http.StatusGone)
		return
	}
	n.note(r.Host, nil)
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	if _, err := io.WriteString(c, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		_ = c.Close()
		return
	}
	host, _, _ := net.SplitHostPort(r.Host)
	secure := tls.Server(c, &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
		der, err := x509.CreateCertificate(rand.Reader, dated(n.cert(host)), n.ca, n.key.Public(), n.key)
		return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: n.key}, err
	}})
	select {
	case n.conns <- secure:
	case <-n.over:
		_ = c.Close()
	}
}

// serve is every server behind it.
func (n *internet) serve(w http.ResponseWriter, r *http.Request) {
	n.note("https://"+r.Host, r)
	w.Header().Set("Connection", "close")
	n.answers(w, r)
}

// note notes what a server was sent.
func (n *internet) note(to string, r *http.Request) {
	sent := ""
	if r != nil {
		raw, err := httputil.DumpRequest(r, true)
		sent = string(raw)
		if err != nil {
			sent = err.Error()
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.asked = append(n.asked, request{to, sent})
}

// heard is what was asked since the last call.
func (n *internet) heard() []request {
	n.mu.Lock()
	defer n.mu.Unlock()
	all := n.asked
	n.asked = nil
	return all
}

// credentials are the id and the secret of a request, in whichever way it has
// them, and the secret as it went over the line.
func credentials(r *http.Request) (id, secret, sent string) {
	sent = r.Header.Get("Authorization")
	if id, secret, ok := r.BasicAuth(); ok {
		return unescaped(id), unescaped(secret), sent
	}
	if key, ok := strings.CutPrefix(sent, "Bearer "); ok {
		return "", key, sent
	}
	_ = r.ParseForm() // one that is broken has neither
	return r.PostForm.Get("client_id"), r.PostForm.Get("client_secret"), r.PostForm.Encode()
}

// unescaped is a part of Basic as RFC 6749 has it encoded.
func unescaped(part string) string {
	if plain, err := url.QueryUnescape(part); err == nil {
		return plain
	}
	return part
}

// trusted is how somebody asks it who trusts it.
func (n *internet) trusted() *tls.Config {
	pool := x509.NewCertPool()
	pool.AddCert(n.ca)
	return &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: pool}
}
