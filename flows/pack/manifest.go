package pack

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"lotse/flows"
)

// Manifest is the name of the file that says what a pack is.
const Manifest = flows.ManifestFile

// form bounds a manifest; a signature may nest somewhat deeper than the rest.
var form = flows.Form{Depth: 8, Keys: MaxFiles, Parts: MaxFiles}

// manifest is what pack.yaml says.
type manifest struct {
	name, version, least, licence string
	files                         []File // sizes are not in it; nil: it names none
	at                            map[string]flows.FilePlace
	text                          []byte
}

// key is a key of the manifest: whether it has to be there, what its text has to
// be, the code of the sentence where it is not, and an example of one that is.
type key struct {
	name    string
	must    bool
	fits    func(string) bool
	code    string
	example string
	into    func(*manifest) *string // nil: the key is no text
}

var keys = []key{
	{"name", true, flows.IsName, "pack.bad_pack_name", "partner-setup", func(m *manifest) *string { return &m.name }},
	{"version", true, version, "pack.bad_version", "1.0.0", func(m *manifest) *string { return &m.version }},
	{"lotse", true, version, "pack.bad_version", "1.0.0", func(m *manifest) *string { return &m.least }},
	{"licence", true, licence, "pack.bad_licence", "CC-BY-4.0", func(m *manifest) *string { return &m.licence }},
	{name: "files"},
	{name: "signatures"}, // kept as it is, for versions that know what to make of it
}

// The forms of what a manifest says.
var (
	version = pattern(`(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})`)
	licence = pattern(`[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*`)
	sha     = pattern(`[0-9a-f]{64}`)
)

// pattern compiles when it is first used: nothing heavy before main.
func pattern(source string) func(string) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\A(?:` + source + `)\z`) })
	return func(s string) bool { return len(s) <= 64 && compiled().MatchString(s) }
}

// readManifest reads pack.yaml.
func readManifest(text []byte) (*manifest, error) {
	root, faults, _ := flows.ReadDocument(Manifest, text, form)
	switch {
	case len(faults) > 0:
		f := faults[0]
		place := flows.FilePlace{File: f.File, Row: f.Line, Column: f.Column}
		return nil, refuseAt(place, "pack.manifest_faulty", "first", f.Message).Because(faults)
	case root == nil || root.Shape != flows.Mapping:
		return nil, refuse(Manifest, "pack.manifest_empty")
	}
	m := &manifest{text: text, at: map[string]flows.FilePlace{}}
	for _, p := range root.Pairs {
		if !slices.ContainsFunc(keys, func(k key) bool { return k.name == p.Key.Text }) {
			return nil, refuseAt(p.Key.FilePlace, "pack.no_key", "key", flows.Short(p.Key.Text), "keys", keyNames())
		}
	}
	for _, k := range keys {
		if err := k.read(root, m); err != nil {
			return nil, err
		}
	}
	if e := root.Get("files"); e != nil {
		return m, m.readFiles(e)
	}
	return m, nil
}

func keyNames() string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return strings.Join(names, ", ")
}

// read takes the text of a key.
func (k key) read(root *flows.Element, m *manifest) error {
	if k.into == nil {
		return nil
	}
	e := root.Get(k.name)
	switch {
	case e == nil:
		return refuse(Manifest, "pack.needs_key", "key", k.name, "example", k.example)
	case e.Shape != flows.Scalar || !k.fits(e.Text):
		return refuseAt(e.FilePlace, k.code, "key", k.name, "value", flows.Short(e.Text), "example", k.example)
	}
	*k.into(m) = e.Text
	return nil
}

// readFiles takes the digests of the files.
func (m *manifest) readFiles(e *flows.Element) error {
	if e.Shape != flows.Mapping {
		return refuseAt(e.FilePlace, "pack.files_form")
	}
	m.files = []File{}
	seen := names{}
	for _, p := range e.Pairs {
		file := p.Key.Text
		if err := seen.add(file); err != nil {
			return err
		}
		if p.Value.Shape != flows.Scalar || !sha(p.Value.Text) || file == Manifest {
			return refuseAt(p.Value.FilePlace, "pack.files_form")
		}
		m.files, m.at[file] = append(m.files, File{Name: file, Digest: p.Value.Text}), p.Key.FilePlace
	}
	return nil
}

// fits proves that the files which are there are those that the manifest names.
func (m *manifest) fits(there []File, others []string) error {
	found := map[string]string{}
	for _, f := range there {
		found[f.Name] = f.Digest
	}
	for _, want := range m.files {
		switch sum, is := found[want.Name]; {
		case !is:
			return refuse(want.Name, "pack.file_missing")
		case sum != want.Digest:
			return refuse(want.Name, "pack.file_changed")
		}
		delete(found, want.Name)
	}
	delete(found, Manifest)
	for _, f := range there {
		if _, more := found[f.Name]; more {
			return refuse(f.Name, "pack.file_more")
		}
	}
	for _, other := range others {
		return refuse(other, "pack.file_more")
	}
	return nil
}

// head is what the manifest says of the pack, in one form.
func (m *manifest) head() string {
	return "name: " + m.name + "\nversion: " + m.version + "\nlotse: " + m.least + "\nlicence: " + m.licence + "\n"
}

// refuseAt refuses a pack for what stands in its manifest.
func refuseAt(at flows.FilePlace, code string, args ...any) *flows.Refusal {
	return flows.Refuse(flows.ErrUnreadable, at, code, append(args, "file", at.File, "line", at.Row)...)
}
