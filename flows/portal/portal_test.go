package portal

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"lotse/flows/check"
)

// opened is a portal that ends with the test.
func opened(t *testing.T) *Portal {
	t.Helper()
	p, err := New(Config{Now: time.Now, Faults: check.FaultNames()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// client is a plain client of a check's server.
func client(p *Portal, check string) *http.Client {
	return &http.Client{
		Timeout: 20 * time.Second,
		Transport: &http.Transport{
			DialContext: p.Dial(check), TLSClientConfig: &tls.Config{RootCAs: p.Roots(), MinVersion: tls.VersionTLS12},
			MaxResponseHeaderBytes: 64 << 10, DisableKeepAlives: true, DisableCompression: true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// asked is what came of a request, in one line: the error, or status, type and
// the beginning of the body.
func asked(p *Portal, check string, patience time.Duration) string {
	form := strings.NewReader(url.Values{"grant_type": {"client_credentials"}, "client_id": {"id"}, "client_secret": {"secret"}}.Encode())
	req, _ := http.NewRequestWithContext(context.Background(), http.MethodPost, "https://login.example/oauth2/token", form)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if strings.HasPrefix(check, "rackbeat.") {
		req.Method, req.URL.Path, req.Body, req.ContentLength = http.MethodGet, "/api/products", nil, 0
		req.Header.Set("Authorization", "Bearer key")
	}
	c := client(p, check)
	c.Timeout = patience
	res, err := c.Do(req)
	if err != nil {
		return err.Error()
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, 2<<20))
	late := res.Header.Get("Date")
	if d, errDate := http.ParseTime(late); errDate == nil && time.Until(d) > 5*time.Minute {
		late = "late"
	}
	out := fmt.Sprintf("%d %s %s %s %d of %d bytes %s", res.StatusCode, res.Header.Get("Content-Type"), res.Header.Get("Location")+res.Header.Get("Retry-After")+res.Header.Get("Via")+res.Header.Get("Content-Encoding"), late, len(body), res.ContentLength, body[:min(len(body), 120)])
	if err != nil {
		out += " " + err.Error()
	}
	return out
}

// long is how long a client waits for what comes; silence is what it says where
// nothing does.
const (
	long    = 20 * time.Second
	silence = "deadline exceeded"
)

// seen is what a plain client sees of each fault.
var seen = map[string]string{
	"name-not-found": "no such host", "dns-silent": "network is unreachable", "offline": "network is unreachable",
	"refused": "connection refused", "connect-silent": silence, "tls-silent": silence,
	"plain-http": "server gave HTTP response to HTTPS client", "tls-old": "protocol version not supported",
	"certificate-untrusted": "unknown authority", "certificate-self-signed": "unknown authority", "certificate-expired": "expired", "certificate-name": "somebody-else.example",
	"certificate-ends": "200 ", "slow": silence, "slow-body": " of 1000000 bytes", "reset-midway": "unexpected EOF",
	"redirect-elsewhere": "https://elsewhere.example/", "proxy-page": "Network sign-in", "proxy-password": "407 text/html",
	"huge": " 2097152 of", "endless": " 2097152 of", "header-flood": "exceeded", "clock-skew": " late ",
	"429": "429 application/json 30", "503": "503 text/html", "html": "200 text/html", "404": "404 ",
	"not-json": `{"access_token": `, "duplicate-keys": `"two"`, "gzip-bomb": " gzip ",
	"secret-refused": "invalid_client", "bidi": `\u202edetpecca`, "scope-missing": "scope", "grant-refused": "unauthorized_client",
	"grant-unknown": "unsupported_grant_type", "key-refused": "Unauthenticated",
}

func TestEveryFaultIsSeen(t *testing.T) {
	for _, name := range check.Portals() {
		if name == "mail.domain" || name == "dns.txt" {
			continue // TestNames; those of dns.txt its check sees
		}
		plain := asked(opened(t), name, long)
		for _, f := range check.FaultsOf(name) {
			want, ok := seen[f.Name]
			if !ok {
				continue // TestTechDataRefuses
			}
			if strings.HasPrefix(name, "rackbeat.") && f.Name == "scope-missing" {
				want = "no permission"
			}
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				t.Parallel()
				p := opened(t)
				if err := p.Switch(name, f.Name); err != nil {
					t.Fatal(err)
				}
				patience := long
				if want == silence || f.Name == "slow-body" {
					patience = 200 * time.Millisecond
				}
				got := asked(p, name, patience)
				if !strings.Contains(got, want) {
					t.Errorf("seen %q, want %q in it", got, want)
				}
				if err := p.Switch(name); err != nil {
					t.Fatal(err)
				}
				if again := asked(p, name, long); !strings.HasPrefix(again, plain[:4]) {
					t.Errorf("without the fault: %q, at first %q", again, plain)
				}
			})
		}
	}
}

func TestTechDataRefuses(t *testing.T) {
	p := opened(t)
	ask := func(soin, signature string) int {
		req, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, "https://api.example/catalog/vendors/1", nil)
		req.Header.Set("Authorization", "Bearer "+Token)
		req.Header.Set("SOIN", soin)
		req.Header.Set("TimeStamp", "1700000000")
		req.Header.Set("Signature", signature)
		res, err := client(p, "techdata.api").Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		return res.StatusCode
	}
	good := base64.StdEncoding.EncodeToString([]byte(Token + ":S1:1700000000"))
	for _, c := range []struct {
		fault, soin, signature string
		want                   int
	}{
		{"", "S1", good, 200},
		{"", "S2", good, 403},
		{"", "S1", "x", 403},
		{"", "", good, 403},
		{"soin-refused", "S1", good, 403},
		{"api-token-refused", "S1", good, 401},
	} {
		var faults []string
		if c.fault != "" {
			faults = []string{c.fault}
		}
		if err := p.Switch("techdata.api", faults...); err != nil {
			t.Fatal(err)
		}
		if got := ask(c.soin, c.signature); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ fault, mx, host string }{
		{"", "mail.example.org.", "192.0.2.25"},
		{"name-not-found", "no such host", "no such host"},
		{"dns-failure", "server misbehaving", "server misbehaving"},
		{"no-mail", "no such host", "no such host"},
		{"address-only", "no such host", "192.0.2.25"},
		{"null-mx", ".", "192.0.2.25"},
		{"mx-is-alias", "mail.example.org.", "192.0.2.25"},
		{"mx-is-address", "192.0.2.25.", "192.0.2.25"},
		{"mx-without-address", "mail.example.org.", "192.0.2.25"},
		{"mx-on-localhost", "mail.example.org.", "127.0.0.1"},
		{"mx-private", "mail.example.org.", "192.168.0.25"},
		{"mx-partly", "lost.example.org.", "192.0.2.25"},
		{"null-mx-beside", "mail.example.org.", "192.0.2.25"},
	} {
		p := opened(t)
		if c.fault != "" {
			if err := p.Switch("mail.domain", c.fault); err != nil {
				t.Fatal(err)
			}
		}
		r := p.Resolver("mail.domain")
		if got := exchanger(r); !strings.Contains(got, c.mx) {
			t.Errorf("%s: mail goes to %q, want %q", c.fault, got, c.mx)
		}
		if got := address(r, "example.org"); !strings.Contains(got, c.host) {
			t.Errorf("%s: the address is %q, want %q", c.fault, got, c.host)
		}
	}
	p := opened(t)
	if err := p.Switch("mail.domain", "mx-is-alias"); err != nil {
		t.Fatal(err)
	}
	if name, err := p.Resolver("mail.domain").LookupCNAME(context.Background(), "mail.example.org"); err != nil || name != "other.example.org." {
		t.Errorf("the alias leads to %q: %v", name, err)
	}
	if err := p.Switch("mail.domain", "mx-without-address"); err != nil {
		t.Fatal(err)
	}
	if got := address(p.Resolver("mail.domain"), "mail.example.org"); !strings.Contains(got, "no such host") {
		t.Errorf("the mail server is at %q", got)
	}
}

func exchanger(r *net.Resolver) string {
	all, err := r.LookupMX(context.Background(), "example.org")
	if err != nil {
		return err.Error()
	}
	var hosts []string
	for _, mx := range all {
		hosts = append(hosts, mx.Host)
	}
	return strings.Join(hosts, " ")
}

func address(r *net.Resolver, host string) string {
	all, err := r.LookupHost(context.Background(), host)
	if err != nil {
		return err.Error()
	}
	return all[0]
}

// TestANameServerNeedsNoSocket: a system that refuses a program sockets for
// datagrams has rehearsals all the same.
func TestANameServerNeedsNoSocket(t *testing.T) {
	conn, err := opened(t).Resolver("mail.domain").Dial(context.Background(), "udp", "192.0.2.53:53")
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, datagrams := conn.(net.PacketConn); datagrams || conn.LocalAddr().Network() != "pipe" {
		t.Errorf("asked by %s", conn.LocalAddr().Network())
	}
	// What is no query ends nothing: the next one is answered.
	if _, err := conn.Write([]byte("\x00\x03???")); err != nil {
		t.Fatal(err)
	}
	query, err := (&dnsmessage.Message{
		Header:    dnsmessage.Header{ID: 7},
		Questions: []dnsmessage.Question{{Name: dnsmessage.MustNewName("example.org."), Type: dnsmessage.TypeA, Class: dnsmessage.ClassINET}},
	}).Pack()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Write(append([]byte{0, byte(len(query))}, query...)); err != nil {
		t.Fatal(err)
	}
	var answer dnsmessage.Message
	if message, err := readMessage(conn); err != nil || answer.Unpack(message) != nil || answer.ID != 7 || len(answer.Answers) != 1 {
		t.Errorf("%v: %+v", err, answer)
	}
}

func TestADomainWhoseNameServerIsSilentTimesOut(t *testing.T) {
	p := opened(t)
	if err := p.Switch("mail.domain", "dns-silent"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	_, err := p.Resolver("mail.domain").LookupMX(ctx, "example.org")
	if dns := new(net.DNSError); !errors.As(err, &dns) || !dns.IsTimeout {
		t.Errorf("%v", err)
	}
}

func TestRegistersComeInPages(t *testing.T) {
	p := opened(t)
	names := map[string]bool{}
	for page := 1; page <= 4; page++ {
		req, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, fmt.Sprintf("https://app.example/api/customers?page=%d&limit=9", page), nil)
		req.Header.Set("Authorization", "Bearer key")
		res, err := client(p, "rackbeat.self").Do(req)
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Customers []struct {
				Number any
				Name   string
			}
			Pages, Total int
		}
		err = json.NewDecoder(res.Body).Decode(&got)
		_ = res.Body.Close()
		if err != nil || got.Pages != 4 || got.Total != 36 || len(got.Customers) != 9 {
			t.Fatalf("page %d: %+v, %v", page, got, err)
		}
		for _, c := range got.Customers {
			names[fmt.Sprint(c.Number)] = true
		}
	}
	if len(names) != 36 {
		t.Errorf("customers %v", names)
	}
}

func TestAProxyOpensATunnelOrAnswersItself(t *testing.T) {
	for fault, want := range map[string]string{"": "200 ", "proxy-password": "Proxy Authentication Required", "proxy-page": ""} {
		p := opened(t)
		if fault != "" {
			if err := p.Switch("http.endpoint", fault); err != nil {
				t.Fatal(err)
			}
		}
		at, err := p.Proxy("http.endpoint")
		if err != nil {
			t.Fatal(err)
		}
		c := client(p, "http.endpoint")
		tr := c.Transport.(*http.Transport)
		tr.Proxy, tr.DialContext = http.ProxyURL(at), nil
		req, _ := http.NewRequestWithContext(context.Background(), http.MethodGet, "https://portal.example/", nil)
		got := ""
		if res, err := c.Do(req); err != nil {
			got = err.Error()
		} else {
			got = fmt.Sprintf("%d %s", res.StatusCode, res.Header.Get("Content-Type"))
			_ = res.Body.Close()
		}
		if !strings.Contains(got, want) || fault == "proxy-page" && strings.HasPrefix(got, "200") {
			t.Errorf("%s: %s", fault, got)
		}
	}
}

func TestNothingLeavesLoopback(t *testing.T) {
	p := opened(t)
	for name := range services {
		c, err := p.Dial(name)(context.Background(), "tcp", "login.example:443")
		if err != nil {
			t.Fatal(err)
		}
		if a := c.RemoteAddr().(*net.TCPAddr); !a.IP.IsLoopback() {
			t.Errorf("%s is asked at %s", name, a)
		}
		_ = c.Close()
	}
}

func TestSwitchNamesWhatThereIs(t *testing.T) {
	p := opened(t)
	if err := p.Switch("http.endpoint", "no-such"); err == nil || !strings.Contains(err.Error(), "refused") {
		t.Error(err)
	}
	if err := p.Switch("mail.equal", "refused"); err == nil {
		t.Error("a check without a portal has faults")
	}
}

// TestCloseLeavesNothingBehind holds that no goroutine is left, also of the
// faults that hold connections.
func TestCloseLeavesNothingBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, fault := range []string{"", "tls-silent", "slow", "slow-body", "endless", "header-flood", "reset-midway"} {
		p, err := New(Config{Now: time.Now, Faults: check.FaultNames()})
		if err != nil {
			t.Fatal(err)
		}
		if fault != "" {
			if err := p.Switch("oauth2.token", fault); err != nil {
				t.Fatal(err)
			}
		}
		asked(p, "oauth2.token", 200*time.Millisecond)
		exchanger(p.Resolver("mail.domain"))
		if err := p.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			t.Errorf("%s: %v", fault, err)
		}
		if _, err := p.Dial("oauth2.token")(context.Background(), "tcp", "login.example:443"); !errors.Is(err, errClosed) {
			t.Errorf("a closed portal is asked: %v", err)
		}
	}
	for end := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; {
		if time.Now().After(end) {
			buf := make([]byte, 64<<10)
			t.Fatalf("%d goroutines, before %d:\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
		}
		runtime.Gosched()
	}
}

// TestRegistersHaveTheExamples holds that every register has its rows, with the
// API's own names.
func TestRegistersHaveTheExamples(t *testing.T) {
	for rows, least := range map[int]int{0: 30, 50: 50} {
		for name, entries := range registersOf(rows) {
			if len(entries) < least || entries[0]["number"] == nil || entries[0]["name"] == nil && entries[0]["company_name"] == nil {
				t.Errorf("%s of %d: %d rows, %v", name, rows, len(entries), entries[0])
			}
		}
		if n := len(registersOf(rows)); n != 3 {
			t.Errorf("%d registers", n)
		}
	}
}
