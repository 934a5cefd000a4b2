package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/exp/golden"

	"lotse/flows"
	"lotse/flows/run"
)

var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// draftOf is a run in which a step has a draft, and fields with these answers;
// what is called "step.task" is a task in a step of its own, ticked or not.
func draftOf(template, to string, given map[string]flows.Value) *run.View {
	step := run.StepView{Step: &flows.Step{ID: "letters"}, Round: 1}
	var others []run.StepView
	for id, v := range given {
		if other, task, dotted := strings.Cut(id, "."); dotted {
			done, _ := v.(bool)
			tick := run.ItemView{Item: &flows.Item{ID: task, Kind: flows.KindTask, Task: &flows.Task{}}, State: run.Applies, Done: done}
			others = append(others, run.StepView{Step: &flows.Step{ID: other}, Items: []run.ItemView{tick}})
			continue
		}
		iv := run.ItemView{Item: &flows.Item{ID: id, Kind: flows.KindField, Field: &flows.Field{Type: flows.TypeText}}, State: run.Applies, Value: v}
		switch v := v.(type) {
		case rows:
			iv.Value, iv.Item.Kind, iv.Item.Field = nil, flows.KindList, nil
			for i, cells := range v {
				iv.Rows = append(iv.Rows, run.RowView{Row: fmt.Sprint("r", i+1), Values: cells})
			}
		case sealed:
			iv.Value, iv.Set, iv.Item.Field.Type = nil, true, flows.TypeSecret
		}
		step.Items = append(step.Items, iv)
	}
	step.Items = append(step.Items, run.ItemView{Item: &flows.Item{ID: "draft", Kind: flows.KindDraft, Draft: &flows.Draft{Template: template, To: to}}, State: run.Applies})
	return &run.View{Header: run.Header{ID: "7f3abc0001", Customer: run.Customer{Name: "Muster GmbH"}, Mode: run.Real, Lang: "en"}, Steps: append([]run.StepView{step}, others...)}
}

type (
	rows   []map[string]flows.Value
	sealed struct{}
)

var asked = Asked{Sender: "Ann Lotse", Today: monday}

// letters are the drafts whose texts are held, in every language that they have.
var letters = []struct {
	name, template, to string
	given              map[string]flows.Value
}{
	{"techdata-some", "techdata-request", "representative_email", map[string]flows.Value{
		"representative": "Robin Example", "representative_email": "robin@example.org",
		"client_id": "c-1", "currency_code": "EUR", "end_point_url": "https://api.example.org",
	}},
	{"techdata-none-missing", "techdata-request", "representative_email", map[string]flows.Value{
		"client_id": "c-1", "client_secret": sealed{}, "end_point_url": "https://a.example.org", "techdata_soin": "S1", "currency_code": "EUR",
		"api_end_point_url": "https://b.example.org", "reseller_relationship_url": "https://c.example.org",
	}},
	{"sage-known", "sage-order-management", "order_management_email", map[string]flows.Value{
		"order_management_email": "orders@example.org", "partner_name": "Beispiel Systemhaus", "partner_number": "P-77", "customer_number": "K-4711",
		"order_number": "B-2026-17", "order_date": "2026-10-05",
		"contact_name": "Erika Muster", "entitlement_email": "info@muster.example", "sage_id_email": "it@muster.example", "main_email": "it@muster.example", "change_side": "stored",
	}},
	{"sage-other-sage-id", "sage-order-management", "order_management_email", map[string]flows.Value{
		"order_management_email": "orders@example.org", "partner_name": "Beispiel Systemhaus", "contact_name": "Erika Muster",
		"entitlement_email": "alt@muster.example", "sage_id_email": "erika.muster@gmail.com", "main_email": "info@muster.example", "change_side": "stored",
	}},
	{"sage-side-not-settled", "sage-order-management", "order_management_email", map[string]flows.Value{
		"partner_name": "Beispiel Systemhaus", "entitlement_email": "info@muster.example", "sage_id_email": "erika.muster@gmail.com", "main_email": "info@muster.example", "change_side": nil,
	}},
	{"sage-older-run", "sage-order-management", "order_management_email", map[string]flows.Value{ // its procedure does not ask which side changes
		"partner_name": "Beispiel Systemhaus", "entitlement_email": "alt@muster.example", "sage_id_email": "erika.muster@gmail.com", "main_email": "info@muster.example",
	}},
	{"sage-unknown", "sage-order-management", "order_management_email", map[string]flows.Value{"partner_name": "Beispiel Systemhaus", "sage_id_email": "it@muster.example", "main_email": "it@muster.example"}},
	{"netvisor-asked", "netvisor-credentials", "support_email", map[string]flows.Value{"support_email": "support@example.org", "netvisor_user_id": "NV_1", "key_way": "asked_support", "allow.integration_allowed": true}},
	{"netvisor-delivers", "netvisor-credentials", "support_email", map[string]flows.Value{"support_email": "support@example.org", "netvisor_user_id": "NV_1", "key_way": "customer_delivers", "allow_seen": "other"}},
	{"netvisor-by-hand", "netvisor-credentials", "support_email", map[string]flows.Value{"support_email": "support@example.org", "netvisor_user_id": "NV_1", "key_way": "added_to_mail_by_hand", "allow.integration_allowed": false}},
	{"golive-at-once", "netvisor-go-live", "support_email", map[string]flows.Value{"direction": "netvisor_to_rackbeat", "registers": []string{"customers", "products"}, "switch_on": "at_once", "netvisor_user_id": "NV_1", "allow.integration_allowed": true, "rackbeat-key.key_created": true}},
	{"golive-later", "netvisor-go-live", "support_email", map[string]flows.Value{"direction": "rackbeat_to_netvisor", "registers": []string{"customers", "suppliers", "products"}, "switch_on": "later", "switch_on_date": "2026-12-01", "netvisor_user_id": "NV_1", "allow_seen": "other", "rackbeat-key.key_created": false}},
	{"golive-none", "netvisor-go-live", "support_email", map[string]flows.Value{"direction": "none", "registers": []string{"products"}}},
	{"teccom-ask", "teccom-ask-client-admin", "client_admin_email", map[string]flows.Value{"organisation": "Muster Nord", "client_admin": "Kim Example", "client_admin_email": "kim@example.org", "page_seen": "client"}},
	{"teccom-ask-refused", "teccom-ask-client-admin", "client_admin_email", map[string]flows.Value{"organisation": "Muster Nord", "client_admin": "Kim Example", "page_seen": "button", "create_result": "refused"}},
	{"teccom-sheet-import", "teccom-client-sheet", "", map[string]flows.Value{
		"organisation": "Muster GmbH", "client_id": "muster-01",
		"organisations": rows{
			{"tecom_id": "1000001", "name": "Muster GmbH", "sending": "enabled", "notify": []string{"it@example.org", "data@example.org"}, "added": true},
			{"tecom_id": "1000002", "name": "Muster Nord", "sending": "disabled"},
		},
		"administrators": rows{
			{"email": "erika@example.org", "search_result": "found", "first_name": "Erika", "last_name": "Muster", "added_admin": true},
			{"email": "nobody@example.org", "search_result": "not_found"},
		},
	}},
	{"teccom-sheet-export", "teccom-client-sheet", "", map[string]flows.Value{
		"organisation": "Muster GmbH", "client_id": "muster-02", "administrators": rows{},
		"organisations": rows{{"tecom_id": "1000003", "name": "Käufer AG", "requests": "enabled"}},
	}},
	{"test-mail", "test-mail", "main_email", map[string]flows.Value{"main_email": "info@muster.example"}},
	{"test-mail-nowhere", "test-mail", "main_email", nil},
}

func TestLetters(t *testing.T) {
	for _, l := range letters {
		for _, lang := range find(&flows.Draft{Template: l.template}).langs {
			t.Run(l.name+"."+lang, func(t *testing.T) {
				wish := asked
				wish.Lang = lang
				got, err := Write(draftOf(l.template, l.to, l.given), "letters", "draft", wish)
				if err != nil {
					t.Fatal(err)
				}
				if got.Lang != lang {
					t.Errorf("written in %q", got.Lang)
				}
				golden.RequireEqual(t, got.Text()+"\nmissing: "+strings.Join(got.Missing, ", ")+"\n")
				for _, line := range strings.Split(got.Body, "\n") {
					if utf8.RuneCountInString(line) > width || strings.TrimRight(line, " ") != line {
						t.Errorf("line %q", line)
					}
				}
			})
		}
	}
}

// TestEveryTemplateHasItsTexts holds that each template is written in each of
// its languages, and is held by a letter above.
func TestEveryTemplateHasItsTexts(t *testing.T) {
	entries, err := files.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	var want, have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	for _, tm := range templates {
		for _, lang := range tm.langs {
			want = append(want, tm.Name+"."+lang+".txt")
		}
		if !slices.ContainsFunc(letters, func(l struct {
			name, template, to string
			given              map[string]flows.Value
		},
		) bool {
			return l.template == tm.Name
		}) {
			t.Errorf("no letter holds %s", tm.Name)
		}
	}
	slices.Sort(want)
	if !slices.Equal(want, have) {
		t.Errorf("templates %q, want %q", have, want)
	}
}

func TestTheReadersLanguageGoesBeforeTheRuns(t *testing.T) {
	for _, c := range []struct{ template, wished, run, want string }{
		{"netvisor-go-live", "", "en", "fi"},
		{"netvisor-go-live", "en", "fi", "en"},
		{"sage-order-management", "", "en", "de"},
		{"sage-order-management", "fi", "en", "de"},
		{"sage-order-management", "en", "de", "en"},
		{"techdata-request", "", "de", "de"},
		{"techdata-request", "", "fi", "fi"},
		{"techdata-request", "de", "en", "de"},
	} {
		if got := find(&flows.Draft{Template: c.template}).language(c.wished, c.run); got != c.want {
			t.Errorf("%s, wished %q in a run in %s: %s, want %s", c.template, c.wished, c.run, got, c.want)
		}
	}
}

func TestALetterIsMarkedWhereItIsNotReal(t *testing.T) {
	v := draftOf("netvisor-go-live", "support_email", nil)
	real, err := Write(v, "letters", "draft", asked)
	if err != nil {
		t.Fatal(err)
	}
	v.Mode = run.Rehearsal
	l, err := Write(v, "letters", "draft", asked)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(l.Subject, "[HARJOITUS] ") || !strings.HasPrefix(l.Body, "[HARJOITUS]\n") || strings.Contains(real.Text(), "HARJOITUS") {
		t.Errorf("subject %q", l.Subject)
	}
	if l.Sum() == real.Sum() {
		t.Error("a rehearsed letter has the sum of a real one")
	}
}

// TestASecretNeverReachesALetter gives a secret a value, which no run does, and
// asks every template for it.
func TestASecretNeverReachesALetter(t *testing.T) {
	const canary = "CANARY-5f2d"
	for _, l := range letters {
		given := map[string]flows.Value{"client_secret": canary, "netvisor_key": canary, "rackbeat_key": canary}
		v := draftOf(l.template, l.to, given)
		for i := range v.Steps[0].Items {
			if f := v.Steps[0].Items[i].Item.Field; f != nil {
				f.Type, v.Steps[0].Items[i].Set = flows.TypeSecret, true
			}
		}
		got, err := Write(v, "letters", "draft", asked)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(got.Text(), canary) {
			t.Errorf("%s:\n%s", l.name, got.Text())
		}
	}
	a := &answers{view: draftOf("techdata-request", "", map[string]flows.Value{"client_secret": sealed{}})}
	if a.answer("client_secret") != "" || !a.has("client_secret") {
		t.Error("a secret is either read or not seen to be there")
	}
}

func TestWhatIsInvalidOrHiddenIsNotWritten(t *testing.T) {
	v := draftOf("sage-order-management", "order_management_email", map[string]flows.Value{"main_email": "not an address", "contact_name": "Erika", "change_side": "stored"})
	for i := range v.Steps[0].Items {
		switch iv := &v.Steps[0].Items[i]; iv.Item.ID {
		case "main_email":
			iv.Problems = []run.ProblemView{{Level: flows.Must, Code: "email"}}
		case "contact_name":
			iv.State = run.Hidden
		}
	}
	l, err := Write(v, "letters", "draft", asked)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(l.Text(), "not an address") || strings.Contains(l.Text(), "Erika") || !slices.Contains(l.Missing, "main_email") || slices.Contains(l.Read, "contact_name") {
		t.Errorf("missing %v, read %v\n%s", l.Missing, l.Read, l.Text())
	}
}

func TestHostileAnswersStayOnTheirLine(t *testing.T) {
	v := draftOf("sage-order-management", "order_management_email", map[string]flows.Value{
		"contact_name": "Erika\r\nBcc: x@example.org\x1b[31m", "order_management_email": "a@example.org\nBcc: x@example.org",
	})
	v.Customer.Name = "Muster\nBetreff: anders"
	l, err := Write(v, "letters", "draft", asked)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(l.Text(), "\x1b\r") || strings.Contains(l.Text(), "\nBcc") || strings.Contains(l.Subject, "\n") || strings.Contains(l.Text(), "\nBetreff: anders") {
		t.Errorf("%q", l.Text())
	}
}

func TestWriteRefusesWhatIsNoDraft(t *testing.T) {
	v := draftOf("no-such-template", "", nil)
	for _, at := range [][2]string{{"letters", "draft"}, {"letters", "other"}, {"elsewhere", "draft"}} {
		if _, err := Write(v, at[0], at[1], asked); err == nil {
			t.Errorf("%v was written", at)
		}
	}
}

// A test mail has the code that the check compares with; another round or
// address has another one.
func TestATestMailHasItsCode(t *testing.T) {
	code := func(round int, to string) string {
		v := draftOf("test-mail", "main_email", map[string]flows.Value{"main_email": to})
		v.Steps[0].Round = round
		l, err := Write(v, "letters", "draft", asked)
		if err != nil {
			t.Fatal(err)
		}
		want := run.ReadbackCode(v.ID, round, to)
		if strings.Contains(l.Subject, want) || !strings.Contains(l.Body, "\n  "+want+"\n") || !slices.Equal(l.Read, []string{"main_email"}) {
			t.Errorf("the code is %s, read is %v:\n%s", want, l.Read, l.Text())
		}
		return want
	}
	if a, b, c := code(1, "info@example.org"), code(2, "info@example.org"), code(1, "it@example.org"); a == b || a == c {
		t.Errorf("codes %s, %s, %s", a, b, c)
	}
}
