package run

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// Attach attaches a kept file to a step, or to any item of it, whatever its
// state. Nothing rests on what is attached: a completed step stays completed. The
// same content at the same place is one attachment; a new note replaces the old.
type Attach struct {
	At   flows.Address // of a step, or of an item of any kind
	File File
	Note string
}

func (Attach) command() {}

// Attached attaches a file to an item, or to the event's step.
type Attached struct {
	Item string `json:"item"` // "step.item", or the step's id
	File File   `json:"file"`
	Note string `json:"note,omitempty"`
}

// Attachment is a file that was attached to a step or an item.
type Attachment struct {
	File File
	Note string
	At   time.Time
	By   string
}

// decideAttach decides an attachment.
func (s *state) decideAttach(c Attach) ([]decision, error) {
	at, err := s.anywhere(c.At)
	if err != nil {
		return nil, err
	}
	if err := checkNoteLimit(c.Note); err != nil {
		return nil, err
	}
	if c.File.Size > flows.MaxEvidence {
		return nil, flows.Refuse(flows.ErrLimit, s.plan.address(at), "refuse.attach_large", "file", c.File.Name, "limit", flows.MaxEvidence>>20)
	}
	d := &Attached{Item: s.plan.name(at), File: c.File, Note: flows.Clean(strings.TrimSpace(c.Note))}
	d.File.Name = flows.CleanLine(d.File.Name)
	if i := s.attachedAt(d); i >= 0 && (d.Note == "" || s.attached[d.Item][i].Note == d.Note) {
		return nil, nil
	}
	return s.itemDecision(EventAttached, at, d), nil
}

// anywhere finds a step, or an item of any kind, by its address.
func (s *state) anywhere(a flows.Address) (place, error) {
	if a.Item == "" {
		i, err := s.findStep(a.Step)
		return place{step: i, item: -1}, err
	}
	at, ok := s.plan.find(a)
	if !ok {
		return place{}, s.plan.unknown(a)
	}
	return at, s.requireRow(at)
}

// attachedAt is the position of the same content among what is attached at the
// same place; -1 where it is not.
func (s *state) attachedAt(d *Attached) int {
	return slices.IndexFunc(s.attached[d.Item], func(a Attachment) bool { return a.File.Sum == d.File.Sum })
}

// foldAttached adds an attachment. Undo takes it back, in a completed step too:
// see inverse.attached.
func (s *state) foldAttached(e *Event, d *Attached) {
	at, ok := s.anyPlace(d.Item)
	if !ok {
		return
	}
	old := s.attached[d.Item]
	now := Attachment{File: d.File, Note: d.Note, At: e.At, By: e.By}
	if i := s.attachedAt(d); i >= 0 {
		s.attached[d.Item] = slices.Clone(old)
		s.attached[d.Item][i] = now
	} else {
		s.attached[d.Item] = append(old[:len(old):len(old)], now)
	}
	s.undos = append(s.undos, inverse{seq: e.Seq, at: at, attached: true, revert: func(s *state) { s.attached[d.Item] = old }})
}

// anyPlace is the place of a step, or of an item, by the name that events have.
func (s *state) anyPlace(name string) (place, bool) {
	if i, ok := s.plan.steps[name]; ok {
		return place{step: i, item: -1}, true
	}
	at, ok := s.plan.at(name)
	return at, ok
}

// Attached finds what is attached at an address; nil where nothing is.
func (v *View) Attached(a flows.Address) []Attachment {
	sv := v.Step(a.Step)
	switch {
	case sv == nil:
		return nil
	case a.Item == "":
		return sv.Attachments
	}
	if iv := sv.Item(a.Item); iv != nil {
		return iv.Attachments
	}
	return nil
}

// FilesAt are the files at the address of a step or an item, each content once:
// what comes with the procedure, the answer of a file field, the evidence of a task,
// and what is attached.
// The report of a check is none of a person's. The size of an answer's file is not
// known: -1.
func (v *View) FilesAt(a flows.Address) []File {
	var all []File
	switch sv := v.Step(a.Step); {
	case sv != nil && a.Item != "":
		all = sv.Item(a.Item).ownFiles()
	case sv != nil:
		all = sv.enclosed()
	}
	for _, at := range v.Attached(a) {
		all = append(all, at.File)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(f File) bool {
		again := seen[f.Sum]
		seen[f.Sum] = true
		return again
	})
}

// enclosedFile is a file that comes with the procedure.
func enclosedFile(e *flows.Enclosure) File {
	return File{Name: e.File, Sum: e.Sum, Size: int64(len(e.Data))}
}

// enclosed are the files on the page of a step that come with the procedure,
// without those that are internal.
func (sv *StepView) enclosed() []File {
	var all []File
	for i := range sv.Items {
		if it := sv.Items[i].Item; it.Attach != nil && !it.Internal && sv.Items[i].State == Applies {
			all = append(all, enclosedFile(it.Attach))
		}
	}
	return all
}

// Enclosure is the file with a SHA-256 that comes with the procedure, in the
// language of the view; nil where none has it. It is in no EvidenceStore.
func (v *View) Enclosure(sum string) *flows.Enclosure {
	for i := range v.Steps {
		for k := range v.Steps[i].Items {
			if e := v.Steps[i].Items[k].Item.Attach; e != nil && e.Sum == sum {
				return e
			}
		}
	}
	return nil
}

// ownFiles are the files of an item, apart from what is attached.
func (it *ItemView) ownFiles() []File {
	if it == nil {
		return nil
	}
	all := slices.Clone(it.Evidence)
	if e := it.Item.Attach; e != nil {
		all = append(all, enclosedFile(e))
	}
	if text, isText := it.Value.(string); isText && it.Item.Field != nil && it.Item.Field.Type == flows.TypeFile {
		if sum, name, ok := flows.KeptFile(text); ok {
			all = append(all, File{Name: name, Sum: sum, Size: -1})
		}
	}
	return all
}
