package document

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"mime/quotedprintable"
	"net/url"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"lotse/flows"
)

// maxMailto is how long a mailto link gets, in characters as they are encoded:
// RFC 6068 names no limit, but mail programs and browsers cut off at some 2,000.
const maxMailto = 1800

// errSheet refuses to make a mail of a document that goes to nobody.
func errSheet() error { return flows.Refuse(flows.ErrUsage, nil, "letter.is_sheet") }

// As is the letter for a file of a name: a mail to be opened and sent where that
// ends in .eml, text otherwise.
func (l Letter) As(name string) (string, error) {
	if strings.EqualFold(filepath.Ext(name), ".eml") {
		return l.EML()
	}
	return l.Text(), nil
}

// EML is the letter as an unsent mail (RFC 5322, with Microsoft's X-Unsent, by
// which a mail program opens it for editing). It has no From and no Date: whoever
// sends it gives them. It refuses a sheet.
func (l Letter) EML() (string, error) {
	if !l.Mail {
		return "", errSheet()
	}
	for _, value := range []string{l.To, l.Name, l.Subject} {
		if strings.ContainsFunc(value, unicode.IsControl) {
			return "", errors.New("write mail: there is a line break or another control character in its address, name or subject")
		}
	}
	var b bytes.Buffer
	if l.To != "" {
		fmt.Fprintf(&b, "To: %s\r\n", l.mailboxes())
	}
	fmt.Fprintf(&b, "Subject: %s\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Language: %s\r\n", encodedWords(l.Subject), l.Lang)
	b.WriteString("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(strings.ReplaceAll(l.Body, "\n", "\r\n"))); err != nil {
		return "", fmt.Errorf("write mail: %w", err)
	}
	if err := w.Close(); err != nil {
		return "", fmt.Errorf("write mail: %w", err)
	}
	return b.String(), nil
}

// mailboxes are the addresses, a line each. The name stands before a single one.
func (l Letter) mailboxes() string {
	all := strings.Split(l.To, ", ")
	for i := range all {
		all[i] = flows.MailAddress(all[i])
	}
	if l.Name == "" || len(all) > 1 {
		return strings.Join(all, ",\r\n ")
	}
	return phrase(l.Name) + "\r\n <" + all[0] + ">"
}

// phrase is a name in a header (RFC 5322, section 3.2.5): words of plain letters
// and digits as they are, all else encoded, so that nothing in it is a sign.
func phrase(name string) string {
	bare := strings.Map(func(c rune) rune {
		if c == ' ' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, name)
	if bare == name {
		return encodedWords(name)
	}
	return encoded(name)
}

// encodedWords is a header's text: as it is where it is short and plain, else in
// encoded words.
func encodedWords(s string) string {
	plain := !strings.ContainsFunc(s, func(c rune) bool { return c > unicode.MaxASCII })
	if plain && len(s) <= 65 && !strings.Contains(s, "=?") {
		return s
	}
	return encoded(s)
}

// encoded is a text in encoded words (RFC 2047, section 2: at most 75 characters
// each), a line each. mime.QEncoding leaves what looks like an encoded word as it
// is, and lines long.
func encoded(s string) string {
	const most = 42 // bytes, which are 56 characters in base64
	var words []string
	for s != "" {
		n := 0
		for n < len(s) {
			_, size := utf8.DecodeRuneInString(s[n:])
			if n+size > most {
				break
			}
			n += size
		}
		words = append(words, "=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte(s[:n]))+"?=")
		s = s[n:]
	}
	return strings.Join(words, "\r\n ")
}

// Mailto is the letter as a link that opens a mail program (RFC 6068). It refuses
// a sheet, and what would be too long for one.
func (l Letter) Mailto() (string, error) {
	if !l.Mail {
		return "", errSheet()
	}
	all := strings.Split(l.To, ", ")
	for i := range all {
		all[i] = strings.ReplaceAll(percent(flows.MailAddress(all[i])), "%40", "@")
	}
	link := "mailto:" + strings.Join(all, ",") +
		"?subject=" + percent(l.Subject) + "&body=" + percent(strings.ReplaceAll(l.Body, "\n", "\r\n"))
	if len(link) > maxMailto {
		return "", flows.Refuse(flows.ErrUsage, nil, "letter.link_long", "n", len(link), "most", maxMailto)
	}
	return link, nil
}

// percent encodes for a part of a link. QueryEscape alone makes a + of a blank,
// which mail programs show; PathEscape lets & and = through, which add headers.
func percent(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
