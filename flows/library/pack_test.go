package library_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/pack"
)

// TestTheLibraryIsAPack holds that what Lotse comes with is a pack by the rules of
// every other.
func TestTheLibraryIsAPack(t *testing.T) {
	p, err := pack.Open(library.FS)
	if err != nil {
		t.Fatal(err)
	}
	if ids := flows.Open(library.FS, specs()).IDs(); !slices.Equal(ids, p.Procedures) {
		t.Errorf("the library has %v, the pack %v", ids, p.Procedures)
	}
	if p.Name != pack.Own {
		t.Errorf("the library is the pack %s, wanted %s", p.Name, pack.Own)
	}
	built, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	if built.Digest != p.Digest || !built.Built {
		t.Errorf("built: %v, %s, of %s", built.Built, built.Digest, p.Digest)
	}
	if faults := built.Lint(specs(), true); len(faults) > 0 {
		t.Error(faults)
	}
}
