//go:build campaign

package document

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
)

// mailReader tells what Python's email makes of mails.
const mailReader = `
import sys, json, email, email.policy
json.dump([{
    'to': [[a.display_name, a.username + '@' + a.domain] for a in m['To'].addresses] if m['To'] else [],
    'subject': str(m['Subject']), 'body': m.get_content().replace('\r\n', '\n'), 'headers': sorted(m.keys()), 'lang': str(m['Content-Language']),
    'defects': [str(d) for d in m.defects] + [str(d) for h in m.values() for d in h.defects],
} for m in [email.message_from_bytes(text.encode(), policy=email.policy.SMTPUTF8) for text in json.load(sys.stdin)]], sys.stdout)
`

type readMail struct {
	To                  [][2]string
	Subject, Body, Lang string
	Headers, Defects    []string
}

// TestAnotherParserReadsTheSameMail holds, by Python's email, every letter in its
// languages, and letters to domains and with names of any script; it does not read a
// local part in another script, which net/mail does.
func TestAnotherParserReadsTheSameMail(t *testing.T) {
	all := []Letter{
		{Mail: true, Lang: "de", To: "info@bücher.example", Name: "Käthe \"Kim\" <x@example.org>, (y", Subject: "=?utf-8?q?plain?= & " + strings.Repeat("ä", 200), Body: "Ä\n.\nFrom x\n" + strings.Repeat("x", 300) + "\n"},
		{Mail: true, Lang: "fi", To: "kathe@example.org", Subject: strings.Repeat("x", 300), Body: "=0D=0ABcc: x\n"},
		{Mail: true, Lang: "en", To: "a@example.org, b@例え.example", Name: "Kim", Subject: "S", Body: "x\n"},
		{Mail: true, Lang: "en", Subject: "nobody yet", Body: "x\n"},
	}
	for _, c := range letters {
		for _, lang := range find(&flows.Draft{Template: c.template}).langs {
			wish := asked
			wish.Lang = lang
			l, err := Write(draftOf(c.template, c.to, c.given), "letters", "draft", wish)
			if err != nil {
				t.Fatal(err)
			}
			if l.Mail {
				all = append(all, l)
			}
		}
	}
	for i, got := range readMails(t, all) {
		if want := meant(&all[i]); !reflect.DeepEqual(got, want) {
			t.Errorf("it is read as\n%+v, not\n%+v", got, want)
		}
	}
}

// readMails are letters as their mails are read.
func readMails(t *testing.T, all []Letter) []readMail {
	t.Helper()
	var texts []string
	for i := range all {
		text, err := all[i].EML()
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	given, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "python3", "-c", mailReader)
	cmd.Stdin = bytes.NewReader(given)
	var out, failed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &failed
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, failed.String())
	}
	var got []readMail
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || len(got) != len(all) {
		t.Fatalf("%d mails of %d, %v", len(got), len(all), err)
	}
	return got
}

// meant is what a letter's mail has to be read as.
func meant(l *Letter) readMail {
	want := readMail{Subject: l.Subject, Body: l.Body, Lang: l.Lang, To: [][2]string{}, Defects: []string{}}
	want.Headers = []string{"Content-Language", "Content-Transfer-Encoding", "Content-Type", "MIME-Version", "Subject", "X-Unsent"}
	if l.To != "" {
		to := strings.Split(l.To, ", ")
		for _, address := range to {
			want.To = append(want.To, [2]string{"", flows.MailAddress(address)})
		}
		if len(to) == 1 {
			want.To[0][0] = l.Name
		}
		want.Headers = append(want.Headers, "To")
		slices.Sort(want.Headers)
	}
	return want
}
