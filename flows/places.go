package flows

// Places gives where in a procedure's files each of its parts is written, by its path,
// as steps.ID.items.ID.when; empty for one that was not loaded from a document.
func (p *Procedure) Places() map[string]FilePlace {
	_, l, err := decode(p.bytes)
	if err != nil {
		return nil
	}
	places := make(map[string]FilePlace, len(l.elements))
	for path, e := range l.elements {
		places[path] = e.FilePlace
	}
	return places
}
