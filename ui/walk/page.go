package walk

import (
	"lotse/flows"
	"lotse/flows/run"
)

// PageForm is the form that asks where a customer's system is.
const PageForm = "page"

// WherePage asks where a customer's system is on the web; Walk.NamePage.
type WherePage struct {
	At     flows.Address // of the step
	System string
	Now    string // the address that is kept; "" for none
	Open   bool   // it is opened once it is named
}

func (WherePage) question() {}

type (
	// KeepPage keeps the address of a customer's system, "" forgets it;
	// Walk.PageKept.
	KeepPage struct {
		Customer, System, Address string
		Open                      bool
	}
	// OpenPage asks the system of the person to open an address, which is shown in
	// any case. It has no result.
	OpenPage struct{ Address string }
)

func (KeepPage) request() {}
func (OpenPage) request() {}

// SetPages says where the customer's own systems are, by their names.
func (w *Walk) SetPages(pages map[string]string) { w.pages = pages }

// PageOf is the address on which a step happens: the procedure's, else that of the
// customer's own system; "" where it is not known.
func (w *position) PageOf(sv *run.StepView) string { return PageAddress(sv.Step, w.pages) }

// PageAddress is PageOf where no dialogue is. On a team's server others can keep what they
// like as the address of a customer's system, a program of a foreign machine among it: what
// is no address of a page counts as not known, so that nothing is asked to open it.
func PageAddress(s *flows.Step, pages map[string]string) string {
	if s.Page.Address != "" {
		return s.Page.Address
	}
	address, err := flows.PageAddress(pages[s.System])
	if err != nil {
		return ""
	}
	return address
}

// HasPage reports whether the page of the present step can be opened, or asked for.
func (w *position) HasPage() bool {
	sv := w.Step()
	return sv != nil && !w.IsHidden(sv) && (sv.Step.Page.Address != "" || sv.Step.System != "")
}

// CanNamePage reports whether the present step happens on a system whose address is
// the customer's.
func (w *position) CanNamePage() bool {
	return w.HasPage() && w.Step().Step.Page.Address == ""
}

// OpenPage opens the page of the present step. Where nobody has said yet where the
// customer's system is, that is asked first.
func (w *Walk) OpenPage() Turn {
	if !w.HasPage() {
		return tell("page.none")
	}
	if address := w.PageOf(w.Step()); address != "" {
		return Turn{Do: []Request{OpenPage{address}}}
	}
	return Turn{Ask: w.wherePage(true)}
}

// ChangePage asks for the address again.
func (w *Walk) ChangePage() Turn {
	switch {
	case !w.HasPage():
		return tell("page.none")
	case !w.CanNamePage():
		return tell("page.fixed", "address", w.PageOf(w.Step()))
	}
	return Turn{Ask: w.wherePage(false)}
}

func (w *Walk) wherePage(open bool) WherePage {
	s := w.Step().Step
	return WherePage{At: flows.AtStep(s.ID), System: s.System, Now: PageAddress(s, w.pages), Open: open}
}

// NamePage answers WherePage: an address as it is pasted, or "", which forgets the
// one that is kept.
func (w *Walk) NamePage(q WherePage, text string) Turn {
	address := ""
	if text != "" {
		var err error
		if address, err = flows.PageAddress(text); err != nil {
			return warn(flows.Reason(err))
		}
	}
	w.Forget(q.At.InForm(PageForm, q.System))
	if address == q.Now {
		return Turn{}
	}
	return Turn{Do: []Request{KeepPage{Customer: w.view.Customer.ID, System: q.System, Address: address, Open: q.Open}}}
}

// PageKept takes the result of KeepPage.
func (w *Walk) PageKept(k KeepPage, err error) Turn {
	if err != nil {
		return w.failed(err)
	}
	if w.pages == nil {
		w.pages = map[string]string{}
	}
	if k.Address == "" {
		delete(w.pages, k.System)
		return tell("dialogue.page_forgotten", "system", k.System)
	}
	w.pages[k.System] = k.Address
	t := tell("dialogue.page_kept", "system", k.System, "address", k.Address)
	if k.Open {
		t.Do = append(t.Do, OpenPage{k.Address})
	}
	return t
}
