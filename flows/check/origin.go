package check

import (
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/idna"

	"lotse/flows"
	"lotse/flows/run"
)

// Origin is where an address leads to, as scheme://host:port, in one way of
// writing: lower case, the host in ASCII and without a dot at its end, the
// scheme's port where none is named. What else is in the address does not count.
// It is "" for what is no address of http or https.
func Origin(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	return originOf(u)
}

func originOf(u *url.URL) string {
	scheme, host := strings.ToLower(u.Scheme), strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if scheme != "https" && scheme != "http" || host == "" {
		return ""
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		host = ip.Unmap().String()
	} else if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = strings.TrimSuffix(ascii, ".")
	}
	return scheme + "://" + net.JoinHostPort(host, port(&url.URL{Scheme: scheme, Host: u.Host}))
}

// sending says which secret a check sends, and where to.
type sending struct {
	secret  string // parameter; what the parameters begin with, where it ends in a dot
	address string // parameter
	usual   string // the address where the procedure names none
}

// is reports whether a parameter has a secret that the check sends.
func (s *sending) is(param string) bool {
	return param == s.secret || strings.HasSuffix(s.secret, ".") && strings.HasPrefix(param, s.secret)
}

// to is the address; "" as long as it is not known.
func (s *sending) to(inputs []run.CheckInput) string {
	for _, in := range inputs {
		if in.Param == s.address {
			return flows.Format(in.Value)
		}
	}
	return s.usual
}

// sent collects the secrets that went out with a check, and those that were kept
// back. Parts of a check run side by side.
type sent struct {
	mu  sync.Mutex
	all []run.SecretTo
}

func (s *sent) add(to run.SecretTo) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !slices.ContainsFunc(s.all, func(o run.SecretTo) bool { return o.Secret == to.Secret && o.Origin == to.Origin }) {
		s.all = append(s.all, to)
	}
}

func (s *sent) list() []run.SecretTo {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.all)
}

// mayLeave holds a secret back from an address that it is not kept for. An
// address that leads nowhere is left to the exchange.
func (j *job) mayLeave(in *run.CheckInput, link string) *ending {
	to := run.SecretTo{Item: in.Item, Secret: in.SecretID, Origin: Origin(link)}
	if to.Origin != "" && len(in.Origins) > 0 && !slices.Contains(in.Origins, to.Origin) {
		to.Bound = slices.Clone(in.Origins)
		j.sent.add(to)
		return end(otherHost, "label", label(in), "kept", to.Hosts(), "host", to.Host())
	}
	if !slices.ContainsFunc(j.carried, func(o run.SecretTo) bool { return o.Secret == to.Secret && o.Origin == to.Origin }) {
		j.carried = append(j.carried, to)
	}
	return nil
}

// leaves notes that the secret that was opened goes out. A further exchange with
// what it was answered adds nothing.
func (x *exchange) leaves() {
	for _, to := range x.carried {
		x.sent.add(to)
	}
}

// SecretsTo lists where a check of a run would send secrets, by what is answered
// now.
func SecretsTo(s Session, at flows.Address) ([]run.SecretTo, error) {
	_, it, err := s.Resolve(at)
	if err != nil {
		return nil, err
	}
	c, known := Find(it.Check.Run)
	if !known || c.sends == nil {
		return nil, nil
	}
	inputs, err := s.CheckInputs(at)
	if err != nil {
		return nil, err
	}
	var all []run.SecretTo
	for i := range inputs {
		in := &inputs[i]
		if !c.sends.is(in.Param) {
			continue
		}
		to := run.SecretTo{Item: in.Item, Secret: in.SecretID, Origin: Origin(c.sends.to(inputs))}
		if !slices.Contains(in.Origins, to.Origin) {
			to.Bound = in.Origins
		}
		all = append(all, to)
	}
	return all, nil
}

// OriginFor is the one origin that the checks of a run would send the secret of a
// field to, by what is answered now; "" where that is not known yet, or where
// they are several.
func OriginFor(s Session, field flows.Address) string {
	var found []string
	p := s.Procedure()
	for i := range p.Steps {
		for k := range p.Steps[i].Items {
			it := &p.Steps[i].Items[k]
			if it.Kind != flows.KindCheck {
				continue
			}
			if it.Repeats() { // each row may lead elsewhere
				if slices.Contains(it.Reads(), flows.Ref{Kind: flows.RefField, ID: field.Item}) {
					return ""
				}
				continue
			}
			all, err := SecretsTo(s, flows.Address{Step: p.Steps[i].ID, Item: it.ID})
			if err != nil {
				return ""
			}
			for _, to := range all {
				if to.Item.Item == field.Item && !slices.Contains(found, to.Origin) {
					found = append(found, to.Origin)
				}
			}
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}
