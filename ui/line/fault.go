package line

import (
	"slices"
	"strconv"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// faults has the word for what goes wrong by choice at a check of a rehearsal or a
// demo.
type faults struct {
	*wording
	session *lineSession
	checks  *checks
}

// armedAt are the faults that go wrong at a check with the answers of now, in words;
// none in a real run.
func (w *faults) armedAt(at flows.Address) []flows.Message {
	if w.view().Mode == run.Real {
		return nil
	}
	chosen, err := outside.FaultsOf(w.session.ctx, w.Archive, w.s.ID())
	if err != nil || len(chosen) == 0 {
		return nil // the check itself tells of a store that cannot be read
	}
	q, err := check.RequestOf(w.s, w.view().Mode, at)
	if err != nil {
		return nil
	}
	var armed []flows.Message
	for _, f := range check.OfferedAt(w.walk.ItemAt(at).Item.Check) {
		if slices.Contains(chosen.Active(&q), f.Name) {
			armed = append(armed, flows.Msg("fault.line", "does", f.Says()))
		}
	}
	return armed
}

// faultWord lists what can go wrong at a check, has one of it go wrong, or mends it.
func (w *faults) faultWord(args string) error {
	if w.view().Mode == run.Real {
		w.say(w.message(flows.Msg("fault.real")))
		return nil
	}
	at, ok := w.checks.checkNamed("")
	if !ok {
		return nil
	}
	iv := w.walk.ItemAt(at)
	offered := check.OfferedAt(iv.Item.Check)
	switch {
	case len(offered) == 0:
		w.say(w.message(flows.Msg("fault.no_portal")))
		return nil
	case args == "":
		w.list(at, offered)
		return nil
	case args == words.FaultNone:
		return w.arm(iv.Item.Check.Run, "", flows.Msg("fault.mended"))
	}
	n, err := strconv.Atoi(args)
	if err != nil {
		n = 1 + slices.IndexFunc(offered, func(f check.Fault) bool { return f.Name == args })
	}
	if n < 1 || n > len(offered) {
		w.say(w.message(flows.Msg("fault.unknown", "fault", flows.CleanLine(args))))
		return nil
	}
	f := offered[n-1]
	return w.arm(iv.Item.Check.Run, f.Name, flows.Msg("fault.armed", "does", f.Says()))
}

// list says what can go wrong at a check, and what does.
func (w *faults) list(at flows.Address, offered []check.Fault) {
	for i, f := range offered {
		w.say(w.message(flows.Msg("fault.list", "n", i+1, "name", f.Name, "does", f.Says())))
	}
	armed := w.armedAt(at)
	if len(armed) == 0 {
		armed = []flows.Message{flows.Msg("fault.none")}
	}
	for _, m := range append(armed, flows.Msg("fault.how")) {
		w.say(w.message(m))
	}
}

func (w *faults) arm(name, fault string, told flows.Message) error {
	if _, err := outside.ArmFault(w.session.ctx, w.Archive, w.s.ID(), name, fault); err != nil {
		w.say(w.printer.sentence(err))
		return nil
	}
	w.say(w.message(told))
	return nil
}
