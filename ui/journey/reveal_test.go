package journey

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// revealed lists every function that takes a secret's bytes out of run.Secret,
// how often, and why it has to. Whoever adds one says why here; a copy that
// cannot be cleared (a string) is made only where somebody else's code wants one.
var revealed = map[string]struct {
	times int
	why   string
}{
	"flows/run/secret.go Seal":                  {1, "the rules of a field read text; only the codes of broken ones are kept"},
	"flows/check/oauth2_token.go secret":        {1, "a request's header and form are text; hidden in all that the check says"},
	"storage/vault/vault.go checkSecret":        {1, "the bytes that are sealed"},
	"storage/vault/hand_over.go SealTo":         {2, "the bytes that are sealed, and their clearing"},
	"storage/vault/hand_over.go target":         {1, "age takes a passphrase as text"},
	"storage/vault/hand_over.go identityFor":    {1, "whether a passphrase was given"},
	"storage/vault/hand_over.go scryptIdentity": {1, "age takes a passphrase as text"},
	"storage/vault/file.go sealIdentity":        {1, "age takes a passphrase as text"},
	"ui/walk/typing.go empty":                   {1, "whether something is typed"},
	"ui/walk/typing.go same":                    {2, "two are compared"},
	"ui/walk/answer.go SecretAt":                {1, "blanks around it are taken off, and it is said what in it nobody sees"},
	"ui/desk/item_focus.go textOf":              {1, "what was typed comes back into its masked field, which is text"},
	"ui/line/prompter.go askSecret":             {1, "a word of line mode is none"},
	"ui/line/secret.go take":                    {1, "what was typed before is submitted"},
	"ui/command/input.go secretFrom":            {1, "it is said what in it nobody sees"},
	"ui/command/secret_init.go newPassphrase":   {2, "two are compared"},
	"flows/run/passphrase.go CheckPassphrase":   {1, "its letters are counted"},
	"storage/vault/ask.go askNew":               {6, "two are compared, and cleared"},
	"storage/vault/ask.go createAsking":         {1, "its clearing"},
	"storage/vault/ask.go openAsking":           {1, "its clearing"},
	"storage/vault/file.go openIdentity":        {1, "age takes a passphrase as text"},
	"storage/vault/identity.go Unlock":          {1, "whether a passphrase was given"},
	"storage/vault/share.go SealAnew":           {2, "it is sealed anew, and cleared"},
	"storage/vault/recovery.go recoveryOf":      {1, "age reads an identity from text"},
	"ui/command/secret_recover.go write":        {3, "the recovery key is written once, where it was asked for, and cleared"},
	"ui/command/secret_rotate.go asked":         {1, "whether something was typed"},
	"ui/command/secret_use.go copySecret":       {1, "it was asked to be copied"},
	"ui/command/secret_use.go reveal":           {1, "it was asked to be shown"},
	"ui/desk/loan.go lend":                      {1, "the terminal's clipboard takes text"},
	"ui/face/secret.go NewGlimpse":              {1, "it was asked to be shown"},
	"ui/outside/secret.go Begin":                {1, "a program's clipboard takes text"},
	"ui/outside/secret.go Copyable":             {1, "whether a clipboard can hold it"},
	"ui/outside/secret.go NewLoan":              {1, "what is on the clipboard is compared with it before it is cleared"},
	"ui/walk/rotate.go RotateSecret":            {1, "whether something was typed"},
}

// TestSecretsAreTakenOutWhereItIsSaid: no function reveals a secret that is not
// in the list, and none is in it that does not.
func TestSecretsAreTakenOutWhereItIsSaid(t *testing.T) {
	found := map[string]int{}
	files := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files++
		count(t, path, found)
		return nil
	})
	if err != nil || files < 300 {
		t.Fatalf("%d files: %v", files, err)
	}
	for _, at := range slices.Sorted(maps.Keys(found)) {
		if found[at] != revealed[at].times {
			t.Errorf("%s reveals a secret %d times; the list has %d: why?", at, found[at], revealed[at].times)
		}
	}
	for at, r := range revealed {
		if found[at] == 0 || r.why == "" {
			t.Errorf("%s is in the list, and reveals none", at)
		}
	}
}

// count counts the calls of Reveal in a file, by function.
func count(t *testing.T, path string, found map[string]int) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		name := "a variable"
		if fn, ok := d.(*ast.FuncDecl); ok {
			name = fn.Name.Name
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Reveal" {
				found[strings.TrimPrefix(filepath.ToSlash(path), "../../")+" "+name]++
			}
			return true
		})
	}
}
