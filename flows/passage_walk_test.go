package flows

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// noTexts are the fields of strings that are no text of the walk, and why.
var noTexts = map[string]string{
	"Procedure.ID": "id", "Procedure.Lang": "language", "Procedure.Languages": "language", "Procedure.Digest": "digest",
	"Provenance.Pack":    "where it was taken from",
	"Provenance.Version": "where it was taken from",
	"Provenance.Digest":  "where it was taken from",
	"Provenance.Path":    "where it was taken from",
	"Procedure.Systems":  "proper names", "Procedure.Facts": "ids of the document",
	"Source.Document": "name of a file", "Source.Read": "date",
	"Rename.Old": "id", "Rename.New": "id",
	"Step.ID": "id", "Step.Needs": "ids", "Step.Actor": "word of the language", "Step.Facts": "ids of the document",
	"Branch.Letter": "letter",
	"Step.System":   "proper name", "Page.Address": "address", "Page.From": "word of the language", "Page.Source": "citation",
	"Item.ID": "id", "Item.Each": "id", "Item.Kind": "word of the language", "Item.Facts": "ids of the document",
	"Copy.Of": "id", "Field.Type": "word of the language", "Field.Default": "an answer; one that names others is in the walk",
	"Unique.Column": "id", "Unique.Level": "word of the language", "Task.Evidence": "word of the language",
	"Check.Run": "name of a check", "Check.With": "ids", "Check.Level": "word of the language",
	"HTTPRequest.Method": "word of the language", "HTTPHeader.Name": "name of a header", "HTTPHeader.Secret": "id",
	"HTTPFinding.Code": "code", "HTTPFinding.Of": "id", "HTTPFault.Name": "name of a fault",
	"Finding.Level": "word of the language", "Finding.Accept": "word of the language", "Origin.From": "word of the language",
	"Draft.Template": "name of a template", "TemplateSpec.Name": "name of a letter", "TemplateSpec.Inputs": "ids", "TemplateSpec.Asks": "ids", "Letter.Names": "ids", "Letter.Cells": "ids", "Letter.Blanks": "ids",
	"Enclosure.File": "name of a file; a translation is a file of its own", "Enclosure.Type": "word of the language", "Enclosure.Sum": "digest",
	"Draft.To": "id", "Wait.Then": "id", "Relative.Of": "id",
	"Action.Run": "name of an action", "Action.Of": "id", "End.Outcome": "word on record",
	"Rule.Name": "name of a rule", "Rule.Args": "values that a rule takes, and proves", "Rule.Code": "code", "Rule.Level": "word of the language", "Rule.Accept": "word of the language",
	"Cond.Source": "condition", "Expr.Source": "expression, the same in every language", "Expr.Type": "word of the language",
}

// sample is a procedure in which every field of strings has a text of its own:
// one item of each kind, and a list with a column.
func sample(t *testing.T) *Procedure {
	t.Helper()
	n := 0
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			n++
			v.SetString(fmt.Sprintf("text %d", n))
		case reflect.Interface:
			v.Set(reflect.ValueOf("an answer"))
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0))
		case reflect.Map:
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key)
			fill(value)
			v.Set(reflect.MakeMap(v.Type()))
			v.SetMapIndex(key, value)
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if kindOf(f.Name) != "" && v.Type() == reflect.TypeFor[Item]() || f.Type == reflect.TypeFor[[]Item]() || !f.IsExported() {
					continue // items are made one by one
				}
				fill(v.Field(i))
			}
		}
	}
	p := &Procedure{}
	fill(reflect.ValueOf(p).Elem())
	for _, kind := range kinds {
		it := Item{}
		fill(reflect.ValueOf(&it).Elem())
		it.Kind = kind
		field := reflect.ValueOf(&it).Elem().FieldByNameFunc(func(name string) bool { return kindOf(name) == kind })
		fill(field)
		if kind == KindList {
			it.List.Columns = []Item{p.Steps[0].Items[2]}
		}
		p.Steps[0].Items = append(p.Steps[0].Items, it)
	}
	return p
}

// kindOf is the kind whose part a field of Item is.
func kindOf(field string) Kind {
	if kind := Kind(strings.ToLower(field)); slices.Contains(kinds, kind) {
		return kind
	}
	return ""
}

// stringsOf lists what all fields of strings hold, by type and field.
func stringsOf(v reflect.Value, name string, found map[string][]string) {
	switch v.Kind() {
	case reflect.String:
		found[name] = append(found[name], v.String())
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			stringsOf(v.Elem(), name, found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			stringsOf(v.Index(i), name, found)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			stringsOf(v.MapIndex(key), name, found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				stringsOf(v.Field(i), v.Type().Name()+"."+f.Name, found)
			}
		}
	}
}

// No text can be forgotten: a field of strings is in the walk, or on the list
// with the reason.
func TestEveryTextIsInTheWalk(t *testing.T) {
	p := sample(t)
	before, after := map[string][]string{}, map[string][]string{}
	stringsOf(reflect.ValueOf(p).Elem(), "", before)
	if len(before["Item.Label"]) != len(kinds)+1 || len(before["Check.Const"]) != 1 || len(before) < 50 {
		t.Fatalf("the sample has not all there is: %d fields, %d labels", len(before), len(before["Item.Label"]))
	}
	paths := map[string]bool{}
	p.eachPassage(func(t Passage) { *t.Text = "walked"; paths[t.Path] = true })
	stringsOf(reflect.ValueOf(p).Elem(), "", after)
	for name, was := range before {
		walked := !slices.Equal(was, after[name])
		if walked && slices.ContainsFunc(after[name], func(s string) bool { return s != "walked" }) {
			t.Errorf("%s is in the walk here and there only: %q", name, after[name])
		}
		if reason := noTexts[name]; walked == (reason != "") {
			t.Errorf("%s: in the walk %t, and left out because %q", name, walked, reason)
		}
	}
	for name := range noTexts {
		if before[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
}
