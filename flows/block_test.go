package flows

import (
	"strings"
	"testing"
)

func blockFields() []*Item {
	named := func(id, label string, t Type) *Item {
		return &Item{Kind: KindField, ID: id, Label: label, Field: &Field{Type: t}}
	}
	return []*Item{
		named("client_id", "Client ID", TypeText), named("client_secret", "Client Secret", TypeSecret), named("portal_url", "Address of the portal", TypeURL),
		named("contact", "Kontakt-Adresse", TypeEmail),
		{Kind: KindTask, ID: "done", Label: "Done", Task: &Task{}},
	}
}

func TestSplitBlock(t *testing.T) {
	for name, tc := range map[string]struct{ text, want, left string }{
		"lines with colons":           {"Client ID: abc-1\r\nClient Secret: s3=cr:et\r\n", "client_id=abc-1 client_secret=s3=cr:et", ""},
		"with equals signs":           {"client_id = abc\nclient_secret=x y", "client_id=abc client_secret=x y", ""},
		"with tabs":                   {"Client ID\tabc\nClient Secret\tdef", "client_id=abc client_secret=def", ""},
		"with wide gaps":              {"Client ID      abc\nClient Secret  def", "client_id=abc client_secret=def", ""},
		"a table from a mail":         {"| Client ID | abc |\n| Client Secret | def |", "client_id=abc client_secret=def", ""},
		"two rows":                    {"Client ID\tClient Secret\tNote\nabc\tdef\tsoon", "client_id=abc client_secret=def", "Note: soon"},
		"names above":                 {"Client ID\nabc\n\nClient Secret:\ndef\n", "client_id=abc client_secret=def", ""},
		"on one line":                 {"Client ID: abc Client Secret: def", "client_id=abc client_secret=def", ""},
		"on one line, commas":         {"client_id=abc, client_secret=def", "client_id=abc client_secret=def", ""},
		"a json object":               {`{"client_id": "abc", "data": {"clientSecret": "d\"ef"}, "expires": 12}`, `client_id=abc client_secret=d"ef`, "expires: 12"},
		"lines of json":               {"\"client_id\": \"abc\",\n\"client_secret\": \"def\"", "client_id=abc client_secret=def", ""},
		"part matches":                {"Hello,\nyour Client ID: abc\nSecret: def\nValid until: May\nBest regards", "client_id=abc client_secret=def", "Hello, / Valid until: May / Best regards"},
		"another language":            {"KONTAKT-ADRESSE: a@example.org\nPasswort: def", "contact=a@example.org client_secret=def", ""},
		"an address has a colon":      {"URL: https://example.org:8443/x?a=b\nMail: a@example.org", "portal_url=https://example.org:8443/x?a=b contact=a@example.org", ""},
		"bullets":                     {"- Client ID: abc\n• Client Secret: def", "client_id=abc client_secret=def", ""},
		"twice":                       {"Client ID: abc\nClient Secret: def\nClient ID: xyz", "client_id=abc client_secret=def", "Client ID: xyz"},
		"a name without a value":      {"Client ID:\nClient Secret: def\nMail: a@example.org", "client_secret=def contact=a@example.org", "Client ID:"},
		"a secret begins with a sign": {"Client ID: abc\nClient Secret: =:x", "client_id=abc client_secret==:x", ""},
		"what fits two":               {"Client: abc\nSecret: def\nMail: a@example.org", "client_secret=def contact=a@example.org", "Client: abc"},

		"one name only":      {"Client ID: abc", "", ""},
		"a text":             {"We met at the office: all is well.\nThey call back at 10:30.", "", ""},
		"an address":         {"https://example.org/a=b", "", ""},
		"a task is no field": {"Done: yes\nClient ID: abc", "", ""},
		"an empty text":      {" \n ", "", ""},
		"a broken object":    {`{"client_id": "abc"`, "", ""},
		"values alone":       {"abc\ndef", "", ""},
		"too long":           {"Client ID: abc\nClient Secret: " + strings.Repeat("x", maxBlock), "", ""},
	} {
		b, ok := SplitBlock(blockFields(), tc.text)
		var got []string
		for _, p := range b.Parts {
			got = append(got, p.Item.ID+"="+p.Text)
		}
		if ok != (tc.want != "") || ok && (strings.Join(got, " ") != tc.want || strings.Join(b.Left, " / ") != tc.left) {
			t.Errorf("%s: %v %q, left %q", name, ok, got, b.Left)
		}
	}
}

func FuzzSplitBlock(f *testing.F) {
	f.Add("Client ID: a\nClient Secret: b")
	f.Add(`{"client_id": ["a", {"x": null}], "client_secret": "b"}`)
	f.Add("Client ID\tClient Secret\na\tb")
	f.Fuzz(func(t *testing.T, text string) {
		b, ok := SplitBlock(blockFields(), text)
		seen := map[*Item]bool{}
		for _, p := range b.Parts {
			if ok && (p.Text == "" || seen[p.Item] || !strings.HasPrefix(text, "{") && !strings.Contains(strings.TrimSpace(text), p.Text) && !strings.Contains(text, `\`)) {
				t.Errorf("%q gave %q", text, p.Text)
			}
			seen[p.Item] = true
		}
	})
}
