package flows

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// aspects collects what differs.
type aspects []Aspect

func (a *aspects) add(differs bool, what Aspect) {
	if differs && !slices.Contains(*a, what) {
		*a = append(*a, what)
	}
}

// stepAspects is in what a step itself differs.
func (m *matcher) stepAspects(old, now *Step) []Aspect {
	var a aspects
	a.add(m.text(old.Title) != now.Title, AspectQuestion)
	needs := make([]string, len(old.Needs))
	for i, id := range old.Needs {
		needs[i] = m.steps[id]
	}
	a.add(m.cond(old.When) != source(now.When) || !slices.Equal(needs, now.Needs), AspectCondition)
	texts := func(s *Step) []string {
		all := []string{string(s.Actor), m.text(s.Say), m.text(s.See), s.Have, s.Who, s.System, s.Page.Address, s.Source}
		for _, b := range s.IfNot {
			all = append(all, b.Letter, m.text(b.Text))
		}
		return all
	}
	a.add(!slices.Equal(texts(old), texts(now)) || old.Minutes != now.Minutes || old.Internal != now.Internal, AspectText)
	return a
}

// compareItems finds in what an item differs.
func (m *matcher) compareItems(p *ItemPair) {
	old, now := p.Old, p.New
	a := aspects(p.Aspects)
	a.add(m.steps[p.OldAt.Step] != p.NewAt.Step, AspectPlace)
	a.add(m.text(old.Label) != now.Label, AspectQuestion)
	a.add(m.cond(old.When) != source(now.When), AspectCondition)
	a.add(m.text(old.Help) != now.Help || old.Internal != now.Internal || m.content(old) != contentNow(now), AspectText)
	m.compareRules(&a, old, now)
	switch old.Kind {
	case KindField:
		m.compareFields(&a, old.Field, now.Field)
	case KindList:
		m.compareLists(&a, p)
	case KindAttach:
		a.add(old.Attach.all() != now.Attach.all(), AspectFile)
	case KindTask:
		a.add(*old.Task != *now.Task, AspectRules)
	case KindCheck:
		a.add(!m.sameCheck(old.Check, now.Check), AspectCheck)
	case KindGate:
		a.add(!m.sameGate(old.Gate, now.Gate), AspectRules)
		a.add(m.text(old.Gate.Warning) != now.Gate.Warning, AspectText)
	case KindText, KindCopy, KindValue, KindDraft, KindWait, KindAction, KindEnd:
	}
	p.Aspects = a
}

// content is what an item without an answer says or does, by the names of the new
// version.
func (m *matcher) content(it *Item) string { return contentOf(it, m.text, m.id) }

// contentNow is content of an item of the new version.
func contentNow(it *Item) string {
	same := func(s string) string { return s }
	return contentOf(it, same, same)
}

func contentOf(it *Item, text, id func(string) string) string {
	var all []string
	switch it.Kind {
	case KindText:
		all = []string{text(it.Text.Body), truth(it.Text.Tell), truth(it.Text.Fold)}
	case KindCopy:
		all = []string{text(it.Copy.Value), id(it.Copy.Of), id(it.Each)}
	case KindDraft:
		all = []string{it.Draft.Template, id(it.Draft.To), id(it.Each)}
		if l := it.Draft.Letter; l != nil {
			for _, lang := range l.Languages() {
				all = append(all, lang, text(l.Text(lang)))
			}
		}
	case KindWait:
		w := it.Wait
		all = []string{text(w.For), text(w.Reason), w.Usual, text(w.Try), id(w.Then)}
		for _, r := range w.Ladder {
			all = append(all, Length(r.After), text(r.Try))
		}
		if w.Until != nil {
			all = append(all, id(w.Until.Of), w.Until.String())
		}
	case KindAction:
		all = []string{it.Action.Run, id(it.Action.Of), text(it.Action.Body)}
	case KindEnd:
		all = []string{it.End.Outcome, text(it.End.Reason)}
	case KindValue:
		all = []string{idsInCond().ReplaceAllStringFunc(it.Value.Is.Source, id), string(it.Holds().Type)}
	case KindField:
		all = []string{text(it.Field.Placeholder)}
	case KindList:
		all = []string{it.List.Row}
	case KindTask, KindCheck:
		all = []string{id(it.Each)}
	case KindAttach, KindGate:
	}
	return strings.Join(all, "\x00")
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// compareRules finds whether the rules differ, and whether only their sentences do.
func (m *matcher) compareRules(a *aspects, old, now *Item) {
	if len(old.Rules) != len(now.Rules) {
		a.add(true, AspectRules)
		return
	}
	for i := range old.Rules {
		r, s := old.Rules[i], now.Rules[i]
		same := r.Name == s.Name && maps.Equal(r.Args, s.Args) && m.cond(r.Require) == source(s.Require) && r.Level == s.Level && r.Accept == s.Accept
		a.add(!same, AspectRules)
		a.add(r.Code != s.Code, AspectRules)
		a.add(m.text(r.Text) != s.Text, AspectText)
	}
}

func (m *matcher) compareFields(a *aspects, old, now *Field) {
	a.add(old.Type != now.Type || old.Area != now.Area, AspectType)
	a.add(old.Required != now.Required || old.Once != now.Once || old.Large != now.Large || !reflect.DeepEqual(old.Default, now.Default), AspectRules)
	values := func(f *Field) (all []string) {
		for _, o := range f.Options {
			all = append(all, o.Value, o.Label)
		}
		return all
	}
	a.add(!slices.Equal(values(old), values(now)), AspectOptions)
}

// compareLists pairs the columns of a list, and finds in what it differs.
func (m *matcher) compareLists(a *aspects, p *ItemPair) {
	old, now := p.Old.List, p.New.List
	a.add(old.Min != now.Min || old.Max != now.Max || !m.sameUnique(old.Unique, now.Unique), AspectRules)
	taken := map[*Item]bool{}
	for i := range now.Columns {
		c := ItemPair{New: &now.Columns[i], NewAt: p.NewAt}
		c.NewAt.Column = c.New.ID
		if c.Old = m.oldColumn(p.Old, c.New); c.Old != nil {
			taken[c.Old] = true
			c.OldAt = p.OldAt
			c.OldAt.Column = c.Old.ID
			m.compareItems(&c)
		}
		a.add(c.Old == nil || c.LooksAgain(), AspectColumns)
		a.add(c.Old != nil && len(c.Aspects) > 0, AspectText)
		p.Columns = append(p.Columns, c)
	}
	for i := range old.Columns {
		if c := &old.Columns[i]; !taken[c] {
			at := p.OldAt
			at.Column = c.ID
			p.Columns = append(p.Columns, ItemPair{Old: c, OldAt: at})
			a.add(true, AspectText)
		}
	}
}

// oldColumn is the column of an old list that a new one was; nil where it is new.
func (m *matcher) oldColumn(list, now *Item) *Item {
	for i := range list.List.Columns {
		c := &list.List.Columns[i]
		if c.Kind == now.Kind && slices.Contains(m.names.of(c.ID), now.ID) {
			return c
		}
	}
	return nil
}

func (m *matcher) sameUnique(old, now []Unique) bool {
	return slices.EqualFunc(old, now, func(u, v Unique) bool {
		return m.id(u.Column) == v.Column && m.cond(u.When) == source(v.When) && u.Level == v.Level
	})
}

func (m *matcher) sameCheck(old, now *Check) bool {
	with := map[string][]string{}
	for param, ids := range old.With {
		for _, id := range ids {
			with[param] = append(with[param], m.id(id))
		}
	}
	return old.Run == now.Run && old.Level == now.Level && maps.EqualFunc(old.Const, now.Const, m.sameText) &&
		maps.EqualFunc(with, now.With, slices.Equal[[]string]) && maps.Equal(old.Findings, now.Findings) &&
		m.sameRequest(old.Request, now.Request)
}

func (m *matcher) sameText(old, now string) bool { return m.text(old) == now }

// sameRequest compares what http.json asks, and what it makes of the answer.
func (m *matcher) sameRequest(old, now *HTTPRequest) bool {
	if old == nil || now == nil {
		return old == now
	}
	sameHeader := func(g, h HTTPHeader) bool {
		return g.Name == h.Name && m.text(g.Text) == h.Text && m.id(g.Secret) == h.Secret && g.Basic == h.Basic
	}
	sameFound := func(f, g HTTPFinding) bool {
		return f.Code == g.Code && source(f.When) == source(g.When) && f.Text == g.Text && f.Cause == g.Cause && m.id(f.Of) == g.Of
	}
	return old.Method == now.Method && m.text(old.URL) == now.URL && old.Body == now.Body && source(old.Expect) == source(now.Expect) &&
		slices.EqualFunc(old.Headers, now.Headers, sameHeader) && slices.EqualFunc(old.Found, now.Found, sameFound)
}

func (m *matcher) sameGate(old, now *Gate) bool {
	return old.Word == now.Word && slices.EqualFunc(old.Requires, now.Requires, func(r, s Precondition) bool { return m.cond(r.Cond) == source(s.Cond) })
}

// source is a condition as it is written.
func source(c *Cond) string {
	if c == nil {
		return ""
	}
	return c.Source
}

var (
	idsInText = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{\s*\.?[a-z][a-z0-9_]*\s*\}\}`) })
	idsInCond = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)?`) })
)

// cond is a condition of the old version by the names of the new one.
func (m *matcher) cond(c *Cond) string { return idsInCond().ReplaceAllStringFunc(source(c), m.id) }

// text is a text of the old version that names answers, or columns of the row, by the
// names of the new one.
func (m *matcher) text(text string) string {
	return idsInText().ReplaceAllStringFunc(text, func(name string) string {
		id := strings.Trim(name, "{} ")
		return strings.Replace(name, id, m.id(id), 1)
	})
}

// id is the name of the new version for one of the old: a field, a list or a column
// by its id, or "step.item".
func (m *matcher) id(name string) string {
	if step, item, dotted := strings.Cut(name, "."); dotted {
		if s := m.old.Step(step); s != nil && s.Item(item) != nil {
			if now := m.taken[s.Item(item)]; now != nil {
				return m.at[now]
			}
		}
		return m.id(step) + "." + m.id(item)
	}
	for _, id := range m.names.of(name) {
		if _, data := m.new.index.data[id]; data {
			return id
		}
		if _, column := m.new.index.columns[id]; column {
			return id
		}
	}
	if step, stays := m.steps[name]; stays {
		return step
	}
	return name
}
