package flows

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// Page is the page on the web on which a step happens; zero where none is known.
type Page struct {
	Address string // https
	From    From   // who says so; "" where the procedure's own document does
	Source  string // where it is to be read, as a person cites it; the same in all languages
}

// MaxPage is how many bytes the address of a page may have.
const MaxPage = 2000

// PageAddress reads the address of a page as a procedure or a person gives it: it
// is cleaned as any pasted address is, and written so that a program can be asked to
// open it. It begins with https:// and names a host; one with a user in it is
// refused, since what is shown as the host would not be it. The error is a *Refusal
// of kind ErrUsage.
func PageAddress(text string) (string, error) {
	text, _ = Normalise(TypeURL, text, false)
	if len(text) > MaxPage {
		return "", Refuse(ErrUsage, nil, "refuse.page_long", "limit", MaxPage)
	}
	u, err := url.Parse(text)
	switch {
	case err != nil || strings.ContainsFunc(text, isUnsafe):
		return "", Refuse(ErrUsage, nil, "refuse.page_address")
	case !strings.EqualFold(u.Scheme, "https"):
		return "", Refuse(ErrUsage, nil, "refuse.page_https")
	case u.User != nil:
		return "", Refuse(ErrUsage, nil, "refuse.page_user")
	case !isHost(u):
		return "", Refuse(ErrUsage, nil, "refuse.page_address")
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		return "", Refuse(ErrUsage, nil, "refuse.page_address")
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	u.Scheme, u.Host = "https", host
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String(), nil
}

// page reads the keys page and system of a step: page is an address, or
// {address, from, source}.
func (o *object) page() (p Page, system string) {
	if system = o.text("system"); system != "" {
		o.l.needs(fourthFormat)
	}
	e := o.Get("page")
	switch {
	case e == nil:
		return Page{}, system
	case e.Shape != Mapping:
		p.Address = o.text("page")
	default:
		in := o.l.object(o.take("page"), o.path+".page", Msg("thing.page"))
		p.Address = in.must("address", Msg("thing.page"))
		p.From, p.Source = in.origin().From, in.text("source")
		in.done(Msg("thing.page"))
	}
	o.l.needs(fourthFormat)
	if p.Address == "" {
		return Page{}, system
	}
	address, err := PageAddress(p.Address)
	if err != nil {
		o.l.fault(e.FilePlace, "lint.page", "why", Reason(err))
	}
	p.Address = address
	return p, system
}

// page asks that a step's system is one of the procedure's, and that it can be read
// where the address of its page stands.
func (v *linter) page(s *Step, path string) {
	if s.System != "" && !slices.Contains(v.p.Systems, s.System) {
		v.lint(v.placeAt(path+".system"), "lint.no_system", "system", s.System, "hint", nearest(s.System, v.p.Systems))
	}
	if s.Page.Address != "" && s.Page.Source == "" && s.Source == "" {
		v.lint(v.placeAt(path+".page"), "lint.page_source", "step", s.ID)
	}
}
