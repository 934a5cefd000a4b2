package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// Public is a message as others who look on may see it: of what did not work
// without the why, which is a remark, in messages inside it too.
func Public(m flows.Message) flows.Message {
	if m.Code == run.CodeNotWorked {
		return m.With("why", flows.Msg("dialogue.hidden"))
	}
	for _, name := range m.Names() {
		if inner, ok := m.Args[name].(flows.Message); ok {
			m = m.With(name, Public(inner))
		}
	}
	return m
}
