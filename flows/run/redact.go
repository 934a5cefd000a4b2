package run

import (
	"encoding/json"
	"slices"
	"strings"
)

// carrier is what an event's data must have to carry an item's answer. A
// check's result carries the answers that it worked on.
type carrier struct {
	Item   string `json:"item"`
	Secret string `json:"secret"`
	Result struct {
		Inputs map[string]string `json:"inputs"`
	} `json:"result"`
}

// of reports whether it carries an answer of the item.
func (c *carrier) of(name string) bool {
	if c.Item == name {
		return true
	}
	for input := range c.Result.Inputs {
		if input == name || strings.HasPrefix(input, name+"[") || strings.HasPrefix(input, name+".") {
			return true
		}
	}
	return false
}

// carries names the kinds whose data holds what a person gave.
var carries = map[EventKind]bool{
	EventAnswered: true, EventSecretSet: true, EventCell: true,
	EventRowsReplaced: true, EventTicked: true, EventChecked: true, EventMapped: true,
}

// carriers finds the events that carry an item's answer, and the secrets that
// they name.
func (s *Session) carriers(name string) (seqs []int64, secrets []string) {
	for i := range s.events {
		e := &s.events[i]
		if !carries[e.Kind] || e.Data == nil {
			continue
		}
		var c carrier
		if json.Unmarshal(e.Data, &c) != nil || !c.of(name) {
			continue
		}
		seqs = append(seqs, e.Seq)
		if c.Secret != "" {
			secrets = append(secrets, c.Secret)
		}
	}
	return seqs, secrets
}

// erasedBefore are the events whose data an earlier erasure of the item took.
func (s *Session) erasedBefore(name string) []int64 {
	var seqs []int64
	for i := range s.events {
		var d Erased
		if e := &s.events[i]; e.Kind == EventErased && json.Unmarshal(e.Data, &d) == nil && d.Item == name {
			seqs = append(seqs, d.Seqs...)
		}
	}
	slices.Sort(seqs)
	return slices.Compact(seqs)
}
