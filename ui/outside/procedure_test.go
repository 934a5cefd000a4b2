package outside_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/storage/storetest"
	"lotse/ui/outside"
)

const quay = "procedure: quay\nversion: 1\ntitle: Quay\nsummary: To the quay.\nsteps:\n  - id: moor\n    title: Moor\n    items:\n      - field: rope\n        type: text\n        label: Rope\n"

// shelf is a library with the procedure quay of its own, and a pack harbour with
// quay and one that has faults; a second pack cannot be read.
func shelf() *flows.Library {
	own := strings.ReplaceAll(quay, "title: Quay\n", "title: Own quay\n")
	lib := flows.Open(fstest.MapFS{"quay.yaml": {Data: []byte(own)}}, flows.Specs{})
	return lib.WithPacks(func(name string) []flows.Folder {
		all := []flows.Folder{
			{
				Provenance: flows.Provenance{Pack: "harbour", Version: "1.2.0", Digest: "ab"},
				FS: fstest.MapFS{
					"pack.yaml": {Data: []byte("name: harbour\n")}, "quay.yaml": {Data: []byte(quay)},
					"leaky.yaml": {Data: []byte(strings.ReplaceAll(quay, "quay", "leaky") + "colour: red\nsize: big\n")},
				},
			},
			{Provenance: flows.Provenance{Pack: "rusty"}, Err: flows.Refuse(flows.ErrDamaged, nil, "shelf.other_name", "folder", "rusty", "pack", "x")},
		}
		var some []flows.Folder
		for _, f := range all {
			if name == "" || name == f.Provenance.Pack {
				some = append(some, f)
			}
		}
		return some
	})
}

// write writes files into a new folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestAProcedureByEachOfItsNames: an id is the program's own, whatever lies in the
// working folder; a pack's is called with its pack; and what looks like a path is one.
func TestAProcedureByEachOfItsNames(t *testing.T) {
	dir := write(t, map[string]string{"quay.yaml": quay, "quay": "no procedure", "harbour/quay.yaml": quay})
	t.Chdir(dir)
	t.Setenv("HOME", filepath.Dir(dir))
	at := "~/" + filepath.Base(dir) + "/"
	for name, want := range map[string]flows.Provenance{
		"quay":                            {},
		"harbour/quay":                    {Pack: "harbour", Version: "1.2.0", Digest: "ab"},
		"./harbour/quay.yaml":             {Path: at + "harbour/quay.yaml"},
		"harbour/quay.yaml":               {Path: at + "harbour/quay.yaml"},
		"./harbour":                       {Path: at + "harbour/quay.yaml"},
		"./harbour/":                      {Path: at + "harbour/quay.yaml"},
		"quay.yaml":                       {Path: at + "quay.yaml"},
		".":                               {Path: at + "quay.yaml"},
		filepath.Join(dir, "quay.yaml"):   {Path: at + "quay.yaml"},
		at + "quay.yaml":                  {Path: at + "quay.yaml"},
		"../" + filepath.Base(dir) + "/.": {Path: at + "quay.yaml"},
	} {
		p, err := outside.Procedure(shelf(), name)
		if err != nil || p.ID != "quay" || p.Provenance != want {
			t.Errorf("%s: %+v, %v", name, p, err)
			continue
		}
		if own := p.Title == "Own quay"; own != want.IsZero() {
			t.Errorf("%s is %q", name, p.Title)
		}
		if p.Name() != want.Name("quay") {
			t.Errorf("%s is called %s", name, p.Name())
		}
	}
}

// TestWhatIsNoProcedure: each refusal has its kind and names the thing.
func TestWhatIsNoProcedure(t *testing.T) {
	dir := write(t, map[string]string{
		"two/a.yaml": quay, "two/b.yaml": quay, "none/readme.md": "", "quay.de.yaml": "of: quay\n", "My Quay.yaml": quay, "quay.txt": quay,
		"folder.yaml/readme": "", "odd/quay.yaml": quay + "colour: red\nsize: big\n",
	})
	t.Chdir(dir)
	for name, want := range map[string]struct {
		kind flows.RefusalKind
		says string
	}{
		"pier":             {flows.ErrNotFound, "pier"},
		"two":              {flows.ErrNotFound, "written ./two"},
		"harbour":          {flows.ErrNotFound, "harbour"},
		"harbour/pier":     {flows.ErrNotFound, "harbour/pier"},
		"harbour/pack":     {flows.ErrNotFound, "harbour/pack"},
		"harbour/../quay":  {flows.ErrNotFound, "harbour/../quay"},
		"two/a":            {flows.ErrNotFound, "two/a"},
		"none/readme.md":   {flows.ErrNotFound, "written ./none/readme.md"},
		"shed/quay":        {flows.ErrNotFound, "shed/quay"},
		"rusty/quay":       {flows.ErrDamaged, "rusty"},
		"harbour/leaky":    {flows.ErrFailed, "leaky.yaml, line 12, column 1"},
		"./pier.yaml":      {flows.ErrNotFound, "pier.yaml"},
		"./two":            {flows.ErrAmbiguous, "a, b"},
		"./none":           {flows.ErrNotFound, "none"},
		"./folder.yaml":    {flows.ErrNotFound, "folder.yaml"},
		"./quay.de.yaml":   {flows.ErrUsage, "quay.de.yaml"},
		"./quay.txt":       {flows.ErrUsage, "quay.txt"},
		"./My Quay.yaml":   {flows.ErrFailed, "My Quay.yaml"},
		"./odd":            {flows.ErrFailed, "quay.yaml, line 12, column 1"},
		"./two/\x1b[31m/x": {flows.ErrNotFound, "x"},
	} {
		p, err := outside.Procedure(shelf(), name)
		var r *flows.Refusal
		if p != nil || !errors.As(err, &r) || r.Kind != want.kind {
			t.Errorf("%q: %v, %v", name, p, err)
			continue
		}
		for _, lang := range words.Languages() {
			if says := words.Say(lang, r.Message); !strings.Contains(says, want.says) && lang == words.English || strings.Contains(says, "\x1b") || strings.Contains(says, "{") {
				t.Errorf("%q in %s: %s", name, lang, says)
			}
		}
	}
}

// TestEveryFaultIsTold: what is refused has all its faults as its cause, those that a
// run could do without among them; a translation that lacks something holds nothing up.
func TestEveryFaultIsTold(t *testing.T) {
	dir := write(t, map[string]string{
		"quay.yaml":    quay + "colour: red\n      - field: knot\n",
		"bare.yaml":    strings.ReplaceAll(strings.ReplaceAll(quay, "quay", "bare"), "summary: To the bare.\n", ""),
		"half.yaml":    strings.ReplaceAll(quay, "quay", "half"),
		"half.de.yaml": "of: half\nlanguage: de\ntexts: {}\n",
		"none.yaml":    strings.ReplaceAll(quay, "quay", "none"),
		"none.de.yaml": "of: some\nlanguage: de\ntexts: {}\n",
	})
	for name, most := range map[string]int{"quay.yaml": 9, "bare.yaml": 1, "half.yaml": 0, "none.yaml": 1} {
		_, err := outside.Procedure(shelf(), filepath.Join(dir, name))
		var faults flows.Faults
		if errors.As(err, &faults) != (most > 0) || len(faults) > most {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAllThatIsInstalled: what is broken is listed with what is wrong with it, and
// keeps nobody from the rest.
func TestAllThatIsInstalled(t *testing.T) {
	lib := shelf()
	broken := map[string]bool{}
	for _, e := range lib.Entries() {
		broken[e.Name] = e.Err != nil
		if (e.Procedure == nil) != (e.Err != nil) {
			t.Errorf("%s: %v, %v", e.Name, e.Procedure, e.Err)
		}
	}
	if want := map[string]bool{"quay": false, "harbour/quay": false, "harbour/leaky": true, "rusty": true}; len(broken) != len(want) {
		t.Errorf("%v", broken)
	} else {
		for name, is := range want {
			if broken[name] != is {
				t.Errorf("%s is broken: %v", name, broken[name])
			}
		}
	}
	offers, bad := outside.Offers(t.Context(), storetest.NewMemory(), lib.Entries(), "de")
	if len(offers) != 2 || len(bad) != 2 || offers[1].Name != "harbour/quay" || offers[1].Origin.Pack != "harbour" {
		t.Errorf("%v, %v", offers, bad)
	}
	if _, _, err := lib.Find("harbour/leaky"); err != nil {
		t.Errorf("it is there, whatever its faults: %v", err)
	}
}
