package check

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// direct is the link as Microsoft documents it (learn.microsoft.com,
// partner-center/developer/request-reseller-relationship).
const direct = "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d&msppId=0&DAP=false#/BillingAccounts/partner-invitation"

func TestRelationshipURL(t *testing.T) {
	for _, c := range []struct{ name, link, status, finding, words string }{
		{"as documented", direct, Passed, "", "as it should be"},
		{"pasted twice", direct + direct, Failed, "twice", "twice"},
		{"no web address", "admin.microsoft.com", Failed, "malformed", "no"},
		{"a user in it", strings.Replace(direct, "https://", "https://me:pw@", 1), Failed, "malformed", "user"},
		{"another host", strings.Replace(direct, "admin.microsoft.com", "admin.example.org", 1), Warned, "host", "admin.example.org"},
		{"no partner", strings.Replace(direct, "partnerId", "partner", 1), Warned, "id", "partnerId"},
	} {
		got := ran(t, Request{Check: "relationship.url", Inputs: given("url=" + c.link)})
		if got.Status != c.status || got.Finding != c.finding || !strings.Contains(strings.ToLower(english(got.Message)), strings.ToLower(c.words)) {
			t.Errorf("%s: %s %q %q", c.name, got.Status, got.Finding, english(got.Message))
		}
	}
}

// TestRelationshipURLExplainsEveryPart wants a sentence for each part of a link,
// in each language.
func TestRelationshipURLExplainsEveryPart(t *testing.T) {
	indirect := strings.NewReplacer("ResellerRelationship", "IndirectResellerRelationship", "msppId=0", "msppId=1234567&indirectCSPId=1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d").Replace(direct)
	want := []string{"form", "relationship-once", "scheme", "host", "path", "invType", "partnerId", "msppId", "indirectCSPId", "DAP", "fragment"}
	got := ran(t, Request{Check: "relationship.url", Inputs: given("url=" + indirect)})
	var names []string
	for _, p := range got.Phases {
		names = append(names, p.Name)
		for _, lang := range words.Languages() {
			if _, own := words.Sentence(lang, p.Message.Code); p.Status != Passed || !own {
				t.Errorf("%s: %+v", lang, p)
			}
		}
	}
	if !slices.Equal(names, want) {
		t.Errorf("phases %v, want %v", names, want)
	}
}
