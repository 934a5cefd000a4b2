package library_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/library"
)

// secondVersion is what changes from version 1 of teccom-import to version 2: a step
// and a field get another id, a step goes, a new one comes, and of what stays a
// question, options, a rule, a condition and a text change.
var secondVersion = []struct{ file, old, new string }{
	// renamed
	{itself, "- id: overview\n", "- id: listed\n"},
	{itself, "task: all_listed\n", "task: listed_all\n"},
	{administrators, "overview", "listed"},
	{itself, "needs: [credentials, overview, leaving]", "needs: [credentials, listed, leaving]"},
	{itself, "uses_connect5", "has_connect5"},
	{itself, "readback_code", "code_read"},
	// changed
	{itself, "label: Failure mails to\n", "label: Who gets failure mails?\n"},
	{itself, "options: {yes: \"Yes, Connect 5 is in use\", no: \"No\"}", "options: {yes: \"Yes, Connect 5 is in use\", no: \"No\", planned: It is planned}"},
	{itself, "with: {address: [organisations.notify]}\n        level: warn\n", "with: {address: [organisations.notify]}\n        level: tell\n"},
	{itself, "when: any(organisations, given(.notify))", "when: any(organisations, .sending == \"enabled\" && given(.notify))"},
	{itself, "say: Does the list on the tab Organization show every organisation that we have added?", "say: Does the list show every organisation?"},
	// new
	{itself, "  - id: finish\n", "  - id: hotline\n    title: Whom to call\n    say: Whom do we call when an import fails?\n    facts: [TI-13]\n    items:\n      - field: hotline\n        type: text\n        label: Who is called when an import fails?\n        required: true\n\n  - id: finish\n"},
	{itself, "version: 1\n", "version: 2\nrenamed: {overview: listed, uses_connect5: has_connect5, readback_code: code_read, overview.all_listed: listed.listed_all}\n"},
}

// versions are the shipped teccom-import and its second version.
func versions(t testing.TB) (first, second *flows.Procedure) {
	t.Helper()
	return version(t, nil), version(t, second2(t))
}

func second2(t testing.TB) fstest.MapFS {
	t.Helper()
	files := shipped(t)
	for _, c := range secondVersion {
		change(t, files, c.file, c.old, c.new)
	}
	drop(t, files, "  - id: buyer-grouping\n", "  - id: listed\n")
	return files
}

// version loads a teccom-import; nil is the shipped one.
func version(t testing.TB, files fstest.MapFS) *flows.Procedure {
	t.Helper()
	if files == nil {
		files = shipped(t)
	}
	if faults := flows.Lint(files, broken, specs()); len(faults) > 0 {
		t.Fatal(flows.Faults(faults))
	}
	p, err := flows.Open(files, specs()).Procedure(broken)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// shipped are the files of teccom-import, without its translations.
func shipped(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{itself, client, administrators} {
		data, err := fs.ReadFile(library.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func change(t testing.TB, files fstest.MapFS, name, old, changed string) {
	t.Helper()
	text := string(files[name].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q to change", name, old)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, old, changed))}
}

// drop removes what stands between two places of the procedure.
func drop(t testing.TB, files fstest.MapFS, from, to string) {
	t.Helper()
	text := string(files[itself].Data)
	i, k := strings.Index(text, from), strings.Index(text, to)
	if i < 0 || k < i {
		t.Fatalf("nothing between %q and %q", from, to)
	}
	files[itself] = &fstest.MapFile{Data: []byte(text[:i] + text[k:])}
}

// TestCompareNamesEveryDifference compares the two versions, there and back.
func TestCompareNamesEveryDifference(t *testing.T) {
	first, second := versions(t)
	there := []string{
		"applies.has_connect5<applies.uses_connect5 [options]",
		"organisations.organisations<organisations.organisations [columns text]",
		"organisations.notify_domains<organisations.notify_domains [condition check]",
		"organisations.code_read<organisations.readback_code []",
		"buyer-grouping is gone",
		"listed<overview [text]",
		"listed.listed_all<overview.all_listed []",
		"listed.who-edits<overview.who-edits []",
		"listed.later<overview.later []",
		"hotline is new",
	}
	back := []string{
		"applies.uses_connect5<applies.has_connect5 [options]",
		"organisations.organisations<organisations.organisations [columns text]",
		"organisations.notify_domains<organisations.notify_domains [condition check]",
		"organisations.readback_code<organisations.code_read []",
		"buyer-grouping is new",
		"overview<listed [text]",
		"overview.all_listed<listed.listed_all []",
		"overview.who-edits<listed.who-edits []",
		"overview.later<listed.later []",
		"hotline is gone",
	}
	if got := differences(flows.Compare(first, second)); !slices.Equal(got, there) {
		t.Errorf("there:\n%s", strings.Join(got, "\n"))
	}
	if got := differences(flows.Compare(second, first)); !slices.Equal(got, back) {
		t.Errorf("back:\n%s", strings.Join(got, "\n"))
	}
	if got := differences(flows.Compare(first, first)); len(got) > 0 || !flows.Compare(first, first).Same() {
		t.Errorf("a version differs from itself: %v", got)
	}
}

// differences writes what differs, a line each.
func differences(c *flows.Comparison) (all []string) {
	for _, s := range c.Steps {
		switch {
		case s.Old == nil:
			all = append(all, s.New.ID+" is new")
		case s.New == nil:
			all = append(all, s.Old.ID+" is gone")
		case s.Renamed() || len(s.Aspects) > 0:
			all = append(all, fmt.Sprintf("%s<%s %v", s.New.ID, s.Old.ID, s.Aspects))
		}
		if s.Old == nil || s.New == nil {
			continue
		}
		for _, p := range s.Items {
			switch {
			case p.Old == nil:
				all = append(all, p.NewAt.String()+" is new")
			case p.New == nil:
				all = append(all, p.OldAt.String()+" is gone")
			case p.Renamed() || len(p.Aspects) > 0:
				all = append(all, fmt.Sprintf("%s<%s %v", p.NewAt, p.OldAt, p.Aspects))
			}
		}
	}
	return all
}
