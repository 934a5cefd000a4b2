package document

import (
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzMail: whatever stands in a letter, its mail has the headers that it has and
// no other, and its link a subject and a body; both say what the letter says.
func FuzzMail(f *testing.F) {
	f.Add("Kim Example", "Change of the main contact", "Hello,\n\nGrüße")
	f.Add("Kim\r\nBcc: evil@example.org", "A\r\nBcc: evil@example.org", "x\r\n.\r\nBcc: evil@example.org")
	f.Add(`"Kim" <evil@example.org>, `, "=?utf-8?Q?x?=", "=0D=0ABcc: x")
	f.Add("Käthe (a\\", "a&bcc=evil@example.org", "&body=y#z")
	f.Add("", strings.Repeat("ä東", 40), strings.Repeat("x", 2000))
	f.Fuzz(func(t *testing.T, name, subject, body string) {
		l := Letter{Mail: true, To: "a@example.org, b@example.org", Subject: subject, Body: strings.ReplaceAll(body, "\r", ""), Lang: "en"}
		if link, err := l.Mailto(); err == nil {
			u, err := url.Parse(link)
			if err != nil {
				t.Fatalf("the link %q: %v", link, err)
			}
			if q := u.Query(); u.Opaque != "a@example.org,b@example.org" || len(q) != 2 || q.Get("subject") != subject || q.Get("body") != strings.ReplaceAll(l.Body, "\n", "\r\n") {
				t.Fatalf("the link is %q", link)
			}
		}
		l.To, l.Name = "a@example.org", name
		text, err := l.EML()
		if err != nil || !utf8.ValidString(name) || !utf8.ValidString(subject) || !utf8.ValidString(body) {
			return // a subject of two lines is refused; what is no text is none of a letter's
		}
		m, err := mail.ReadMessage(strings.NewReader(text))
		if err != nil {
			t.Fatalf("the mail is no mail: %v\n%q", err, text)
		}
		var names []string
		for name := range m.Header {
			names = append(names, name)
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != "Content-Language Content-Transfer-Encoding Content-Type Mime-Version Subject To X-Unsent" {
			t.Fatalf("the mail has the headers %s:\n%q", got, text)
		}
		to, err := m.Header.AddressList("To")
		if err != nil || len(to) != 1 || to[0].Address != l.To || strings.Join(strings.Fields(to[0].Name), " ") != strings.Join(strings.Fields(name), " ") {
			t.Fatalf("the mail to %q goes to %v, %v", name, to, err)
		}
		if said, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || said != strings.TrimSpace(subject) && said != subject {
			t.Fatalf("the subject %q is %q, %v", subject, said, err)
		}
		if said, err := io.ReadAll(quotedprintable.NewReader(m.Body)); err != nil || string(said) != strings.ReplaceAll(l.Body, "\n", "\r\n") {
			t.Fatalf("the body is %q, %v", said, err)
		}
	})
}
