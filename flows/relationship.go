package flows

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// RelationshipPart is one part of a reseller relationship link: what stands
// there, and what is doubtful about it.
type RelationshipPart struct {
	Name  string // writing, scheme, host, path, order, invType, partnerId, msppId, indirectCSPId, DAP, parameter, fragment
	Value string
	Doubt Message // zero where there is none
}

// The ways in which a customer is invited.
const (
	inviteDirect   = "ResellerRelationship"
	inviteIndirect = "IndirectResellerRelationship"
)

// Relationship takes a Microsoft reseller relationship link apart, as Partner
// Center writes it: learn.microsoft.com, request-reseller-relationship.
func Relationship(link string) []RelationshipPart {
	r := relationship{link: link}
	r.writing()
	u, err := url.Parse(r.link)
	if err != nil {
		r.add("scheme", link, "relationship_unreadable")
		return r.parts
	}
	r.place(u)
	r.query(u)
	r.fragment(u)
	return r.parts
}

type relationship struct {
	link  string
	parts []RelationshipPart
}

// add adds a part; doubt is "" or a code.
func (r *relationship) add(name, value, doubt string, args ...any) {
	p := RelationshipPart{Name: name, Value: Short(value)}
	if doubt != "" {
		p.Doubt = Msg(doubt, append([]any{"part", name, "value", value}, args...)...).Map(Short)
	}
	r.parts = append(r.parts, p)
}

// writing finds what a copy from a page, a mail or a document does to a link,
// and undoes it for what follows.
func (r *relationship) writing() {
	for _, bad := range []struct{ what, plain, doubt string }{
		{"&amp;", "&", "relationship_amp"},
		{`\&`, "&", "relationship_escape"},
		{`\#`, "#", "relationship_escape"},
		{`\_`, "_", "relationship_escape"},
		{"%0A", "", "relationship_break"},
		{"%0D", "", "relationship_break"},
	} {
		if strings.Contains(r.link, bad.what) {
			r.add("writing", bad.what, bad.doubt)
			r.link = strings.ReplaceAll(r.link, bad.what, bad.plain)
		}
	}
}

func (r *relationship) place(u *url.URL) {
	doubt := func(ok bool, code string) string {
		if ok {
			return ""
		}
		return code
	}
	r.add("scheme", u.Scheme, doubt(u.Scheme == "https", "relationship_scheme"))
	host := strings.ToLower(u.Host)
	wrapped := strings.HasSuffix(host, ".safelinks.protection.outlook.com") || host == "go.microsoft.com" || host == "aka.ms"
	if wrapped {
		r.add("host", u.Host, "relationship_wrapped")
	} else {
		r.add("host", u.Host, doubt(host == "admin.microsoft.com", "relationship_host"))
	}
	r.add("path", u.Path, doubt(strings.EqualFold(strings.TrimSuffix(u.Path, "/"), "/Adminportal/Home"), "relationship_path"))
}

// maxParameters is how many parameters are looked at: such a link has five.
const maxParameters = 20

// relationshipParameters are those that such a link has.
var relationshipParameters = []string{"invtype", "partnerid", "msppid", "indirectcspid", "dap"}

func (r *relationship) query(u *url.URL) {
	values, given := url.Values{}, u.RawQuery
	if given == "" && strings.Contains(u.Fragment, "?") {
		_, given, _ = strings.Cut(u.EscapedFragment(), "?")
		r.add("order", u.Fragment, "relationship_order")
	}
	query, _ := url.ParseQuery(given)
	for name, all := range query {
		values[strings.ToLower(name)] = append(values[strings.ToLower(name)], all...)
	}
	inv := values.Get("invtype")
	r.invitation(inv)
	r.partner(values)
	r.mspp(values.Get("msppid"), inv)
	r.provider(values, inv)
	if dap := values.Get("dap"); dap != "" {
		r.add("DAP", dap, "")
	}
	for i, name := range slices.Sorted(maps.Keys(values)) {
		switch {
		case i >= maxParameters:
			return
		case !slices.Contains(relationshipParameters, name):
			r.add("parameter", name, "relationship_unknown")
		case len(values[name]) > 1:
			r.add("parameter", name, "relationship_double")
		}
	}
}

func (r *relationship) invitation(inv string) {
	doubt := ""
	switch inv {
	case inviteDirect, inviteIndirect:
	case "":
		doubt = "relationship_missing"
	default:
		doubt = "relationship_invitation"
	}
	r.add("invType", inv, doubt)
}

func (r *relationship) partner(values url.Values) {
	id := values.Get("partnerid")
	r.add("partnerId", id, idDoubt(id))
}

func idDoubt(id string) string {
	switch b := findGUID(id); {
	case id == "":
		return "relationship_missing"
	case b != nil && b.sentence == "":
		return "relationship_guid"
	case b != nil:
		return "relationship_zero"
	}
	return ""
}

func (r *relationship) mspp(id, inv string) {
	doubt := ""
	switch {
	case id == "":
		doubt = "relationship_missing"
	case strings.Trim(id, "0123456789") != "":
		doubt = "relationship_digits"
	case inv == inviteIndirect && strings.Trim(id, "0") == "":
		doubt = "relationship_zero"
	}
	r.add("msppId", id, doubt)
}

// provider is the indirect provider: only an indirect invitation names one.
func (r *relationship) provider(values url.Values, inv string) {
	id := values.Get("indirectcspid")
	if inv != inviteIndirect {
		if id != "" {
			r.add("indirectCSPId", id, "relationship_direct")
		}
		return
	}
	doubt := idDoubt(id)
	if doubt == "" && strings.EqualFold(id, values.Get("partnerid")) {
		doubt = "relationship_same"
	}
	r.add("indirectCSPId", id, doubt)
}

func (r *relationship) fragment(u *url.URL) {
	doubt := ""
	lower := strings.ToLower(u.Fragment)
	switch {
	case lower == "":
		doubt = "relationship_missing"
	case !strings.Contains(lower, "partner-invitation") && !strings.Contains(lower, "partners/invitation"):
		doubt = "relationship_fragment"
	}
	r.add("fragment", u.Fragment, doubt)
}

// findRelationship finds the first doubt about a link.
func findRelationship(link string) *breach {
	for _, p := range Relationship(link) {
		if !p.Doubt.IsZero() {
			return &breach{sentence: p.Doubt.Code, named: p.Doubt.Args}
		}
	}
	return nil
}

// findTwice finds a second web address in one, as a link that was pasted twice
// has it.
func findTwice(link string) *breach {
	lower := strings.ToLower(link)
	if strings.Count(lower, "https://")+strings.Count(lower, "http://") > 1 {
		return breachOf("")
	}
	return nil
}
