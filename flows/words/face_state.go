package words

// State is the word for a step's state, by its code in the JSON.
func (s *Strings) State(code string) string {
	w := &s.States
	return map[string]string{
		"done": w.Done, "open": w.Open, "waiting": w.Waiting, "blocked": w.Blocked,
		"stale": w.Stale, "skipped": w.Skipped, "not_needed": w.NotNeeded,
	}[code]
}

// Status is the word for a run's status, by its code in the JSON.
func (s *Strings) Status(code string) string {
	w := &s.States
	return map[string]string{
		"open": w.Open, "waiting": w.Waiting, "done": w.Done, "ended": w.Ended, "abandoned": w.Abandoned,
	}[code]
}

// Mode is the mark of a run's mode, by its code in the JSON; "" for a real one.
func (s *Strings) Mode(code string) string {
	return map[string]string{"rehearsal": s.States.Rehearsal, "demo": s.States.Demo}[code]
}
