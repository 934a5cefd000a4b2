package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
)

// hint is a key and what it does now.
type hint struct{ key, does string }

// group of hints in the help.
type hintGroup struct {
	title string
	hints []hint
}

// hints are what the help line says: every key in it is true at this moment.
func (m *model) hints() []hint {
	switch {
	case m.deaf():
		return []hint{{"ctrl+c", m.t.Help.Quit}}
	case m.over != nil:
		return m.over.keys(m)
	case m.page != nil:
		return append(m.hereKeys(), m.shortKeys()...)
	default:
		return m.listKeys()
	}
}

func (m *model) listKeys() []hint {
	h := &m.t.Help
	if m.list.filtering {
		return []hint{{"enter", h.Select}, {"esc", h.Clear}, {"up/down", h.Move}}
	}
	var out []hint
	if !m.list.empty() {
		out = append(out, hint{"enter", h.OpenRun})
	}
	out = append(out, hint{"n", h.New})
	if all, _ := m.list.totals(); all == 0 && m.list.words == "" {
		out = append(out, hint{"d", h.Demo})
	} else {
		out = append(out, hint{"/", h.Filter})
	}
	if r := m.list.row(m.list.at); r != nil && (r.Status == run.StatusWaiting || r.Due != nil) {
		out = append(out, hint{"w", h.Wait})
	}
	if m.list.words != "" {
		out = append(out, hint{"esc", h.Clear})
	}
	return append(out, hint{"?", h.Help})
}

// hereKeys are the keys of what has the focus.
func (m *model) hereKeys() []hint {
	h, p := &m.t.Help, m.page
	iv := p.Item()
	switch {
	case p.At().Step == "":
		return []hint{{"esc", h.Desk}}
	case m.page.Veiled(p.Step()):
		return []hint{{"f3", h.Unshare}, {"esc", h.Desk}}
	case iv == nil:
		return []hint{{"enter", h.Done}}
	case !p.engaged:
		return []hint{{"enter", h.Edit}, {"tab", h.Next}, {"esc", h.Desk}}
	}
	switch iv.Item.Kind {
	case flows.KindField:
		return m.fieldKeys(iv)
	case flows.KindList:
		return m.tableKeys()
	case flows.KindTask:
		if iv.Done {
			return []hint{{"enter", h.Next}, {"space", h.Untick}}
		}
		return []hint{{"enter", h.TickNext}, {"space", h.Tick}}
	case flows.KindCopy:
		return []hint{{"enter", h.Next}, {"c", h.Copy}}
	case flows.KindDraft:
		return []hint{{"enter", h.Preview}}
	case flows.KindCheck:
		return m.checkKeys(iv)
	case flows.KindWait:
		if !iv.Done {
			return []hint{{"enter", h.Wait}}
		}
	case flows.KindGate:
		if !iv.Done {
			return []hint{{"enter", h.Pass}}
		}
	}
	return []hint{{"enter", h.Next}}
}

func (m *model) fieldKeys(iv *run.ItemView) []hint {
	h := &m.t.Help
	has, filtering := field.Filter(m.page.widget)
	switch f := iv.Item.Field; {
	case filtering:
		return []hint{{"esc", m.t.Typing.CloseFilter}, {"enter", h.Choose}, {"up/down", h.Move}}
	case has:
		return append(m.choiceKeys(f), hint{"/", h.Filter})
	case f.Type == flows.TypeChoice || f.Type == flows.TypeChoices:
		return m.choiceKeys(f)
	case f.Area:
		return []hint{{"tab", h.Next}, {"enter", h.NewLine}}
	default:
		return []hint{{"enter", h.Next}, {"shift+tab", h.Back}}
	}
}

func (m *model) choiceKeys(f *flows.Field) []hint {
	h := &m.t.Help
	if f.Type == flows.TypeChoices {
		return []hint{{"space", h.Choose}, {"enter", h.Next}, {"up/down", h.Move}}
	}
	return []hint{{"enter", h.Choose}, {"up/down", h.Move}, {"tab", h.Next}}
}

func (m *model) tableKeys() []hint {
	h := &m.t.Help
	t, ok := m.page.widget.(*field.Table)
	if !ok {
		return nil
	}
	file := hint{field.FileKey, m.t.Import.KeyFile}
	switch at := t.State(); {
	case at.Task && at.Ticked:
		return []hint{{"enter", h.NextCell}, {"space", h.Untick}, {"ctrl+n", h.AddRow}, file}
	case at.Task:
		return []hint{{"enter", h.TickNext}, {"space", h.Tick}, {"ctrl+n", h.AddRow}, file}
	case at.Editing && at.Untouched:
		return []hint{{"enter", h.Leaves}, {"tab", h.NextCell}, file}
	case at.Editing && at.Choice:
		return []hint{{"enter", h.Choose}, {"up/down", h.Move}, {"tab", h.NextCell}}
	case at.Editing:
		return []hint{{"enter", h.NextCell}, {"shift+tab", h.Back}, {"esc", h.Leave}}
	case at.Problems:
		return []hint{{"enter", h.EditCell}, {"up/down", h.Rows}, {field.ProblemKey, m.t.Import.KeyNext}, {"ctrl+n", h.AddRow}, {"ctrl+x", h.RemoveRow}, file}
	default:
		return []hint{{"enter", h.EditCell}, {"up/down", h.Rows}, {"ctrl+n", h.AddRow}, {"ctrl+x", h.RemoveRow}, file}
	}
}

// shortKeys are the rest of the help line on the wizard.
func (m *model) shortKeys() []hint {
	h := &m.t.Help
	var out []hint
	if len(m.page.acceptable()) > 0 {
		out = append(out, hint{"f4", h.Accept})
	}
	switch sv := m.page.Step(); {
	case m.page.Veiled(sv):
		return []hint{{"ctrl+o", h.Outline}, {"f1", h.Help}}
	case sv != nil:
		if m.page.Item() != nil {
			out = append(out, hint{"ctrl+s", h.Done})
		}
		out = append(out, hint{"ctrl+o", h.Outline})
		if sv.Step.Say != "" {
			out = append(out, hint{"f2", h.Say})
		}
	default:
		out = append(out, hint{"ctrl+o", h.Outline})
	}
	share := h.Share
	if m.share {
		share = h.Unshare
	}
	return append(out, hint{"f3", share}, hint{"f1", h.Help})
}

// allKeys are the keys of the help overlay, by group.
func (m *model) allKeys() []hintGroup {
	h := &m.t.Help
	if m.page == nil {
		return []hintGroup{
			{h.GroupHere, append(m.listKeys(), hint{"up/down", h.Move}, hint{"pgup/pgdn", h.Scroll})},
			{h.GroupAny, []hint{{"f3, p", h.Share}, {"m", h.Mouse}, {"ctrl+c", h.Quit}}},
		}
	}
	free := m.page.widget == nil || !m.page.engaged || !m.page.widget.Typing()
	step := []hint{{"ctrl+s", h.Done}, {m.either("f2", "s", free), h.Say}, {m.either("f4", "a", free), h.Accept}}
	switch {
	case m.page.At().Step == "":
		step = nil
	case len(m.page.acceptable()) == 0:
		step = step[:2]
	}
	if free && m.page.At().Step != "" {
		step = append(step, hint{"c", h.Copy}, hint{"o", h.Open}, hint{"e", h.Note}, hint{"x", h.Skip})
	}
	runKeys := []hint{{m.either("alt+left", "[", free), h.PrevStep}, {m.either("alt+right", "]", free), h.NextStep}, {"ctrl+o", h.Outline}, {"ctrl+z", h.Undo}}
	any := []hint{{m.either("f1", "?", free), h.Help}, {m.either("f3", "p", free), h.Share}, {"pgup/pgdn", h.Scroll}, {"esc", h.Leave}}
	if free {
		any = append(any, hint{"m", h.Mouse})
	}
	return []hintGroup{
		{h.GroupHere, m.hereKeys()},
		{h.GroupStep, step},
		{h.GroupRun, runKeys},
		{h.GroupAny, append(any, hint{"ctrl+c", h.Quit})},
	}
}

// either names the letter beside the key where nothing is typed.
func (m *model) either(key, letter string, free bool) string {
	if free {
		return key + ", " + letter
	}
	return key
}
