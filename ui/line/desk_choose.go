package line

import (
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// numbered is the run of a number in the list; where there is none it says so.
func (d *desk) numbered(number string) *run.Header {
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || n < 1 || n > len(d.rows) {
		d.sayf(d.l.NoRun, len(d.rows))
		return nil
	}
	return &d.rows[n-1]
}

// setAside puts a run aside, or takes it up if it is.
func (d *desk) setAside(number string) error {
	h := d.numbered(number)
	switch {
	case h == nil:
		return nil
	case !walk.CanBeAside(h):
		d.say(words.Say(d.Lang, flows.Msg("list.no_aside")))
		return nil
	}
	if err := outside.PutAside(d.ctx, d.Archive, h.ID, !h.Aside); err != nil {
		return err
	}
	d.say(face.SetAside(d.Lang, h, !h.Aside))
	d.listed = false
	return nil
}

// ofCustomer lists all runs of a run's customer.
func (d *desk) ofCustomer(number string) error {
	h := d.numbered(number)
	if h == nil {
		return nil
	}
	d.say(words.Say(d.Lang, flows.Msg("list.of_customer", "customer", h.Customer.Name)))
	d.Customer, d.Words, d.listed = &h.Customer, "", false
	return nil
}

// changeOrder lists the runs in another order, and keeps it; without a word the
// next one.
func (d *desk) changeOrder(word string) error {
	order, ok := face.ReadOrder(word, d.Order)
	if !ok {
		d.say(words.Say(d.Lang, flows.Msg("list.line_order")))
		return nil
	}
	d.Order, d.listed = order, false
	d.say(words.Say(d.Lang, flows.Msg("list.order", "order", face.OrderWord(d.Lang, order))))
	return outside.KeepListOrder(d.ctx, d.Archive, order)
}
