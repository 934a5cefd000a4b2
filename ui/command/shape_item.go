package command

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// itemShape is what all items have.
type itemShape struct {
	ID          string            `json:"id"`
	Kind        flows.Kind        `json:"kind"`
	Type        flows.Type        `json:"type"`
	State       run.ItemState     `json:"state"`
	Fingerprint string            `json:"fingerprint"`
	Done        bool              `json:"done"`
	Status      string            `json:"status"`
	Attachments []attachmentShape `json:"attachments"`
	NotWorked   *notWorkedShape   `json:"not_worked"`

	Rows     []rowShape     `json:"rows"`
	Problems []problemShape `json:"problems"`

	Of  string `json:"of,omitempty"`
	Row string `json:"row,omitempty"`
}

// plainItem is an item whose value can be shown.
type plainItem struct {
	itemShape
	Value    flows.Value     `json:"value"`
	Lacks    []string        `json:"lacks,omitempty"`
	Each     []eachShape     `json:"each,omitempty"`
	File     *enclosureShape `json:"file,omitempty"`
	ReadBack *readBackShape  `json:"read_back,omitempty"`
	Wait     *waitShape      `json:"wait,omitempty"`
}

// eachShape is an item as it is there for one row of a list.
type eachShape struct {
	Row   string  `json:"row"`
	Label string  `json:"label"`
	Value *string `json:"value"`
}

func eachOf(each []run.EachView) []eachShape {
	var all []eachShape
	for i := range each {
		s := eachShape{Row: each[i].Row, Label: each[i].Label}
		if each[i].Missing.IsZero() {
			s.Value = &each[i].Text
		}
		all = append(all, s)
	}
	return all
}

// waitShape is a wait that is open: when it began, when to look at it again, and
// what to try when.
type waitShape struct {
	Since *string    `json:"since"`
	Due   *string    `json:"due"`
	Tries []tryShape `json:"tries"`
}

type tryShape struct {
	At  string `json:"at"`
	Try string `json:"try"`
}

// secretItem is a secret field: whether one is there.
type secretItem struct {
	itemShape
	Set      bool           `json:"set"`
	Keepers  *keepersShape  `json:"keepers,omitempty"`
	Rotation *rotationShape `json:"rotation,omitempty"`
}

// keepersShape says who sealed a secret of a team, "" for oneself, for whom else, and
// whether it opens for whoever asks.
type keepersShape struct {
	By    string   `json:"by"`
	For   []string `json:"for"`
	Opens bool     `json:"opens"`
}

// keepersOf are who can open a secret; nil where that is only whoever asks.
func keepersOf(k run.Keepers) *keepersShape {
	if m := k.Message(); m.IsZero() {
		return nil
	}
	return &keepersShape{k.By, list(k.For), k.Opens()}
}

type rowShape struct {
	Row      string                   `json:"row"`
	Values   map[string]flows.Value   `json:"values"`
	Problems []problemShape           `json:"problems"`
	ReadBack map[string]readBackShape `json:"read_back,omitempty"`
}

type problemShape struct {
	ID       string      `json:"id"`
	Level    flows.Level `json:"level"`
	Code     string      `json:"code"`
	Text     string      `json:"text"`
	Accepted *string     `json:"accepted"`
	Left     bool        `json:"left"`
	Accept   *string     `json:"accept"`
}

func itemOf(lang string, v *run.ItemView) any {
	s := itemShape{
		ID: v.Item.ID, Kind: v.Item.Kind, State: v.State, Fingerprint: v.Fingerprint,
		Done: v.Done, Status: v.Status, Rows: []rowShape{}, Problems: problemsOf(lang, v.Problems), Attachments: attachmentsOf(v.Attachments), NotWorked: notWorkedOf(v.NotWorked),
		Of: v.Of, Row: v.Row,
	}
	for _, r := range v.Rows {
		values := r.Values
		if values == nil {
			values = map[string]flows.Value{}
		}
		s.Rows = append(s.Rows, rowShape{Row: r.Row, Values: values, Problems: problemsOf(lang, r.Problems), ReadBack: readBacksOf(r.ReadBacks)})
	}
	if v.Item.Holds() == nil {
		return withAction(plainItem{itemShape: s, Wait: waitOf(v.Wait), Each: eachOf(v.Each), File: enclosureOf(v.Item.Attach)}, v)
	}
	s.Type = v.Item.Holds().Type
	if s.Type == flows.TypeSecret {
		return secretItem{itemShape: s, Set: v.Set, Keepers: keepersOf(v.Keepers), Rotation: rotationOf(v.Rotation)}
	}
	return plainItem{itemShape: s, Value: v.Value, Lacks: v.Lacks, ReadBack: readBackOf(v.ReadBack)}
}

// waitOf is an open wait; nil for none.
func waitOf(w *run.WaitView) *waitShape {
	if w == nil {
		return nil
	}
	s := &waitShape{Since: stampOf(w.Since), Due: stampOf(w.Due), Tries: []tryShape{}}
	for _, r := range w.Rungs {
		s.Tries = append(s.Tries, tryShape{stamp(r.At), flows.Clean(r.Try)})
	}
	return s
}

func problemsOf(lang string, problems []run.ProblemView) []problemShape {
	all := []problemShape{}
	for _, p := range problems {
		shape := problemShape{ID: p.ID, Level: p.Level, Code: p.Code, Text: words.Say(lang, p.Message), Accepted: p.Accepted, Left: p.Left}
		if p.MustAccept {
			shape.Accept = acceptOf(flows.AcceptRequired)
		}
		all = append(all, shape)
	}
	return all
}
