package run

import (
	"slices"
	"time"

	"lotse/flows"
)

// filledDefault is a default that is made of answers: nil as long as one of them
// cannot be read, or where what they make is no good answer.
func (m *evaluation) filledDefault(it *flows.Item, names []string) flows.Value {
	asItIsKept := flows.Passage{Use: flows.UseInput}
	for _, name := range names {
		if m.answerFor(asItIsKept, name) == "" {
			return nil
		}
	}
	text := flows.Fill(flows.Format(it.Field.Default), func(name string) string { return m.answerFor(asItIsKept, name) })
	v, problems := it.Read(text, time.Time{})
	if slices.ContainsFunc(problems, func(p flows.Problem) bool { return p.Level == flows.Must }) {
		return nil
	}
	return v
}

// follows reports whether what stands at a place follows other answers: it is a
// default that is made of them.
func (m *evaluation) follows(at place) bool {
	if at.item < 0 {
		return false
	}
	it := m.plan.item(at)
	return it.Field != nil && it.Field.DefaultNames() != nil && !m.answers[it.ID].given()
}
