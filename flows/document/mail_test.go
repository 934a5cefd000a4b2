package document

import (
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
)

// TestMailsSayWhatTheLetterSays reads every letter back from its mail, and holds
// the form of RFC 5322: lines end in CRLF and have at most 78 characters.
func TestMailsSayWhatTheLetterSays(t *testing.T) {
	for _, c := range letters {
		for _, lang := range find(&flows.Draft{Template: c.template}).langs {
			wish := asked
			wish.Lang = lang
			l, err := Write(draftOf(c.template, c.to, c.given), "letters", "draft", wish)
			if err != nil {
				t.Fatal(err)
			}
			text, err := l.As("letter.EML")
			if !l.Mail {
				if codeOf(err) != "letter.is_sheet" {
					t.Errorf("%s: a sheet is a mail, %v", c.name, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
				if len(line) > 78 || strings.ContainsFunc(line, func(c rune) bool { return c < ' ' || c > '~' }) {
					t.Errorf("%s.%s: line %q", c.name, lang, line)
				}
			}
			reads(t, &l, text)
		}
	}
}

// reads holds that a mail has a letter's address, subject and body.
func reads(t *testing.T, l *Letter, text string) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || subject != l.Subject || m.Header.Get("X-Unsent") != "1" {
		t.Errorf("subject %q, %v, header %q", subject, err, m.Header)
	}
	readsTo(t, l, m.Header)
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil || string(body) != strings.ReplaceAll(l.Body, "\n", "\r\n") {
		t.Errorf("body %q, %v", body, err)
	}
	for name := range m.Header {
		if !slices.Contains([]string{"To", "Subject", "X-Unsent", "Mime-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language"}, name) {
			t.Errorf("there is a header %s", name)
		}
	}
}

// readsTo holds that a mail goes to whom a letter goes to, by their name.
func readsTo(t *testing.T, l *Letter, h mail.Header) {
	t.Helper()
	to, err := h.AddressList("To")
	if l.To == "" && errors.Is(err, mail.ErrHeaderNotPresent) {
		return
	}
	var addresses []string
	for _, a := range to {
		addresses = append(addresses, a.Address)
	}
	if err != nil || strings.Join(addresses, ", ") != l.To || to[0].Name != l.Name && len(to) == 1 || to[0].Name != "" && len(to) > 1 {
		t.Errorf("to %q, %v: %q, want %q %q", to, err, h.Get("To"), l.Name, l.To)
	}
}

// TestMailsGoToAddressesOfAnyScript: a domain is written as servers look it up, a
// name as it is.
func TestMailsGoToAddressesOfAnyScript(t *testing.T) {
	for _, c := range []struct{ to, name, header, link string }{
		{"info@bücher.example", "", "To: info@xn--bcher-kva.example\r\n", "mailto:info@xn--bcher-kva.example?"},
		{"käthe@bücher.example", "Käthe", "To: =?utf-8?B?S8OkdGhl?=\r\n <käthe@xn--bcher-kva.example>\r\n", "mailto:k%C3%A4the@xn--bcher-kva.example?"},
		{"a@xn--bcher-kva.example", "Kim O'Hara", "To: =?utf-8?B?S2ltIE8nSGFyYQ==?=\r\n <a@xn--bcher-kva.example>\r\n", "mailto:a@xn--bcher-kva.example?"},
		{"a@example.org", "Kim Example", "To: Kim Example\r\n <a@example.org>\r\n", "mailto:a@example.org?"},
		{"a@bücher.example, b@例え.example", "Kim", "To: a@xn--bcher-kva.example,\r\n b@xn--r8jz45g.example\r\n", "mailto:a@xn--bcher-kva.example,b@xn--r8jz45g.example?"},
		{"", "Kim", "Subject: S\r\n", "mailto:?"},
	} {
		l := Letter{Mail: true, Lang: "de", To: c.to, Name: c.name, Subject: "S", Body: "x\n"}
		text, err := l.EML()
		if err != nil || !strings.HasPrefix(text, c.header) {
			t.Errorf("%s: %q, %v", c.to, text, err)
		}
		if link, err := l.Mailto(); err != nil || !strings.HasPrefix(link, c.link) {
			t.Errorf("%s: %q, %v", c.to, link, err)
		}
	}
}

func TestMail(t *testing.T) {
	l, err := Write(draftOf("test-mail", "main_email", map[string]flows.Value{"main_email": "info@muster.example"}), "letters", "draft", Asked{Lang: "de", Sender: "Jörg Lotse", Today: monday})
	if err != nil {
		t.Fatal(err)
	}
	text, err := l.EML()
	if err != nil {
		t.Fatal(err)
	}
	link, err := l.Mailto()
	if err != nil {
		t.Fatal(err)
	}
	golden.RequireEqual(t, strings.ReplaceAll(text, "\r\n", "\n")+"\n"+link+"\n")
	if plain, err := l.As("letter.txt"); err != nil || plain != l.Text() {
		t.Errorf("as text it is %q, %v", plain, err)
	}
}

// What is hostile stays in its header, in its line, and in its part of a link.
func TestHostileMails(t *testing.T) {
	body := "a & b = c?\n+ 100 %, <b>ä</b>\n"
	for _, subject := range []string{
		"Muster & Söhne: a=b?&bcc=x@example.org+#", "=?utf-8?q?plain?=", strings.Repeat("Wörter ohne Ende ", 20), strings.Repeat("x", 300), strings.Repeat("€", 99),
	} {
		l := Letter{Mail: true, Lang: "de", To: "a&b=c+d@example.org", Name: strings.TrimSpace(subject) + `"<x@example.org>, (y`, Subject: strings.TrimSpace(subject), Body: body}
		text, err := l.EML()
		if err != nil {
			t.Fatal(err)
		}
		reads(t, &l, text)
		l.To = "a&b=c+d@example.org, e@example.org"
		if text, err = l.EML(); err != nil {
			t.Fatal(err)
		}
		reads(t, &l, text)
		for _, line := range strings.Split(text, "\r\n") {
			if len(line) > 78 || strings.Contains(line, "\n") {
				t.Errorf("line %q", line)
			}
		}
		link, err := l.Mailto()
		if len(subject) > 280 {
			continue // too long, or not
		}
		u, perr := url.Parse(link)
		if err != nil || perr != nil {
			t.Fatalf("%q: %v, %v", link, err, perr)
		}
		to, _ := url.PathUnescape(u.Opaque)
		q := u.Query()
		if to != "a&b=c+d@example.org,e@example.org" || len(q) != 2 || q.Get("subject") != l.Subject || q.Get("body") != strings.ReplaceAll(body, "\n", "\r\n") ||
			strings.Contains(link, "+") || !strings.Contains(link, "%0D%0A") {
			t.Errorf("link %q: to %q, %q", link, to, q)
		}
	}
	for _, l := range []Letter{{To: "a@example.org\r\nBcc: b@example.org"}, {Subject: "a\nBcc: b@example.org"}, {Subject: "a\x00"}, {To: "a@example.org", Name: "a\r\nBcc: b@example.org"}} {
		l.Mail = true
		if text, err := l.EML(); err == nil {
			t.Errorf("it is written: %q", text)
		}
	}
}

// codeOf is the code of a refusal's message.
func codeOf(err error) string {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return ""
	}
	return r.Message.Code
}

// A link that mail programs would cut off is refused, with the way out.
func TestALongLinkIsRefused(t *testing.T) {
	l := Letter{Mail: true, To: "a@example.org", Subject: "b"}
	bare, err := l.Mailto()
	if err != nil {
		t.Fatal(err)
	}
	l.Body = strings.Repeat("x", maxMailto-len(bare))
	if link, err := l.Mailto(); err != nil || len(link) != maxMailto {
		t.Errorf("%d characters are refused: %v", len(link), err)
	}
	l.Body += "x"
	if _, err := l.Mailto(); codeOf(err) != "letter.link_long" || !errors.Is(err, flows.ErrUsage) {
		t.Errorf("it is not refused: %v", err)
	}
	if _, err := (Letter{}).Mailto(); codeOf(err) != "letter.is_sheet" {
		t.Errorf("a sheet has a link: %v", err)
	}
}
