package flows

import (
	"slices"
	"strings"
	"testing"
)

// lettered is a procedure with a letter of its own.
const lettered = head + `      - {field: who, label: Who, type: text}
      - {field: mail, label: Mail, type: email}
      - {field: plan, label: Plan, type: choice, options: {free: Free of charge, paid: Paid}}
      - {field: begin, label: Begin, type: date}
      - {field: key, label: Key, type: secret}
      - {list: sites, label: Sites, columns: [{field: site, label: Site, type: text}, {task: seen, label: Seen}]}
      - {task: told, label: Told}
      - {draft: d, template: ask, to: mail}
      - {field: later, label: Later, type: text}
      - {task: after, label: After}
`

const goodLetter = `Subject: Access for {{ who }} ({{ customer }})

Hello {{ who }},

{{ if and (has "key") (done "one.told") (chose "plan" "paid") -}}
the plan is {{ plan }}, from {{ begin }} ({{day "begin"}}) on.
{{ else -}}
{{ with answer "who" }}{{ . }}{{ end }} has {{ chosen "plan" "free" "no plan" "paid" "a plan" }}.
{{ end }}
{{ row "Who" who }}{{ row "Mail" (answer "mail") }}{{ row "For" customer }}
{{ range rows "sites" }}
  {{ .site }}{{ if not (ticked .seen) }} (new){{ end }}{{ if eq .site "x" }}!{{ end }}
{{ else }}
  none
{{ end }}{{ if or (same "who" "mail") (ne (answer "who") "y") }}same{{ end }}
Kind regards\
{{ sender }}, {{ today }}, {{ code }}
`

func TestLetterIsReadAndKept(t *testing.T) {
	f := files("p.yaml", lettered, "ask.letter.en.txt", goodLetter, "ask.letter.de.txt", "Subject: Zugang\r\n\r\nHallo {{ who }}.\r\n", "other.letter.en.txt", "no letter")
	if faults := Lint(f, "p", specs); len(faults) > 0 {
		t.Errorf("a good letter is faulted:\n%s", sentences(Faults(faults)))
	}
	p := loads(t, f)
	again, err := Decode(p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if FormatOf(p.Bytes()) != fifthFormat || again.Digest != p.Digest {
		t.Errorf("stored in the format %d, digests %s and %s", FormatOf(p.Bytes()), p.Digest, again.Digest)
	}
	for _, q := range []*Procedure{p, again} {
		l := q.Step("one").Item("d").Draft.Letter
		if l == nil || l.Text("en") != goodLetter || !slices.Equal(l.Languages(), []string{"en", "de"}) || l.Text("fi") != "" {
			t.Fatalf("the letter is %+v", l)
		}
		if want := []string{"who", "plan", "begin", "mail", "sites"}; !slices.Equal(sorted(l.Inputs), sorted(want)) {
			t.Errorf("it reads %v, not %v", l.Inputs, want)
		}
		if want := []string{"key", "one.told"}; !slices.Equal(l.Asks, want) {
			t.Errorf("it asks %v, not %v", l.Asks, want)
		}
	}
	if strings.Contains(string(p.Bytes()), "no letter") {
		t.Error("a letter that no draft names is kept")
	}
	f["ask.letter.de.txt"].Data = append(f["ask.letter.de.txt"].Data, '!')
	if loads(t, f).Digest == p.Digest {
		t.Error("another letter has the same digest")
	}
}

func sorted(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return ids
}

// TestLetterFaults: each fault is at its place in the letter, and keeps the
// procedure from loading.
func TestLetterFaults(t *testing.T) {
	for _, c := range []struct{ body, words string }{
		{"{{ ◆wo }}", "no field and no function wo: did you mean who?"},
		{"ä {{ ◆key }}", "tells the secret key"},
		{`{{ answer ◆"key" }}`, "tells the secret key"},
		{"{{ ◆later }}", "later comes later"},
		{`{{ want ◆"later" }}`, "later comes later"},
		{`{{ if done ◆"one.after" }}x{{ end }}`, "one.after comes later"},
		{`{{ if done ◆"one.tld" }}x{{ end }}`, "There is no task one.tld: did you mean one.told?"},
		{`{{ if done ◆"one.d" }}x{{ end }}`, "There is no task one.d"},
		{`{{ if has ◆"nobody" }}x{{ end }}`, "no field and no function nobody"},
		{`{{ if chose "plan" ◆"pad" }}x{{ end }}`, `"pad" is not an option of plan: did you mean paid?`},
		{`{{ chosen "plan" ◆"fre" "none" }}`, `"fre" is not an option of plan`},
		{`{{ ◆chosen "plan" "free" }}`, "takes pairs"},
		{`{{ if ◆who }}x{{ end }}`, `Here who needs a function: answer "who"`},
		{`{{ if eq ◆plan "paid" }}x{{ end }}`, "Here plan needs a function"},
		{`{{ answer ◆who }}`, "a text in quotes, not who"},
		{`{{ ◆answer }}`, "a different number of arguments: at least 1"},
		{`{{ ◆customer "x" }}`, "a different number of arguments"},
		{`{{ ◆printf "%s" }}`, "no field and no function printf"},
		{`{{ ◆html "x" }}`, "no field and no function html"},
		{`{{ ◆call "x" }}`, "no field and no function call"},
		{`{{ range ◆1000000000 }}x{{ end }}`, "through the rows of one list"},
		{`{{ range rows ◆"site" }}x{{ end }}`, "There is no list site"},
		{`{{ range rows "sites" }}{{ range ◆rows "sites" }}x{{ end }}{{ end }}`, "not within another range"},
		{`{{ range rows "sites" }}{{ ◆.sit }}{{ end }}`, "sites has no column sit: did you mean site?"},
		{`{{ ◆.site }}`, "only be read inside a range"},
		{`{{ range rows "sites" }}{{ with .site }}{{ ◆.site }}{{ end }}{{ end }}`, "only be read inside a range, and not inside a with"},
		{`{{ ◆. }}`, "A dot alone"},
		{`{{ ◆rows "sites" }}`, "through the rows of one list"},
		{`{{ ◆$x := "a" }}`, "not part of the language of letters"},
		{`{{ answer "who" ◆| answer }}`, "not part of the language of letters"},
		{`{{ template "ask.letter.en.txt" }}`, "not part of the language of letters"},
		{"a\n◆{{ if has \"who\" }}x\n", "is not closed"},
		{"a\nä ◆{{ who who2( }}\n", "cannot be read: {{ who who2( }}"},
	} {
		f := files("p.yaml", lettered, "ask.letter.en.txt", "Subject: x\n\n"+c.body+"\n")
		place := marked(f)
		if place == "" {
			place = "ask.letter.en.txt:"
		}
		if strings.Contains(c.words, "is not closed") {
			place = "ask.letter.en.txt:" // the end of the file is where it is noticed
		}
		if strings.Contains(c.words, "through the rows") || strings.Contains(c.words, "of the language of") {
			place = place[:strings.LastIndexByte(strings.TrimSuffix(place, ": "), ':')]
		}
		expect(t, c.body, Lint(f, "p", specs), place, c.words)
		if _, err := Open(f, specs).Procedure("p"); err == nil {
			t.Errorf("%s loads", c.body)
		}
	}
}

// TestLetterFileFaults: what is no letter, and what nobody can read.
func TestLetterFileFaults(t *testing.T) {
	for _, c := range []struct{ text, words string }{
		{"", `begins with a line "Subject: …"`},
		{"Hello\n\nx\n", `begins with a line "Subject: …"`},
		{"Subject:\n\nx\n", `begins with a line "Subject: …"`},
		{"Subject: x\nHello\n", `begins with a line "Subject: …"`},
		{"Subject: x\n", `begins with a line "Subject: …"`},
		{"Subject: x\n\n\x1b[31mred", "control or invisible characters in the letter"},
		{"Subject: x\n\n\u202egnp", "control or invisible characters in the letter"},
		{"Subject: x\n\n\xff", "UTF-8"},
		{"Subject: x\n\n" + strings.Repeat("x", maxLetter), "it may have 65536 at most"},
		{"Subject: x\n\n{{ define \"a\" }}{{ end }}", "not part of the language of letters"},
		{"Subject: x\n\n{{ block \"a\" . }}{{ template \"a\" . }}{{ end }}", "not part of the language of letters"},
	} {
		f := files("p.yaml", lettered, "ask.letter.en.txt", c.text)
		expect(t, c.text[:min(len(c.text), 40)], Lint(f, "p", specs), "ask.letter.en.txt:", c.words)
		if _, err := Open(f, specs).Procedure("p"); err == nil {
			t.Errorf("%.40q loads", c.text)
		}
	}
}

// TestLetterDoubts: what lint minds, and what loads all the same.
func TestLetterDoubts(t *testing.T) {
	good := "Subject: x\n\nHello.\n"
	for _, c := range []struct {
		files []string
		words string
	}{
		{[]string{"p.yaml", strings.Replace(lettered, "template: ask", "template: ◆asker", 1), "asker.letter.en.txt", good}, "takes the place of one that comes with Lotse"},
		{[]string{"p.yaml", strings.Replace(lettered, "template: ask", "template: ◆ask", 1), "ask.letter.de.txt", good}, "has no file ask.letter.en.txt: it goes out in the language de"},
		{[]string{"p.yaml", strings.ReplaceAll(lettered, "field: who", "field: sender"), "ask.letter.en.txt", "Subject: x\n\n{{ ◆sender }}\n"}, `write answer "sender" for the field`},
	} {
		f := files(c.files...)
		place := marked(f)
		expect(t, c.words, Lint(f, "p", specs), place, c.words)
		if _, err := Open(f, specs).Procedure("p"); err != nil {
			t.Errorf("%s: does not load: %v", c.words, err)
		}
	}
	if faults := Lint(files("p.yaml", lettered), "p", specs); len(faults) != 1 || !strings.Contains(sentences(Faults(faults)), "There is no template ask") {
		t.Errorf("without a letter there are the faults %v", faults)
	}
}
