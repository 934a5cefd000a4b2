package flows

import (
	"maps"
	"net/url"
	"slices"
	"strings"
)

// RelationshipPart is one part of a reseller relationship link: its text, and
// a warning if it may be wrong.
type RelationshipPart struct {
	Name    string // writing, scheme, host, path, order, invType, partnerId, msppId, indirectCSPId, DAP, parameter, fragment
	Value   string
	Warning Message // zero where there is none
}

// The ways in which a customer is invited.
const (
	inviteDirect   = "ResellerRelationship"
	inviteIndirect = "IndirectResellerRelationship"
)

// Relationship splits a Microsoft reseller relationship link into its parts,
// in the form that Partner Center writes (learn.microsoft.com,
// request-reseller-relationship).
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

// add adds a part; warning is "" or a code.
func (r *relationship) add(name, value, warning string, args ...any) {
	p := RelationshipPart{Name: name, Value: Short(value)}
	if warning != "" {
		p.Warning = Msg(warning, append([]any{"part", name, "value", value}, args...)...).Map(Short)
	}
	r.parts = append(r.parts, p)
}

// writing finds what copying from a page, a mail or a document does to a link,
// and undoes it before the parts are checked.
func (r *relationship) writing() {
	for _, bad := range []struct{ what, plain, warning string }{
		{"&amp;", "&", "relationship_amp"},
		{`\&`, "&", "relationship_escape"},
		{`\#`, "#", "relationship_escape"},
		{`\_`, "_", "relationship_escape"},
		{"%0A", "", "relationship_break"},
		{"%0D", "", "relationship_break"},
	} {
		if strings.Contains(r.link, bad.what) {
			r.add("writing", bad.what, bad.warning)
			r.link = strings.ReplaceAll(r.link, bad.what, bad.plain)
		}
	}
}

func (r *relationship) place(u *url.URL) {
	warning := func(ok bool, code string) string {
		if ok {
			return ""
		}
		return code
	}
	r.add("scheme", u.Scheme, warning(u.Scheme == "https", "relationship_scheme"))
	host := strings.ToLower(u.Host)
	wrapped := strings.HasSuffix(host, ".safelinks.protection.outlook.com") || host == "go.microsoft.com" || host == "aka.ms"
	if wrapped {
		r.add("host", u.Host, "relationship_wrapped")
	} else {
		r.add("host", u.Host, warning(host == "admin.microsoft.com", "relationship_host"))
	}
	r.add("path", u.Path, warning(strings.EqualFold(strings.TrimSuffix(u.Path, "/"), "/Adminportal/Home"), "relationship_path"))
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
	warning := ""
	switch inv {
	case inviteDirect, inviteIndirect:
	case "":
		warning = "relationship_missing"
	default:
		warning = "relationship_invitation"
	}
	r.add("invType", inv, warning)
}

func (r *relationship) partner(values url.Values) {
	id := values.Get("partnerid")
	r.add("partnerId", id, idWarning(id))
}

func idWarning(id string) string {
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
	warning := ""
	switch {
	case id == "":
		warning = "relationship_missing"
	case strings.Trim(id, "0123456789") != "":
		warning = "relationship_digits"
	case inv == inviteIndirect && strings.Trim(id, "0") == "":
		warning = "relationship_zero"
	}
	r.add("msppId", id, warning)
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
	warning := idWarning(id)
	if warning == "" && strings.EqualFold(id, values.Get("partnerid")) {
		warning = "relationship_same"
	}
	r.add("indirectCSPId", id, warning)
}

func (r *relationship) fragment(u *url.URL) {
	warning := ""
	lower := strings.ToLower(u.Fragment)
	switch {
	case lower == "":
		warning = "relationship_missing"
	case !strings.Contains(lower, "partner-invitation") && !strings.Contains(lower, "partners/invitation"):
		warning = "relationship_fragment"
	}
	r.add("fragment", u.Fragment, warning)
}

// findRelationship finds the first warning about a link.
func findRelationship(link string) *violation {
	for _, p := range Relationship(link) {
		if !p.Warning.IsZero() {
			return &violation{sentence: p.Warning.Code, named: p.Warning.Args}
		}
	}
	return nil
}

// findTwice finds a second web address inside a link, as in a link that was
// pasted twice.
func findTwice(link string) *violation {
	lower := strings.ToLower(link)
	if strings.Count(lower, "https://")+strings.Count(lower, "http://") > 1 {
		return newViolation("")
	}
	return nil
}
