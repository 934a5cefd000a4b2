package flows

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
)

// ruleCases are good and bad answers of the named rules. want is the sentence of
// the problem, "" for none.
var ruleCases = []struct {
	rule   string
	t      Type
	answer string
	want   string
}{
	// RFC 2142, section 3 to 7, and what German and Finnish companies use.
	{"shared-mailbox", TypeEmail, "info@example.org", ""},
	{"shared-mailbox", TypeEmail, "it@example.org", ""},
	{"shared-mailbox", TypeEmail, "it-support@example.org", ""},
	{"shared-mailbox", TypeEmail, "laskutus@example.org", ""},
	{"shared-mailbox", TypeEmail, "team4@example.org", ""},
	{"shared-mailbox", TypeEmail, "erika.muster@example.org", "erika.muster@example.org looks personal: a shared mailbox is better."},
	{"shared-mailbox", TypeEmail, "e_muster@example.org", "e_muster@example.org looks personal: a shared mailbox is better."},

	{"free-mail", TypeEmail, "info@example.org", ""},
	{"free-mail", TypeEmail, "muster@web.design.example", ""},
	{"free-mail", TypeEmail, "muster@WEB.de", "web.de is open to anybody: use the company's own domain."},
	{"free-mail", TypeEmail, "muster@saunalahti.fi", "saunalahti.fi is open to anybody: use the company's own domain."},

	// A slip: one letter more, less or another, or two that changed places.
	{"known-typo", TypeEmail, "info@gmail.com", ""},
	{"known-typo", TypeEmail, "info@ymail.com", ""},
	{"known-typo", TypeEmail, "info@email.com", ""},
	{"known-typo", TypeEmail, "info@mail.com", ""},
	{"known-typo", TypeEmail, "info@gmx.com", ""},
	{"known-typo", TypeEmail, "info@gmx.info", ""},
	{"known-typo", TypeEmail, "info@wet.de", ""},
	{"known-typo", TypeEmail, "info@outlook.dk", ""},
	{"known-typo", TypeEmail, "info@yahoo.be", ""},
	{"known-typo", TypeEmail, "info@example.co", ""},
	{"known-typo", TypeEmail, "info@gmial.com", "gmial.com: did you mean gmail.com?"},
	{"known-typo", TypeEmail, "info@gmaill.com", "gmaill.com: did you mean gmail.com?"},
	{"known-typo", TypeEmail, "info@gmal.com", "gmal.com: did you mean gmail.com?"},
	{"known-typo", TypeEmail, "info@outlok.de", "outlok.de: did you mean outlook.de?"},
	{"known-typo", TypeEmail, "info@t-onlin.de", "t-onlin.de: did you mean t-online.de?"},
	{"known-typo", TypeEmail, "info@gmail.co", "gmail.co: did you mean gmail.com?"},
	{"known-typo", TypeEmail, "info@muster.con", "muster.con: did you mean muster.com?"},
	{"known-typo", TypeEmail, "info@muster.dee", "muster.dee: did you mean muster.de?"},

	// Unicode Technical Standard 39: mixed scripts (5.1), confusables (4); NFKC.
	{"look-alike", TypeCode, "DE-4711", ""},
	{"look-alike", TypeEmail, "info@münchen.example", ""},
	{"look-alike", TypeEmail, "tiedot@jyväskylä.example", ""},
	{"look-alike", TypeEmail, "инфо@пример.example", ""},
	{"look-alike", TypeText, "Straße 5", ""},
	{"look-alike", TypeEmail, "inf\u043e@example.org", "Character 4 is о (U+043E), not o."},
	{"look-alike", TypeEmail, "info@\u0430\u0440\u0440\u04cf\u0435.example", "Character 6 is а (U+0430), not a."},
	{"look-alike", TypeCode, "MUST\u0395R", "Character 5 is Ε (U+0395), not E."},
	{"look-alike", TypeCode, "\uff24E1", "Character 1 is Ｄ (U+FF24), not D."},
	{"look-alike", TypeEmails, "it@example.org, \u0456t@example.org", "Character 1 is і (U+0456), not i."},

	// ISO 4217: list one, and list three with its month of withdrawal. XCG:
	// amendment 176; ZWG: 177; CUC: 178; HRK: 174; SLE: 171.
	{"currency", TypeCode, "EUR", ""},
	{"currency", TypeCode, "CHF", ""},
	{"currency", TypeCode, "XCG", ""},
	{"currency", TypeCode, "ZWG", ""},
	{"currency", TypeCode, "SLE", ""},
	{"currency", TypeCode, "VED", ""},
	{"currency", TypeCode, "XOF", ""},
	{"currency", TypeCode, "eur", "eur: write it in capitals, EUR."},
	{"currency", TypeCode, "EURO", "EURO is not an ISO 4217 currency: write EUR, for example."},
	{"currency", TypeText, "D A", "D A is not an ISO 4217 currency: write EUR, for example."},
	{"currency", TypeCode, "€", "€ is not an ISO 4217 currency: write EUR, for example."},
	{"currency", TypeCode, "HRK", "HRK ended on 2023-01: EUR replaced it."},
	{"currency", TypeCode, "BGN", "BGN ended on 2026-01: EUR replaced it."},
	{"currency", TypeCode, "ANG", "ANG ended on 2025-03: XCG replaced it."},
	{"currency", TypeCode, "dem", "DEM ended on 2002-03: EUR replaced it."},
	{"currency", TypeCode, "CSK", "CSK ended on 1993-03."},
	{"currency", TypeCode, "XXX", "XXX is an ISO 4217 code, but not a currency in use."},
	{"currency", TypeCode, "XTS", "XTS is an ISO 4217 code, but not a currency in use."},
	{"currency", TypeCode, "XAU", "XAU is an ISO 4217 code, but not a currency in use."},
	{"currency", TypeCode, "CHE", "CHE is an ISO 4217 code, but not a currency in use."},
	{"currency", TypeCode, "XDR", "XDR is an ISO 4217 code, but not a currency in use."},

	// Weights 7 9 10 5 8 4 2 modulo 11: Algorithm::CheckDigits::M11_007.
	{"business-id-fi", TypeCode, "1967543-8", ""},
	{"business-id-fi", TypeCode, "1366959-8", ""},
	{"business-id-fi", TypeCode, "0112038-9", ""},
	{"business-id-fi", TypeCode, "FI19675438", ""},
	{"business-id-fi", TypeCode, "fi01120389", ""},
	{"business-id-fi", TypeText, "FI 1967543-8", ""},
	{"business-id-fi", TypeCode, "112038-9", ""},
	{"business-id-fi", TypeCode, "1234567-8", "1234567-8: the check digit 8 is wrong. A typo?"},
	{"business-id-fi", TypeCode, "12345678-9", "12345678-9 is not a Finnish business ID: write 1234567-1."},
	{"business-id-fi", TypeCode, "123456-7", "123456-7: the check digit 7 is wrong. A typo?"},
	{"business-id-fi", TypeCode, "1000008-0", "1000008-0: such a business ID is never issued; look again."},
	{"business-id-fi", TypeCode, "DE123456789", "DE123456789 is not a Finnish business ID: write 1234567-1."},
	{"business-id-fi", TypeCode, "-", "- is not a Finnish business ID: write 1234567-1."},

	{"number-series", TypeCode, "5000", ""},
	{"number-series", TypeCode, "RB-100", ""},
	{"number-series", TypeCode, "2026-100", ""},
	{"number-series", TypeCode, "5000-5999", ""},
	{"number-series", TypeText, "RB-100 – RB-1999", ""},
	{"number-series", TypeCode, "next", "next is not a number of a series: write 5000 or 5000-5999."},
	{"number-series", TypeCode, "100RB", "100RB is not a number of a series: write 5000 or 5000-5999."},
	{"number-series", TypeCode, "5999-5000", "5999-5000: the range ends before it starts."},

	// RFC 9562, section 4; the nil UUID is its section 5.9.
	{"guid", TypeCode, "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", ""},
	{"guid", TypeCode, "0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D", ""},
	{"guid", TypeCode, "{0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d}", "{0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d} is not a GUID: 8-4-4-4-12 digits and letters a to f."},
	{"guid", TypeCode, "0a1b2c3d4e5f4a6b8c7d9e0f1a2b3c4d", "0a1b2c3d4e5f4a6b8c7d9e0f1a2b3c4d is not a GUID: 8-4-4-4-12 digits and letters a to f."},
	{"guid", TypeCode, "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4g", "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4g is not a GUID: 8-4-4-4-12 digits and letters a to f."},
	{"guid", TypeCode, "00000000-0000-0000-0000-000000000000", "The GUID is all zeros: that means none."},

	// learn.microsoft.com, partner-center/developer/request-reseller-relationship;
	// the damages are those seen in public pages and code.
	{"relationship-once", TypeURL, directLink, ""},
	{"relationship-once", TypeURL, "https://example.org/?next=https%3A%2F%2Fexample.com", ""},
	{"relationship-once", TypeURL, directLink + directLink, "The address is in there twice: paste it once."},
	{"relationship-once", TypeURL, directLink + strings.ToUpper(directLink), "The address is in there twice: paste it once."},
	{"relationship-shape", TypeURL, directLink, ""},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "/BillingAccounts/partner-invitation", "/partners/invitation", 1), ""},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "Adminportal/Home", "adminportal/home", 1), ""},
	{"relationship-shape", TypeURL, indirectLink, ""},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "https", "http", 1), "It starts with http, not with https."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "admin.microsoft.com", "portal.example.org", 1), "It goes to portal.example.org, not to admin.microsoft.com."},
	{"relationship-shape", TypeURL, "https://eur03.safelinks.protection.outlook.com/?url=x", "eur03.safelinks.protection.outlook.com wraps the link: open it, copy where it leads."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "Home", "Start", 1), "The path is /Adminportal/Start, not /Adminportal/Home."},
	{"relationship-shape", TypeURL, strings.ReplaceAll(directLink, "&", "&amp;"), "It has &amp; in it: copy it from the page, not its source."},
	{"relationship-shape", TypeURL, strings.ReplaceAll(directLink, "&", `\&`), `It has \& in it: remove the backslashes.`},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "partnerId", "%0ApartnerId", 1), "It has a line break in it: copy it in one piece."},
	{"relationship-shape", TypeURL, "https://admin.microsoft.com/Adminportal/Home#/BillingAccounts/partner-invitation?invType=ResellerRelationship&partnerId=" + someID + "&msppId=0", "The parameters come after the #: they belong before it."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "invType=ResellerRelationship&", "", 1), "invType is missing."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "ResellerRelationship", "Customer", 1), "invType Customer is not (Indirect)ResellerRelationship."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, someID, "12345", 1), "partnerId is not a GUID: 12345."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, someID, "00000000-0000-0000-0000-000000000000", 1), "partnerId is zero: that means none."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "msppId=0", "msppId=abc", 1), "msppId must be digits only: abc."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "&msppId=0", "", 1), "msppId is missing."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "&DAP", "&indirectCSPId="+otherID+"&DAP", 1), "indirectCSPId, but the link names no indirect provider."},
	{"relationship-shape", TypeURL, strings.Replace(indirectLink, "msppId=1234567", "msppId=0", 1), "msppId is zero: that means none."},
	{"relationship-shape", TypeURL, strings.Replace(indirectLink, otherID, someID, 1), "indirectCSPId equals partnerId: one of them is wrong."},
	{"relationship-shape", TypeURL, strings.Replace(indirectLink, "&indirectCSPId="+otherID, "", 1), "indirectCSPId is missing."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "DAP=false", "colour=red", 1), "The parameter colour does not belong in such a link."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "msppId=0", "msppId=0&msppId=1", 1), "The parameter msppid occurs twice."},
	{"relationship-shape", TypeURL, strings.Replace(directLink, "partner-invitation", "accounts", 1), "After the # comes /BillingAccounts/accounts, not partner-invitation."},
	{"relationship-shape", TypeURL, strings.SplitN(directLink, "#", 2)[0], "fragment is missing."},
}

const (
	someID       = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
	otherID      = "1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
	directLink   = "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=" + someID + "&msppId=0&DAP=false#/BillingAccounts/partner-invitation"
	indirectLink = "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=" + someID + "&msppId=1234567&indirectCSPId=" + otherID + "#/BillingAccounts/partner-invitation"
)

func TestNamedRules(t *testing.T) {
	asked := map[string][2]bool{}
	for _, c := range ruleCases {
		_, problems := field(c.t, Rule{Name: c.rule, Level: Warn}).Read(c.answer, saturday)
		got := ""
		for _, p := range problems {
			if p.Code == c.rule {
				got = inEnglish(p.Message)
			}
		}
		if got != c.want {
			t.Errorf("%s %q:\n %q, want\n %q", c.rule, c.answer, got, c.want)
		}
		seen := asked[c.rule]
		seen[len(c.want)/max(len(c.want), 1)] = true
		asked[c.rule] = seen
	}
	for name, seen := range asked {
		if !seen[0] || !seen[1] {
			t.Errorf("%s has no good case, or no bad one", name)
		}
	}
}

// TestRulesWriteTheUsualForm holds what is kept of an answer.
func TestRulesWriteTheUsualForm(t *testing.T) {
	for _, c := range []struct{ rule, answer, want string }{
		{"business-id-fi", "FI19675438", "1967543-8"},
		{"business-id-fi", "fi 1967543-8", "1967543-8"},
		{"business-id-fi", "112038-9", "0112038-9"},
		{"business-id-fi", "1967543-8", "1967543-8"},
		{"guid", strings.ToUpper(someID), someID},
		{"currency", "eur", "eur"}, // a breach is left as it was typed
	} {
		it := field(TypeText, Rule{Name: c.rule, Level: Warn})
		got, _ := it.Read(c.answer, saturday)
		if got != c.want {
			t.Errorf("%s %q is kept as %q, want %q", c.rule, c.answer, got, c.want)
		}
		if again, _ := it.Read(got, saturday); again != got {
			t.Errorf("%s: read again, %q becomes %q", c.rule, got, again)
		}
	}
}

// TestCurrencyByDate reads the same code before and after its end.
func TestCurrencyByDate(t *testing.T) {
	it := field(TypeCode, Rule{Name: "currency"})
	for day, want := range map[string]string{"2025-12-31": "", "2026-01-01": "must:currency"} {
		at, err := time.Parse(isoDate, day)
		if err != nil {
			t.Fatal(err)
		}
		if _, problems := it.Read("BGN", at); codes(problems) != want {
			t.Errorf("BGN on %s: %s, want %s", day, codes(problems), want)
		}
	}
	if codes := strings.Fields(currencies); len(codes) != 155 || !slices.IsSorted(codes) || len(slices.Compact(codes)) != 155 {
		t.Errorf("%d currencies", len(codes))
	}
	for code := range endedCurrencies {
		if code != "BGN" && isCode(currencies, code) {
			t.Errorf("%s has ended and is in use", code)
		}
	}
}

// TestRackbeatKey: its form is a JSON Web Token's (RFC 7519, section 3), by
// mikkelrask/rackbeat-tools. What is kept of it names nothing of the key.
func TestRackbeatKey(t *testing.T) {
	part := func(v any) string {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return base64.RawURLEncoding.EncodeToString(raw)
	}
	head, sign := part(map[string]string{"typ": "JWT", "alg": "RS256"}), base64.RawURLEncoding.EncodeToString([]byte("signature"))
	key := func(expires time.Time) string {
		return head + "." + part(map[string]any{"aud": "1", "exp": expires.Unix()}) + "." + sign
	}
	good := key(saturday.AddDate(1, 0, 0))
	it := field(TypeSecret, Rule{Name: "rackbeat-key", Level: Warn})
	for _, c := range []struct{ name, key, want string }{
		{"whole", good, ""},
		{"without a date", head + "." + part(map[string]any{"aud": "1"}) + "." + sign, ""},
		{"with Bearer", "Bearer " + good, "It starts with Bearer: paste only the key."},
		{"cut off", good[:strings.LastIndexByte(good, '.')], "2 parts: a Rackbeat key has 3, with dots. Copy all of it."},
		{"another secret", "hunter2", "1 parts: a Rackbeat key has 3, with dots. Copy all of it."},
		{"cut in the middle", head + "." + part(map[string]any{"aud": "1"})[3:] + "." + sign, "Part 2 cannot be read: is the key copied whole?"},
		{"an empty part", head + ".." + sign, "Part 2 cannot be read: is the key copied whole?"},
		{"ended", key(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)), "According to its own date the key expired on 2026-03-01."},
	} {
		doubts := it.CheckSecret(c.key, saturday)
		got := ""
		for _, p := range it.ViolationProblems(doubts) {
			got += inEnglish(p.Message)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		kept, err := json.Marshal(doubts)
		if err != nil || strings.Contains(string(kept), head) || strings.Contains(string(kept), "hunter2") {
			t.Errorf("%s: what is kept is %s, %v", c.name, kept, err)
		}
	}
	if doubts := field(TypeSecret, Rule{Name: "one-of", Args: map[string]string{"values": "1"}}).CheckSecret("xx", saturday); doubts != nil {
		t.Errorf("a rule that does not fit a secret: %v", doubts)
	}
}
