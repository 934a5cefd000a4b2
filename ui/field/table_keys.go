package field

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
)

// editKey handles a key while a cell is edited.
func (t *Table) editKey(msg tea.KeyPressMsg) KeyResult {
	k := msg.String()
	if t.edit.Owns(k) && k != "enter" {
		return t.editorKey(msg)
	}
	switch k {
	case "enter":
		if t.newRow == t.at && t.newRowIsEmpty() {
			return t.leaveNewRow()
		}
		if _, ok := t.edit.(*choice); ok {
			return t.editorKey(msg)
		}
		return t.requestChange(forward)
	case "tab":
		return t.requestChange(forward)
	case "shift+tab":
		return t.requestChange(back)
	case "up":
		return t.requestChange(rowUp)
	case "down":
		return t.requestChange(rowDown)
	case "esc":
		t.keep()
		t.edit = nil
		return Stay
	case "ctrl+n":
		if t.hasDraft() {
			return t.requestChange(rowBelow)
		}
		return t.rowKey(k)
	case "ctrl+x":
		return t.rowKey(k)
	}
	return t.editorKey(msg)
}

// editorKey passes a key to the cell's editor.
func (t *Table) editorKey(msg tea.KeyPressMsg) KeyResult {
	switch act := t.edit.Key(msg); act {
	case Take:
		return t.requestChange(forward)
	case Keep:
		return t.requestChange(stay)
	default:
		return act
	}
}

// selectKey handles a key while a cell is only selected.
func (t *Table) selectKey(msg tea.KeyPressMsg) KeyResult {
	switch k := msg.String(); k {
	case "enter":
		if t.isTask() {
			return t.tick(forward, false)
		}
		if t.newRow == t.at {
			return t.leaveNewRow()
		}
		t.openEditor()
	case "space":
		if t.isTask() {
			return t.tick(stay, true)
		}
		t.openEditor()
	case "tab", "right":
		return t.stepSelecting(forward)
	case "shift+tab", "left":
		return t.stepSelecting(back)
	case "up":
		if t.at == 0 {
			return Pass
		}
		return t.stepSelecting(rowUp)
	case "down":
		if t.at >= t.count()-1 {
			return Next
		}
		return t.stepSelecting(rowDown)
	case "ctrl+n", "ctrl+x":
		return t.rowKey(k)
	default:
		return t.typeOver(msg)
	}
	return Stay
}

// typeOver begins to edit the selected cell with what is typed, in place of what
// stands there; a digit chooses in a choice.
func (t *Table) typeOver(msg tea.KeyPressMsg) KeyResult {
	switch {
	case msg.Text == "" || t.cols[t.col].Kind != flows.KindField:
		return Pass
	case t.takesText():
		empty := ""
		t.edited(&empty)
		return t.editorKey(msg)
	}
	if _, err := strconv.Atoi(msg.Text); err != nil {
		return Pass
	}
	if t.openEditor(); t.edit == nil {
		return Pass
	}
	return t.editorKey(msg)
}

// takesText reports whether text can be typed into the selected cell.
func (t *Table) takesText() bool {
	if len(t.cols) == 0 || t.count() == 0 || !t.canAnswer(t.row(t.at), t.col) {
		return false
	}
	f := t.cols[t.col].Field
	return f != nil && f.Type != flows.TypeChoice && f.Type != flows.TypeChoices
}

func (t *Table) rowKey(k string) KeyResult {
	t.keep()
	t.edit = nil
	if k == "ctrl+n" {
		if t.Full() || t.newRow >= 0 {
			return Stay
		}
		t.addNewRow(min(t.at+1, len(t.rows)))
		return Stay
	}
	if t.newRow == t.at {
		for i := range t.cols {
			delete(t.drafts, [2]string{"", t.cols[i].ID})
		}
		from := t.at
		t.dropNewRow()
		t.at = max(from-1, 0) // the row below which it was made
		return Stay
	}
	t.requested = Edit{Kind: RemoveRow, Row: t.rowID(t.at)}
	t.pending = stay
	return WantsEdit
}

func (t *Table) isTask() bool { return t.cols[t.col].Kind == flows.KindTask }

func (t *Table) tick(m move, off bool) KeyResult {
	done, _ := t.value(t.at, t.col).(bool)
	if t.row(t.at) == nil || done && !off {
		return t.stepSelecting(m)
	}
	t.requested = Edit{Kind: TickCell, Row: t.rowID(t.at), Column: t.cols[t.col].ID}
	if done {
		t.requested.Kind = UntickCell
	}
	t.pending = m
	return WantsEdit
}

// openEditor opens the editor of the selected cell, on what is typed there or
// stands there.
func (t *Table) openEditor() {
	if s, ok := t.drafts[t.key()]; ok {
		t.edited(&s)
		return
	}
	t.edited(nil)
}

// edited opens the editor on a text; nil: on the cell's value.
func (t *Table) edited(typed *string) {
	it := &t.cols[t.col]
	if it.Kind != flows.KindField || !t.canAnswer(t.row(t.at), t.col) {
		return
	}
	t.edit = t.kit.For(it.Field, t.value(t.at, t.col), typed)
	if c, ok := t.edit.(*choice); ok {
		c.flat = true
	}
	t.edit.SetSize(t.editorWidth(), 2)
	t.edit.Focus()
}

func (t *Table) key() [2]string { return [2]string{t.rowID(t.at), t.cols[t.col].ID} }

// keep keeps the text typed in the cell for later; forget drops it.
func (t *Table) keep() {
	if t.edit == nil {
		return
	}
	if s, ok := Draft(t.edit); ok && s != Format(t.value(t.at, t.col)) {
		t.drafts[t.key()] = s
	}
}

func (t *Table) forget() { delete(t.drafts, t.key()) }

// Typed is the text typed in the focused cell and not submitted.
func (t *Table) Typed() (s string, ok bool) {
	if t.edit == nil || !t.hasDraft() {
		return "", false
	}
	return Draft(t.edit)
}

// Restore puts unsubmitted input from an earlier time into a cell.
func (t *Table) Restore(row, column, s string) { t.drafts[[2]string{row, column}] = s }

// requestChange asks for the cell's new value, or only moves if nothing
// changed.
func (t *Table) requestChange(m move) KeyResult {
	v := t.edit.Value()
	if Same(v, t.value(t.at, t.col)) {
		t.forget()
		t.edit = nil
		return t.stepEditing(m)
	}
	t.requested = Edit{Row: t.rowID(t.at), Column: t.cols[t.col].ID, Value: v}
	if t.row(t.at) == nil && t.at > 0 {
		t.requested.After = t.rowID(t.at - 1)
	}
	if t.at >= len(t.rows) {
		t.requested.After = ""
	}
	t.pending = m
	return WantsEdit
}
