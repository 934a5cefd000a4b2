package flows

import (
	"strconv"
	"strings"
)

// http proves the request of a check at a turn: its secrets and what its findings
// are about stand before, and its conditions read an answer.
func (k *linker) http(path string, it *Item, own int) {
	if it.Check == nil || it.Check.Request == nil {
		return
	}
	r := it.Check.Request
	for _, h := range r.Headers {
		at := k.placeAt(path + ".request.headers." + h.Name)
		if h.Basic {
			at = k.placeAt(path + ".request.basic.password")
		}
		if h.Secret == "" {
			continue
		}
		if f := k.before(at, h.Secret, own); f != nil && f.Type != TypeSecret {
			k.fault(at, "lint.http_no_secret", "name", h.Secret)
		}
	}
	k.answerCond(r.Expect, path+".expect")
	for i := range r.Found {
		at := path + ".found." + strconv.Itoa(i)
		k.answerCond(r.Found[i].When, at+".when")
		if r.Found[i].Of != "" {
			k.before(k.placeAt(at+".of"), r.Found[i].Of, own)
		}
	}
}

// before is a field that stands before a turn; nil, and a fault, where there is
// none.
func (k *linker) before(at FilePlace, id string, own int) *Field {
	it, turn := k.known.items[id], k.turns[Ref{RefField, id}]
	switch {
	case it == nil || it.Field == nil || turn == 0:
		k.fault(at, "lint.no_field", "field", Short(id), "hint", nearest(id, k.fieldIDs()))
		return nil
	case turn >= own:
		k.fault(at, "lint.later", "name", id)
		return nil
	}
	return it.Field
}

// answerCond compiles a condition over an answer.
func (k *linker) answerCond(c *Cond, path string) {
	if c == nil {
		return
	}
	e := k.elements[path]
	if e == nil {
		e = &Element{FilePlace: k.placeAt(path)}
	}
	compiled, made, bad := compileNames(c.Source, func(name string) bool {
		return name == "status" || strings.HasPrefix(name, "json.") && len(name) > len("json.")
	})
	if k.proven(e, c.Source, made, bad) {
		*c = *compiled
	}
}
