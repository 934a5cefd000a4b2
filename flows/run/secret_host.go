package run

import (
	"slices"
	"strings"

	"lotse/flows"
)

// SecretTo is a secret and an origin, scheme://host:port, that a check sends it
// to. A secret is bound to the origin of its first sending, or to the one that
// was known when it was entered, so that an address that is changed later does
// not get it without a person's word.
type SecretTo struct {
	Item   flows.Address // the secret's field
	Secret string        // id in the vault
	Origin string
	Bound  []string // the origins that it may be sent to, if Origin is none of them: then it was not sent
}

// Host is the host of Origin as a person reads it.
func (s *SecretTo) Host() string { return HostOf(s.Origin) }

// Hosts are the hosts that the secret is bound to.
func (s *SecretTo) Hosts() []string {
	hosts := make([]string, len(s.Bound))
	for i, o := range s.Bound {
		hosts[i] = HostOf(o)
	}
	return hosts
}

// HostOf is the host of an origin as a person reads it; with its port where that
// is another than that of https.
func HostOf(origin string) string {
	_, host, _ := strings.Cut(origin, "://")
	return strings.TrimSuffix(host, ":443")
}

// Held reports whether the secret was kept back.
func (s *SecretTo) Held() bool { return len(s.Bound) > 0 }

// bind adds an origin that a secret may be sent to.
func (s *state) bind(secret, origin string) {
	if secret != "" && origin != "" && !slices.Contains(s.hosts[secret], origin) {
		s.hosts[secret] = append(s.hosts[secret], origin)
	}
}

// decideSecretsSent decides about the secrets that a check has sent: what binds one to
// a new origin is a use of its own.
func (s *state) decideSecretsSent(all []SecretTo) []decision {
	var out []decision
	for _, to := range all {
		if to.Held() || slices.Contains(s.hosts[to.Secret], to.Origin) {
			continue
		}
		d, err := s.decideUse(UseSecret{At: to.Item, Secret: to.Secret, Purpose: SecretChecked, To: to.Origin})
		if err == nil { // a check's result is a fact, whatever it names
			out = append(out, d...)
		}
	}
	return out
}
