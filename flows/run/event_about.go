package run

import (
	"lotse/flows"
)

// About is where the event happened: the step, or the item, row or cell that its
// payload names; zero where it is about the run.
func (e *Event) About() flows.Address {
	p, err := e.Payload()
	if err != nil || p == nil {
		return flows.AtStep(e.Step)
	}
	at := flows.AtStep(e.Step)
	switch p := p.(type) {
	case *Answered:
		at = named(p.Item)
	case *SecretSealed:
		at = named(p.Item)
	case *SecretUsed:
		at = named(p.Item)
	case *Rotated:
		at = named(p.Item)
	case *RowChanged:
		at = named(p.Item).In(p.Row, "")
	case *CellSet:
		at = named(p.Item).In(p.Row, p.Column)
	case *RowsReplaced:
		at = named(p.Item)
	case *Ticked:
		if at = named(p.Item).AsItem(); p.Row != "" {
			at = at.In(p.Row, p.Column)
		}
	case *Attached:
		at = named(p.Item).AsItem()
	case *ReadBack:
		at = named(p.Item).In(p.Row, p.Column)
	case *Failed:
		at = named(p.Item).AsItem()
	case *Undone:
		at = named(p.Item).AsItem()
	case *Waited:
		at = named(p.Item)
	case *GatePassed:
		at = named(p.Item)
	case *Checked:
		at = named(p.Item).AsItem()
	case *Mapped:
		at = named(p.Item).AsItem()
	case *Sent:
		at = named(p.Item).AsItem()
	}
	return at
}

// named is the address of an item that a payload names: "step.item", or a step's
// id alone.
func named(item string) flows.Address {
	at, _ := flows.ParseStep(item)
	return at
}
