package flows

// findings reads what single findings hold up: CODE: LEVEL, or
// CODE: {level: LEVEL, accept: required}.
func (l *loader) findings(o *object) map[string]Finding {
	e := o.take("findings")
	if e == nil {
		return nil
	}
	in := l.object(e, o.path+".findings", value("findings"))
	if in == nil {
		return nil
	}
	found := map[string]Finding{}
	for _, p := range in.Pairs {
		code := p.Key.Text
		if p.Value.Shape != Mapping {
			found[code] = Finding{Level: in.level(code)}
			continue
		}
		l.needs(secondFormat)
		one := l.object(in.take(code), in.path+"."+code, Msg("thing.finding"))
		one.must("level", Msg("thing.finding"))
		level := one.level("level")
		found[code] = Finding{Level: level, Accept: one.acceptance(level)}
		one.done(Msg("thing.finding"))
	}
	return found
}

// acceptance reads the key accept of what has a level: only a warning is
// accepted, whatever else it may be.
func (o *object) acceptance(level Level) Acceptance {
	said := Acceptance(o.oneOf("accept", string(AcceptRequired)))
	if o.Get("accept") != nil {
		o.l.needs(secondFormat)
	}
	if said != AcceptOrLeave && level != Warn {
		o.l.fault(o.Get("accept").FilePlace, "lint.accept_level")
	}
	return said
}
