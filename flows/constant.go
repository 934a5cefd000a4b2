package flows

// maxCases bounds how many states a condition is tried in.
const maxCases = 1024

// constant reports whether a condition has one truth whatever is answered. It
// tries every combination of what has few values; the rest stays undecided,
// and what is decided then no answer can change.
func constant(c *Cond, known *symbols) (Truth, bool) {
	s := guess{known: known, texts: map[Ref]string{}}
	var free []Ref
	var of [][]string // the values of each
	cases := 1
	for _, ref := range c.reads {
		values := s.values(ref)
		if len(values) == 0 || cases*len(values) > maxCases {
			continue
		}
		cases *= len(values)
		free, of = append(free, ref), append(of, values)
	}
	first, same := Undecided, true
	for n := range cases {
		left := n
		for i, ref := range free {
			s.texts[ref] = of[i][left%len(of[i])]
			left /= len(of[i])
		}
		t := c.Eval(s)
		if n == 0 {
			first = t
		}
		same = same && t == first
	}
	return first, same && first != Undecided
}

// guess is a Scope in which some things have a value.
type guess struct {
	known *symbols
	texts map[Ref]string
}

// values are all that a thing can be; none where there are too many.
func (s guess) values(ref Ref) []string {
	switch ref.Kind {
	case RefCheck:
		return CheckStatuses
	case RefTask:
		return []string{"false", "true"}
	case RefField, RefColumn:
		it := s.known.items[ref.ID]
		if it.Kind == KindTask {
			return []string{"false", "true"}
		}
		if f := it.Holds(); f.Type == TypeChoice {
			values := make([]string, len(f.Options))
			for i, o := range f.Options {
				values[i] = o.Value
			}
			return values
		}
	}
	return nil
}

// Field is what is tried; a column in a row is too, since its rows stay unknown.
func (s guess) Field(id string) (Value, bool) {
	text, ok := s.texts[Ref{RefField, id}]
	if !ok {
		text, ok = s.texts[Ref{RefColumn, id}]
	}
	if ok && s.known.items[id].Kind == KindTask {
		return text == "true", true
	}
	return text, ok
}

// Rows are never known.
func (s guess) Rows(string, func(Scope) bool) bool { return false }

// Check is the status that is tried.
func (s guess) Check(ref string) (string, bool) {
	text, ok := s.texts[Ref{RefCheck, ref}]
	return text, ok
}

// Outcome is never known: it may not be there yet.
func (s guess) Outcome(string) (string, bool) { return "", false }

// Done is the truth that is tried.
func (s guess) Done(ref string) (done, ok bool) {
	text, ok := s.texts[Ref{RefTask, ref}]
	return text == "true", ok
}

// Given is never known, as long as an answer is not there yet.
func (s guess) Given(string) (given, ok bool) { return false, false }

// Context is never known: it is another one in every run, or on every day.
func (s guess) Context(string) (string, bool) { return "", false }
