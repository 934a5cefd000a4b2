package check_test

import (
	"context"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"lotse/flows/check"
)

// zone is what a name server of these tests says, by name: records of
// "A 192.0.2.1", "MX 10 mail.example.", "CNAME other.example.", "NS ns.example.",
// "TXT text"; "fails" for SERVFAIL, "silent" for no answer. A name that is not
// there is not found.
type zone map[string][]string

// network is a network whose name server has the zone. It has only names.
func (z zone) network(t *testing.T) *check.Net {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { _ = conn.Close(); <-done })
	go func() {
		defer close(done)
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			if answer := z.answer(buf[:n]); answer != nil {
				_, _ = conn.WriteTo(answer, from)
			}
		}
	}()
	n := &check.Net{Limits: check.Limits{Connect: 300 * time.Millisecond, Header: 600 * time.Millisecond, All: 3 * time.Second}}
	n.Resolver = func(string) *net.Resolver {
		return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
		}}
	}
	return n
}

func (z zone) answer(packet []byte) []byte {
	var p dnsmessage.Parser
	head, err := p.Start(packet)
	if err != nil {
		return nil
	}
	q, err := p.Question()
	if err != nil {
		return nil
	}
	name := strings.ToLower(q.Name.String())
	records, known := z[strings.TrimSuffix(name, ".")]
	if name == "." {
		records, known = z["."]
	}
	code := dnsmessage.RCodeSuccess
	switch {
	case !known:
		code = dnsmessage.RCodeNameError
	case records[0] == "silent":
		return nil
	case records[0] == "fails":
		code, records = dnsmessage.RCodeServerFailure, nil
	}
	b := dnsmessage.NewBuilder(nil, dnsmessage.Header{ID: head.ID, Response: true, RecursionAvailable: true, RCode: code})
	b.EnableCompression()
	_ = b.StartQuestions()
	_ = b.Question(q)
	_ = b.StartAnswers()
	for _, r := range records {
		z.add(&b, q, strings.Fields(r))
	}
	answer, err := b.Finish()
	if err != nil {
		return nil
	}
	return answer
}

// add adds a record that the question asks for, and what an alias leads to.
func (z zone) add(b *dnsmessage.Builder, q dnsmessage.Question, r []string) {
	h := dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 1}
	to := func(i int) dnsmessage.Name { return dnsmessage.MustNewName(r[i]) }
	switch {
	case r[0] == "CNAME":
		_ = b.CNAMEResource(h, dnsmessage.CNAMEResource{CNAME: to(1)})
		q.Name = to(1)
		for _, other := range z[strings.TrimSuffix(r[1], ".")] {
			z.add(b, q, strings.Fields(other))
		}
	case r[0] == "A" && q.Type == dnsmessage.TypeA:
		_ = b.AResource(h, dnsmessage.AResource{A: netip.MustParseAddr(r[1]).As4()})
	case r[0] == "AAAA" && q.Type == dnsmessage.TypeAAAA:
		_ = b.AAAAResource(h, dnsmessage.AAAAResource{AAAA: netip.MustParseAddr(r[1]).As16()})
	case r[0] == "MX" && q.Type == dnsmessage.TypeMX:
		_ = b.MXResource(h, dnsmessage.MXResource{Pref: uint16(len(r[1])), MX: to(2)})
	case r[0] == "NS" && q.Type == dnsmessage.TypeNS:
		_ = b.NSResource(h, dnsmessage.NSResource{NS: to(1)})
	case r[0] == "TXT" && q.Type == dnsmessage.TypeTXT:
		_ = b.TXTResource(h, dnsmessage.TXTResource{TXT: []string{r[1]}})
	}
}
