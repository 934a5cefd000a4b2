package run

import (
	"maps"
	"reflect"

	"lotse/flows"
)

// pending is a command whose events were not acknowledged, with the version that it
// was decided by.
type pending struct {
	queued
	by *flows.Procedure
}

// pendings are the commands that a Reload decides again. They name what they are about
// as the version had it that was the run's when they were given.
func (s *Session) pendings() []pending {
	var all []pending
	for _, q := range s.queue {
		all = append(all, pending{q, s.state.procedureAt(s.events[q.first].Seq)})
	}
	return all
}

// commandIn is the command by the names of a version. What has no place there keeps its
// name, and is refused by it.
func (p pending) commandIn(now *flows.Procedure) Command {
	if p.by.Digest == now.Digest {
		return p.command
	}
	return renamed(p.command, flows.Compare(p.by, now))
}

// renamed is a command by the names of the new version. Every command names places in
// the same three ways: by addresses, by a step's id, and by the columns of its list.
func renamed(c Command, pairs *flows.Comparison) Command {
	if t, is := c.(Take); is {
		t.Command = renamed(t.Command, pairs)
		return t
	}
	v := reflect.New(reflect.TypeOf(c)).Elem()
	v.Set(reflect.ValueOf(c))
	var list flows.Address
	for i := range v.NumField() {
		switch f := v.Field(i).Interface().(type) {
		case flows.Address:
			list = f
			now, _ := pairs.Address(f)
			v.Field(i).Set(reflect.ValueOf(now))
		case map[string]flows.Value:
			v.Field(i).Set(reflect.ValueOf(renamedColumns(f, list, pairs)))
		case []map[string]flows.Value:
			rows := make([]map[string]flows.Value, len(f))
			for k := range f {
				rows[k] = renamedColumns(f[k], list, pairs)
			}
			v.Field(i).Set(reflect.ValueOf(rows))
		}
	}
	if step := v.FieldByName("Step"); step.IsValid() {
		now, _ := pairs.Address(flows.AtStep(step.String()))
		step.SetString(now.Step)
	}
	return v.Interface().(Command)
}

// renamedColumns are the cells of a row of the list at an address.
func renamedColumns(cells map[string]flows.Value, list flows.Address, pairs *flows.Comparison) map[string]flows.Value {
	now := maps.Clone(cells)
	clear(now)
	for column, v := range cells {
		at, _ := pairs.Address(list.In("", column))
		now[at.Column] = v
	}
	return now
}
