package journey

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// named are the files and folders that a README names: in backquotes, or at the
// beginning of a line of the house.
var named = regexp.MustCompile("`([a-z0-9_./-]+(?:\\.go|\\.yaml|\\.yml|\\.txt|\\.md|/))`|(?m)^    ((?:flows|storage|ui)/[a-z/]*/)(?: |$)")

// TestReadmesNameWhatIsThere: each file and folder that a README of the house
// names is there, from the top, from the README's folder, or by its name alone.
func TestReadmesNameWhatIsThere(t *testing.T) {
	const top = "../.."
	there, readmes := map[string]bool{}, []string{}
	err := fs.WalkDir(os.DirFS(top), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".git" && e.IsDir():
			return fs.SkipDir
		}
		there[name], there[path.Base(name)] = true, true
		if path.Base(name) == "README.md" && !strings.Contains(name, "testdata") {
			readmes = append(readmes, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, readme := range readmes {
		raw, err := os.ReadFile(filepath.Join(top, readme))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(raw), -1) {
			name := path.Clean(m[1] + m[2])
			found++
			if !there[name] && !there[path.Join(path.Dir(readme), name)] && !made[name] {
				t.Errorf("%s names %s, which is not there", readme, name)
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d names were found", found)
	}
}

// made are the files that a README names and that a person or a release makes, and a
// check that is called like one.
var made = map[string]bool{"checksums.txt": true, "stories/sender.yaml": true, "dns.txt": true, "answers.yaml": true, "backups/lotse.db": true, "evidence/lotse.db": true, "fingerprints": true}
