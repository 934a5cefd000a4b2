package field

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
)

// editKey takes a key while a cell is edited.
func (t *Table) editKey(msg tea.KeyPressMsg) Act {
	k := msg.String()
	if t.edit.Owns(k) && k != "enter" {
		return t.through(msg)
	}
	switch k {
	case "enter":
		if t.fresh == t.at && t.untouched() {
			return t.leaveFresh()
		}
		if _, ok := t.edit.(*choice); ok {
			return t.through(msg)
		}
		return t.commit(forward)
	case "tab":
		return t.commit(forward)
	case "shift+tab":
		return t.commit(back)
	case "up":
		return t.commit(rowUp)
	case "down":
		return t.commit(rowDown)
	case "esc":
		t.keep()
		t.edit = nil
		return Stay
	case "ctrl+n":
		if t.drafted() {
			return t.commit(rowBelow)
		}
		return t.rowKey(k)
	case "ctrl+x":
		return t.rowKey(k)
	}
	return t.through(msg)
}

// through hands a key to the cell's editor.
func (t *Table) through(msg tea.KeyPressMsg) Act {
	switch act := t.edit.Key(msg); act {
	case Take:
		return t.commit(forward)
	case Keep:
		return t.commit(stay)
	default:
		return act
	}
}

// selectKey takes a key while a cell is only selected.
func (t *Table) selectKey(msg tea.KeyPressMsg) Act {
	switch k := msg.String(); k {
	case "enter":
		if t.isTask() {
			return t.tick(forward, false)
		}
		if t.fresh == t.at {
			return t.leaveFresh()
		}
		t.begin()
	case "space":
		if t.isTask() {
			return t.tick(stay, true)
		}
		t.begin()
	case "tab", "right":
		return t.leap(forward)
	case "shift+tab", "left":
		return t.leap(back)
	case "up":
		if t.at == 0 {
			return Pass
		}
		return t.leap(rowUp)
	case "down":
		if t.at >= t.count()-1 {
			return Next
		}
		return t.leap(rowDown)
	case "ctrl+n", "ctrl+x":
		return t.rowKey(k)
	default:
		return Pass
	}
	return Stay
}

func (t *Table) rowKey(k string) Act {
	t.keep()
	t.edit = nil
	if k == "ctrl+n" {
		if t.Full() || t.fresh >= 0 {
			return Stay
		}
		t.addFresh(min(t.at+1, len(t.rows)))
		return Stay
	}
	if t.fresh == t.at {
		for i := range t.cols {
			delete(t.drafts, [2]string{"", t.cols[i].ID})
		}
		from := t.at
		t.dropFresh()
		t.at = max(from-1, 0) // the row below which it was made
		return Stay
	}
	t.asked = Edit{Kind: RemoveRow, Row: t.rowID(t.at)}
	t.pending = stay
	return Edits
}

func (t *Table) isTask() bool { return t.cols[t.col].Kind == flows.KindTask }

func (t *Table) tick(m move, off bool) Act {
	done, _ := t.value(t.at, t.col).(bool)
	if t.row(t.at) == nil || done && !off {
		return t.leap(m)
	}
	t.asked = Edit{Kind: TickCell, Row: t.rowID(t.at), Column: t.cols[t.col].ID}
	if done {
		t.asked.Kind = UntickCell
	}
	t.pending = m
	return Edits
}

// begin opens the editor of the cell that is selected.
func (t *Table) begin() {
	it := &t.cols[t.col]
	if it.Kind != flows.KindField || !t.open(t.row(t.at), t.col) {
		return
	}
	var typed *string
	if s, ok := t.drafts[t.key()]; ok {
		typed = &s
	}
	t.edit = t.kit.For(it.Field, t.value(t.at, t.col), typed)
	if c, ok := t.edit.(*choice); ok {
		c.flat = true
	}
	t.edit.SetSize(max(t.width-4, 8), 2)
	t.edit.Focus()
}

func (t *Table) key() [2]string { return [2]string{t.rowID(t.at), t.cols[t.col].ID} }

// keep keeps what is typed in the cell for later; forget drops it.
func (t *Table) keep() {
	if t.edit == nil {
		return
	}
	if s, ok := Draft(t.edit); ok && s != Format(t.value(t.at, t.col)) {
		t.drafts[t.key()] = s
	}
}

func (t *Table) forget() { delete(t.drafts, t.key()) }

// Typed is what is typed in the cell that has the focus, and not taken.
func (t *Table) Typed() (s string, ok bool) {
	if t.edit == nil || !t.drafted() {
		return "", false
	}
	return Draft(t.edit)
}

// Restore puts unsaved input of an earlier time into a cell.
func (t *Table) Restore(row, column, s string) { t.drafts[[2]string{row, column}] = s }

// commit asks for the cell's new value, or only moves where nothing changed.
func (t *Table) commit(m move) Act {
	v := t.edit.Value()
	if Same(v, t.value(t.at, t.col)) {
		t.forget()
		t.edit = nil
		return t.goOn(m)
	}
	t.asked = Edit{Row: t.rowID(t.at), Column: t.cols[t.col].ID, Value: v}
	if t.row(t.at) == nil && t.at > 0 {
		t.asked.After = t.rowID(t.at - 1)
	}
	if t.at >= len(t.rows) {
		t.asked.After = ""
	}
	t.pending = m
	return Edits
}
