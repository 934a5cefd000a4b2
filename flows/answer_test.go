package flows

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"lotse/flows/words"
)

// saturday is the day on which these tests are.
var saturday = time.Date(2026, 11, 21, 15, 4, 0, 0, time.UTC)

func field(t Type, rules ...Rule) *Item {
	f := &Field{Type: t}
	if t == TypeChoice || t == TypeChoices {
		f.Options = []Option{{Value: "yes", Label: "Yes, always"}, {Value: "no", Label: "No"}, {Value: "later", Label: "Later, perhaps"}}
	}
	return &Item{ID: "answer", Kind: KindField, Field: f, Rules: rules}
}

// inEnglish is a message in English.
func inEnglish(m Message) string { return words.Say("en", m) }

// codes are the problems as level:code.
func codes(problems []Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, string(p.Level)+":"+p.Code)
	}
	return strings.Join(all, " ")
}

func TestRead(t *testing.T) {
	sum := strings.Repeat("ab", 32)
	for _, c := range []struct {
		item  *Item
		raw   Value
		want  Value
		codes string
	}{
		{field(TypeText), nil, nil, ""},
		{field(TypeText), "", nil, ""},
		{field(TypeText), " \n", nil, ""},
		{field(TypeText), " Muster ", "Muster", "tell:normalised"},
		{field(TypeText), 12.0, "12", ""},
		{field(TypeText), true, "true", ""},
		{field(TypeText), []string{"a"}, []string{"a"}, "must:not_text"},
		{field(TypeText), strings.Repeat("x", MaxText), strings.Repeat("x", MaxText), ""},
		{field(TypeText), strings.Repeat("x", MaxText+1), strings.Repeat("x", MaxText+1), "must:too_long"},
		{field(TypeSecret), "s3cret", "s3cret", "must:secret"},
		{field(TypeSecret), "", nil, ""},

		{field(TypeNumber), "12", 12.0, ""},
		{field(TypeNumber), "12,5", 12.5, ""},
		{field(TypeNumber), "-12.5", -12.5, ""},
		{field(TypeNumber), "1.234,5", 1234.5, ""},
		{field(TypeNumber), "1,234.5", 1234.5, ""},
		{field(TypeNumber), "1 234", 1234.0, ""},
		{field(TypeNumber), 3, 3.0, ""},
		{field(TypeNumber), "1e5", "1e5", "must:number"},
		{field(TypeNumber), "NaN", "NaN", "must:number"},
		{field(TypeNumber), "0x10", "0x10", "must:number"},
		{field(TypeNumber), strings.Repeat("9", 400), strings.Repeat("9", 400), "must:number"},
		{field(TypeNumber), "twelve", "twelve", "must:number"},

		{field(TypeChoice), "yes", "yes", ""},
		{field(TypeChoice), "YES, ALWAYS", "yes", ""},
		{field(TypeChoice), " No ", "no", "tell:normalised"},
		{field(TypeChoice), "never", "never", "must:choice"},
		{field(TypeChoices), "no, yes", []string{"yes", "no"}, ""},
		{field(TypeChoices), "Later, perhaps", []string{"later"}, ""},
		{field(TypeChoices), []string{"Later, perhaps", "yes", "yes"}, []string{"yes", "later"}, ""},
		{field(TypeChoices), []any{"no"}, []string{"no"}, ""},
		{field(TypeChoices), "yes, never", "yes, never", "must:choices"},
		{field(TypeChoices), []string{}, nil, ""},

		{field(TypeDate), "2026-11-24", "2026-11-24", ""},
		{field(TypeDate), "montag", "2026-11-23", ""},
		{field(TypeDate), "31.2.2026", "31.2.2026", "must:no_such_day"},

		{field(TypeEmail), "it@example.org", "it@example.org", ""},
		{field(TypeEmail), "Max <it@example.org>", "Max <it@example.org>", "must:email_name"},
		{field(TypeEmail), "it@example", "it@example", "must:email_dot"},
		{field(TypeEmail), "it@exam ple.org", "it@exam ple.org", "must:email"},
		{field(TypeEmail), "it.@example.org", "it.@example.org", "must:email"},
		{field(TypeEmail), "@example.org", "@example.org", "must:email"},
		{field(TypeEmail), `"a b"@example.org`, `"a b"@example.org`, "must:email"},
		{field(TypeEmail), "it@[127.0.0.1]", "it@[127.0.0.1]", "must:email_domain"},
		{field(TypeEmail), "it@127.0.0.1", "it@127.0.0.1", "must:email_domain"},
		{field(TypeEmail), "it@-a.org", "it@-a.org", "must:email_domain"},
		{field(TypeEmail), "it@münchen.example", "it@münchen.example", ""},
		{field(TypeEmail), "jürgen@example.org", "jürgen@example.org", "warn:email_unicode"},
		{field(TypeEmail), strings.Repeat("a", 65) + "@example.org", strings.Repeat("a", 65) + "@example.org", "must:email_long"},
		{field(TypeEmail), strings.Repeat("a", 64) + "@example.org", strings.Repeat("a", 64) + "@example.org", ""},
		{field(TypeEmail), long(64, 189), long(64, 189), ""},
		{field(TypeEmail), long(64, 190), long(64, 190), "must:email_long"},
		{field(TypeEmail), "a@" + strings.Repeat("b", 63) + ".org", "a@" + strings.Repeat("b", 63) + ".org", ""},
		{field(TypeEmail), "a@" + strings.Repeat("b", 64) + ".org", "a@" + strings.Repeat("b", 64) + ".org", "must:email_domain"},
		{field(TypeEmail), "a@b..org", "a@b..org", "must:email_domain"},
		{field(TypeEmail), "a@example.org.", "a@example.org.", "must:email_domain"},
		{field(TypeEmail), "a@b@example.org", "a@b@example.org", "must:email"},
		{field(TypeEmail), "mailto:a@example.org", "mailto:a@example.org", "must:email"},
		{field(TypeEmail), "a..b@example.org", "a..b@example.org", "must:email"},
		{field(TypeEmail), "o'neill+sage@example.org", "o'neill+sage@example.org", ""},
		{field(TypeEmail), "it@exam\u200bple.org", "it@example.org", "tell:normalised"},
		{field(TypeEmail), "it@xn--.org", "it@xn--.org", "must:email_domain"},
		{field(TypeEmails), "a@example.org; b@example.org\na@example.org", []string{"a@example.org", "b@example.org"}, ""},
		{field(TypeEmails), []string{"a@example.org", " "}, []string{"a@example.org"}, "tell:normalised"},
		{field(TypeEmails), "a@example.org, b", "a@example.org, b", "must:email"},

		{field(TypeURL), "https://api.example.org:8443/v1?x=1", "https://api.example.org:8443/v1?x=1", ""},
		{field(TypeURL), "http://example.org", "http://example.org", ""},
		{field(TypeURL), "ftp://example.org", "ftp://example.org", "must:url"},
		{field(TypeURL), "example.org", "example.org", "must:url"},
		{field(TypeURL), "https:///x", "https:///x", "must:url"},
		{field(TypeURL), "https://a b.org", "https://a b.org", "must:url"},
		{field(TypeURL), "https://me:pw@example.org", "https://me:pw@example.org", "must:url_user"},

		{field(TypeURL), "HTTPS://example.org", "HTTPS://example.org", ""},
		{field(TypeURL), "https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443/", ""},
		{field(TypeURL), "https://münchen.example/", "https://münchen.example/", ""},
		{field(TypeURL), "https:example.org", "https:example.org", "must:url"},
		{field(TypeURL), "//example.org", "//example.org", "must:url"},
		{field(TypeURL), `https:\\example.org`, `https:\\example.org`, "must:url"},
		{field(TypeURL), "https://example..org", "https://example..org", "must:url"},
		{field(TypeURL), "https://example.org:70000", "https://example.org:70000", "must:url"},
		{field(TypeURL), "https://example.org:0", "https://example.org:0", "must:url"},
		{field(TypeURL), "javascript:alert(1)", "javascript:alert(1)", "must:url"},
		{field(TypeURL), "https://example.org@evil.example", "https://example.org@evil.example", "must:url_user"},
		{field(TypeURL), "https://@example.org", "https://@example.org", "must:url_user"},

		{field(TypeCode), "DE-4711/x", "DE-4711/x", ""},
		{field(TypeCode), "47 11", "47 11", "must:code"},
		{field(TypeFile), "sha256:" + sum + "/a b.csv", "sha256:" + sum + "/a b.csv", ""},
		{field(TypeFile), "sha256:" + sum + "/../a", "sha256:" + sum + "/../a", "must:file"},
		{field(TypeFile), "sha256:" + sum[1:] + "/a", "sha256:" + sum[1:] + "/a", "must:file"},
		{field(TypeFile), "/etc/passwd", "/etc/passwd", "must:file"},
	} {
		got, problems := c.item.Read(c.raw, saturday)
		if !reflect.DeepEqual(got, c.want) || codes(problems) != c.codes {
			t.Errorf("%s %.40q: %v [%s], want %v [%s]", c.item.Field.Type, c.raw, got, codes(problems), c.want, c.codes)
		}
		for _, p := range problems {
			if text := inEnglish(p.Message); text == "" || !words.Has(p.Message.Code) || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: the sentence is %q", p.Code, text)
			}
		}
	}
}

// long is an address with a local part and a domain of so many octets.
func long(local, domain int) string {
	name := strings.Repeat("b", 63) + "." + strings.Repeat("c", 63) + "." + strings.Repeat("d", 63)
	return strings.Repeat("a", local) + "@" + name[:domain-4] + ".org"
}

func TestRules(t *testing.T) {
	rule := func(name string, args ...string) Rule {
		r := Rule{Name: name, Args: map[string]string{}}
		for i := 0; i+1 < len(args); i += 2 {
			r.Args[args[i]] = args[i+1]
		}
		return r
	}
	warn := func(r Rule) Rule { r.Level = Warn; return r }
	for _, c := range []struct {
		item  *Item
		raw   Value
		codes string
	}{
		{field(TypeText, rule("max-length", "max", "3")), "äöü", ""},
		{field(TypeText, rule("max-length", "max", "3")), "äöüß", "must:max-length"},
		{field(TypeText, rule("min-length", "min", "3")), "ab", "must:min-length"},
		{field(TypeText, rule("no-spaces")), "a b", "must:no-spaces"},
		{field(TypeCode, warn(rule("digits"))), "12a", "warn:digits"},
		{field(TypeCode, warn(rule("digits"))), "123", ""},
		{field(TypeCode, rule("pattern", "match", "a|b")), "ab", "must:pattern"},
		{field(TypeCode, rule("pattern", "match", "a|b")), "b", ""},
		{field(TypeText, rule("one-of", "values", "a, b")), "b", ""},
		{field(TypeText, rule("one-of", "values", "a, b")), "c", "must:one-of"},
		{field(TypeNumber, rule("at-least", "min", "2")), "1", "must:at-least"},
		{field(TypeNumber, rule("at-most", "max", "2")), "2", ""},
		{field(TypeURL, rule("https")), "http://example.org", "must:https"},
		{field(TypeURL, rule("https")), "HTTPS://example.org", ""},
		{field(TypeEmail, warn(rule("shared-mailbox"))), "max.muster@example.org", "warn:shared-mailbox"},
		{field(TypeEmail, warn(rule("shared-mailbox"))), "it.support@example.org", ""},
		{field(TypeEmails, warn(rule("shared-mailbox"))), "it@example.org, max.muster@example.org", "warn:shared-mailbox"},
		{field(TypeDate, rule("not-past")), "20.11.2026", "must:not-past"},
		{field(TypeDate, rule("not-past")), "heute", ""},
		{field(TypeCode, rule("no-spaces"), rule("max-length", "max", "3"), warn(rule("digits"))), "12345x", "must:max-length warn:digits"},
		{field(TypeNumber, rule("at-least", "min", "2")), "x", "must:number"}, // no rule on what is none
	} {
		v, problems := c.item.Read(c.raw, saturday)
		if codes(problems) != c.codes {
			t.Errorf("%v of %v: [%s], want [%s]", c.item.Rules, c.raw, codes(problems), c.codes)
		}
		if strings.Contains(c.codes, "must") && v != c.raw {
			t.Errorf("%v: an invalid answer is kept as %v", c.raw, v)
		}
	}
	own := Rule{Name: "max-length", Args: map[string]string{"max": "3"}, Code: "too-wide", Text: "At most {max}, not {length}."}
	_, problems := field(TypeText, own).Read("abcde", saturday)
	if len(problems) != 1 || problems[0].Code != "too-wide" || inEnglish(problems[0].Message) != "At most 3, not 5." {
		t.Errorf("the procedure's own words: %+v", problems)
	}
}

func TestMissing(t *testing.T) {
	wanted := field(TypeEmails, Rule{Name: "wanted", Level: Warn, Code: "nobody", Text: "Nobody hears of it."})
	if p := wanted.Missing(); codes(p) != "warn:nobody" || inEnglish(p[0].Message) != "Nobody hears of it." {
		t.Errorf("a wanted answer: %+v", p)
	}
	wanted.Field.Required = true
	if p := wanted.Missing(); codes(p) != "must:required" {
		t.Errorf("a required answer: %+v", p)
	}
	if p := field(TypeText).Missing(); p != nil {
		t.Errorf("an optional answer: %+v", p)
	}
}

func TestHostileAnswersInSentences(t *testing.T) {
	for _, item := range []*Item{field(TypeChoice), field(TypeEmail), field(TypeChoices), field(TypeCode, Rule{Name: "digits"})} {
		_, problems := item.Read("\x1b]0;x\ax\u202ey"+strings.Repeat("z", 500), saturday)
		for _, p := range problems {
			text := inEnglish(p.Message)
			if r, ok := safe(text); !ok || len([]rune(text)) > 160 {
				t.Errorf("%s: %U in %q", p.Code, r, text)
			}
		}
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-24": "2026-11-24", "24.11.2026": "2026-11-24", "24.11.26": "2026-11-24", "24.11.": "2026-11-24",
		"24.11": "2026-11-24", "20.11.": "2027-11-20", "21.11.": "2026-11-21", "29.2.": "2028-02-29", " 1. 12. ": "2026-12-01",
		"+3d": "2026-11-24", "+0d": "2026-11-21", "+2w": "2026-12-05", "+1m": "2026-12-21", "+3t": "2026-11-24",
		"Monday": "2026-11-23", "saturday": "2026-11-28", "sonntag": "2026-11-22", "today": "2026-11-21", "Morgen": "2026-11-22",
		"": "", "soon": "", "2026-02-30": "", "30.2.2026": "", "367.1.2026": "", "0.1.2026": "", "1.13.": "", "+": "", "+d": "", "+-1d": "",
		"fr": "2026-11-27", "Fri": "2026-11-27", "Freitag": "2026-11-27", "pe": "2026-11-27", "perjantaina": "2026-11-27", "sa": "2026-11-28",
		"sat.": "2026-11-28", "la": "2026-11-28", "su": "2026-11-22", "so": "2026-11-22", "mo.": "2026-11-23", "ma": "2026-11-23",
		"di": "2026-11-24", "ti": "2026-11-24", "tue": "2026-11-24", "mi": "2026-11-25", "ke": "2026-11-25", "do": "2026-11-26",
		"to": "2026-11-26", "thu": "2026-11-26", "tomorrow": "2026-11-22", "huomenna": "2026-11-22", "übermorgen": "2026-11-23",
		"ylihuomenna": "2026-11-23", "heute": "2026-11-21", "tänään": "2026-11-21", "ta\u0308na\u0308a\u0308n": "2026-11-21",
		"yesterday": "2026-11-20", "gestern": "2026-11-20", "eilen": "2026-11-20",
		"+2vk": "2026-12-05", "+3pv": "2026-11-24", "+1kk": "2026-12-21", "+ 3 d": "2026-11-24", "3d": "", "f": "", "fre": "",
		"+99999d": "", "11/24/2026": "", "1.2.3.4": "", "24.11.202": "", "0000-01-01": "", "+3y": "",
	} {
		day, ok := ParseDate(text, saturday)
		got := ""
		if ok {
			got = day.Format(isoDate)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// A day that is in no calendar is refused by its name; what is +3d is not a date: write 2026-11-24 at all
// is not.
func TestNoSuchDay(t *testing.T) {
	for text, want := range map[string]bool{
		"31.2.": true, "30.2.2026": true, "31.11.26": true, "1.13.": true, "0.1.2026": true, "2026-02-30": true, "2026-13-01": true,
		"29.2.2026": true, "29.2.": false, "24.11.": false, "2026-11-24": false, "soon": false, "1.2.3.4": false, "": false, "31.": false,
		"2026-02-3": false,
	} {
		if got := NoSuchDay(text, saturday); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	it := Item{Kind: KindField, Field: &Field{Type: TypeDate}}
	_, problems := it.Read("31.2.2026", saturday)
	if len(problems) != 1 || problems[0].Code != "no_such_day" || !strings.Contains(inEnglish(problems[0].Message), "31.2.2026") {
		t.Errorf("problems are %v", problems)
	}
}

func TestSentencesOfRules(t *testing.T) {
	if got := insert("{a} {b} {", Args{"a": "{b}"}); got != "{b} {b} {" {
		t.Errorf("arguments are put in once: %q", got)
	}
	for name := range Rules {
		if !words.Has(name) {
			t.Errorf("the rule %s has no sentence", name)
		}
	}
}

func TestFill(t *testing.T) {
	answers := map[string]string{"customer": "Muster GmbH", "evil": "{{ customer }}"}
	get := func(name string) string { return answers[name] }
	for text, want := range map[string]string{
		"no name":                      "no name",
		"for {{ customer }}.":          "for Muster GmbH.",
		"{{customer}}{{ unset }}":      "Muster GmbH…",
		"{{ evil }}":                   "{{ customer }}",
		"open {{ customer":             "open {{ customer",
		"{{ customer }} and {{ open }": "Muster GmbH and {{ open }",
	} {
		if got := Fill(text, get); got != want {
			t.Errorf("Fill(%q) = %q, want %q", text, got, want)
		}
	}
	if got := Placeholders("{{ b }} {{a}} {{ b }}"); !reflect.DeepEqual(got, []string{"b", "a"}) {
		t.Errorf("Placeholders: %v", got)
	}
}
