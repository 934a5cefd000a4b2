package run

import "lotse/flows"

// secret describes a secret that was given, taken away, sealed as the new one of
// a rotation, or destroyed.
func (t eventDescriber) secret(d *SecretSealed) flows.Message {
	switch {
	case t.is(EventRotationSealed):
		return t.about("event.rotation_sealed", d.Item).With("fingerprint", d.Fingerprint)
	case t.is(EventSecretDestroyed):
		return t.about("event.secret_destroyed", d.Item).With("fingerprint", d.Fingerprint)
	}
	return t.about(either(d.Secret == "", "event.secret_cleared", "event.secret"), d.Item)
}

// rotated describes a rotation that was begun, confirmed or given up.
func (t eventDescriber) rotated(d *Rotated) []flows.Message {
	switch t.event.Kind {
	case EventRotationGivenUp:
		return because(t.about("event.rotation_given_up", d.Item), d.Why)
	case EventRotationConfirmed:
		return single(t.about("event.rotation_confirmed", d.Item).With("users", shortNames(d.Users)))
	}
	return single(t.about("event.rotation_begun", d.Item).With("users", shortNames(d.Users)))
}

func shortNames(names []string) []string {
	short := make([]string, len(names))
	for i, name := range names {
		short[i] = flows.Short(name)
	}
	return short
}
