package portal

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/netip"
	"strings"

	"golang.org/x/net/dns/dnsmessage"
)

// nameServer is the name server of one check: every name has an address and
// accepts mail, unless a fault says otherwise.
type nameServer struct {
	portal *Portal
	check  string
}

// Resolver asks the portal's name server of a check. It is asked through a pipe,
// as over TCP (RFC 1035, section 4.2.2): a name server needs no socket, and not
// every system lets a program have one for datagrams on loopback.
func (p *Portal) Resolver(check string) *net.Resolver {
	return &net.Resolver{
		PreferGo: true,
		Dial:     func(context.Context, string, string) (net.Conn, error) { return p.askNames(check) },
	}
}

// askNames is a connection to the name server of a check.
func (p *Portal) askNames(check string) (net.Conn, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errClosed
	}
	client, conn := net.Pipe()
	p.questions[conn] = true
	p.answering.Go(func() {
		nameServer{p, check}.serve(conn)
		p.mu.Lock()
		defer p.mu.Unlock()
		delete(p.questions, conn)
	})
	return client, nil
}

// serve answers queries until either side closes the connection.
func (n nameServer) serve(conn net.Conn) {
	defer conn.Close() //nolint:errcheck // a pipe
	for {
		packet, err := readMessage(conn)
		if err != nil {
			return
		}
		if n.portal.has(n.check, "dns-silent") {
			continue
		}
		answer, err := n.answer(packet)
		if err != nil {
			continue
		}
		if _, err := conn.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...)); err != nil { //nolint:gosec // an answer has a few records
			return // the client has gone
		}
	}
}

// readMessage reads a message that its length stands before.
func readMessage(r io.Reader) ([]byte, error) {
	var length uint16
	if err := binary.Read(r, binary.BigEndian, &length); err != nil {
		return nil, err
	}
	message := make([]byte, length)
	_, err := io.ReadFull(r, message)
	return message, err
}

// answer answers one query (RFC 1035, section 4).
func (n nameServer) answer(packet []byte) ([]byte, error) {
	var p dnsmessage.Parser
	head, err := p.Start(packet)
	if err != nil {
		return nil, err
	}
	q, err := p.Question()
	if err != nil {
		return nil, err
	}
	found := n.records(q)
	b := dnsmessage.NewBuilder(nil, dnsmessage.Header{
		ID: head.ID, Response: true, Authoritative: true, RecursionAvailable: true, RCode: found.code,
	})
	if err := errors.Join(b.StartQuestions(), b.Question(q), b.StartAnswers()); err != nil {
		return nil, err
	}
	for _, r := range found.records {
		if err := r.add(&b, q.Class); err != nil {
			return nil, err
		}
	}
	return b.Finish()
}

// dnsAnswer is the answer to a query.
type dnsAnswer struct {
	code    dnsmessage.RCode
	records []record
}

// record is one entry of a zone.
type record struct {
	name string
	kind dnsmessage.Type
	to   string     // of an alias or a mail server
	at   netip.Addr // of an address
	text []string   // the pieces of a text record
}

func (r record) add(b *dnsmessage.Builder, class dnsmessage.Class) error {
	name, err := dnsmessage.NewName(r.name)
	if err != nil {
		return err
	}
	h := dnsmessage.ResourceHeader{Name: name, Type: r.kind, Class: class, TTL: 1}
	if r.kind == dnsmessage.TypeA {
		return b.AResource(h, dnsmessage.AResource{A: r.at.As4()})
	}
	if r.kind == dnsmessage.TypeTXT {
		return b.TXTResource(h, dnsmessage.TXTResource{TXT: r.text})
	}
	to, err := dnsmessage.NewName(r.to)
	if err != nil {
		return err
	}
	switch r.kind {
	case dnsmessage.TypeCNAME:
		return b.CNAMEResource(h, dnsmessage.CNAMEResource{CNAME: to})
	case dnsmessage.TypeNS:
		return b.NSResource(h, dnsmessage.NSResource{NS: to})
	}
	return b.MXResource(h, dnsmessage.MXResource{Pref: 10, MX: to})
}

// Where hosts are: those of portals on loopback, where the portals listen; mail
// servers, which nobody asks anything, where one in the world could be (RFC 5737).
var (
	onLoopback = netip.AddrFrom4([4]byte{127, 0, 0, 1})
	onPrivate  = netip.AddrFrom4([4]byte{192, 168, 0, 25})
	onPublic   = netip.AddrFrom4([4]byte{192, 0, 2, 25})
)

// address is where the hosts of a check are.
func (n nameServer) address(has func(string) bool) netip.Addr {
	switch {
	case n.check != "mail.domain", has("mx-on-localhost"):
		return onLoopback
	case has("mx-private"):
		return onPrivate
	}
	return onPublic
}

// mailHost begins the names of the mail servers of all domains.
const mailHost = "mail."

// records are the zone's records for a query.
func (n nameServer) records(q dnsmessage.Question) dnsAnswer {
	name := q.Name.String()
	host, has := strings.HasPrefix(name, mailHost), func(fault string) bool { return n.portal.has(n.check, fault) }
	switch {
	case has("name-not-found"):
		return dnsAnswer{code: dnsmessage.RCodeNameError}
	case has("dns-failure"):
		return dnsAnswer{code: dnsmessage.RCodeServerFailure}
	case q.Type == dnsmessage.TypeTXT:
		return dnsAnswer{records: n.textRecords(name, has)}
	case q.Type == dnsmessage.TypeMX:
		return dnsAnswer{records: n.exchangers(name, has)}
	case q.Type == dnsmessage.TypeNS:
		return dnsAnswer{records: []record{{name: name, kind: dnsmessage.TypeNS, to: "ns." + strings.TrimPrefix(name, ".")}}}
	case q.Type != dnsmessage.TypeA, !host && has("no-mail"):
		return dnsAnswer{} // the name is there, and has no such record
	case host && has("mx-without-address"), strings.HasPrefix(name, unresolvableHost):
		return dnsAnswer{code: dnsmessage.RCodeNameError}
	case host && has("mx-is-alias"):
		other := "other." + strings.TrimPrefix(name, mailHost)
		return dnsAnswer{records: []record{{name: name, kind: dnsmessage.TypeCNAME, to: other}, {name: other, kind: dnsmessage.TypeA, at: n.address(has)}}}
	}
	return dnsAnswer{records: []record{{name: name, kind: dnsmessage.TypeA, at: n.address(has)}}}
}

// unresolvableHost begins the names of mail servers without an address.
const unresolvableHost = "lost."

// exchangers are the mail servers of a domain.
func (n nameServer) exchangers(domain string, has func(string) bool) []record {
	mx := func(to string) record { return record{name: domain, kind: dnsmessage.TypeMX, to: to} }
	switch good := mx(mailHost + domain); {
	case has("no-mail"), has("address-only"):
		return nil
	case has("null-mx"):
		return []record{mx(".")}
	case has("null-mx-beside"):
		return []record{good, mx(".")}
	case has("mx-is-address"):
		return []record{mx("192.0.2.25.")}
	case has("mx-partly"):
		return []record{mx(unresolvableHost + domain), good}
	default:
		return []record{good}
	}
}

// longestPiece is how many bytes a piece of a text record may have (RFC 1035,
// section 3.3).
const longestPiece = 255

// textRecords are the text records of a name.
func (n nameServer) textRecords(name string, has func(string) bool) []record {
	text := n.portal.text(name)
	txt := func(text string) record {
		r := record{name: name, kind: dnsmessage.TypeTXT}
		for len(text) > longestPiece {
			r.text, text = append(r.text, text[:longestPiece]), text[longestPiece:]
		}
		r.text = append(r.text, text)
		return r
	}
	kind, _, _ := strings.Cut(text, " ")
	switch {
	case has("no-text"):
		return nil
	case has("text-other"):
		return []record{txt(kind + " another=text")}
	case has("text-quoted"):
		return []record{txt(`"` + text + `"`)}
	case has("text-twice"):
		return []record{txt(text), txt(kind + " another=text")}
	}
	return []record{txt("another=record"), txt(text)}
}
