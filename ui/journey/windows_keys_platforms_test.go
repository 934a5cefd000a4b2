//go:build platforms && linux

package journey

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// typedKeys are keys as a console types them, and as a program is told of them.
var typedKeys = [][2]string{
	{"a", "a"},
	{"ä", "ä"},
	{"\x1b[A", "up"},
	{"🚢", "🚢"},
	{"\x01", "ctrl+a"},
	{"\x1bx", "alt+x"},
	{"ß", "ß"},
	{"漢", "漢"},
	{"\x1b[1;5C", "ctrl+right"},
	{"€", "€"},
	{"\r", "enter"},
	{"\x1b[Z", "shift+tab"},
	{"𝄞", "𝄞"},
	{"\x7f", "backspace"},
	{"z", "z"},
	{" ", "space"},
}

// TestWindowsKeys: of two thousand keys typed as fast as a console takes them, a paste
// in their midst and a window that is made smaller, none is lost, and none comes twice
// or before another.
func TestWindowsKeys(t *testing.T) {
	if err := built["keys"](); err != nil {
		t.Fatal(err)
	}
	w := newWine(t)
	p := w.on("keys.exe", nil, w.path("told.txt"))
	p.Wait("Type")
	paste := strings.Repeat("Äänekoski 🚢 漢\tKäthe\n", 50<<10/31)
	var typed strings.Builder
	var want []string
	for i := range 2000 {
		k := typedKeys[(i+i/len(typedKeys))%len(typedKeys)]
		typed.WriteString(k[0])
		want = append(want, "key "+k[1])
		if i == 1000 {
			typed.WriteString("\xfc\x1b[200~" + paste + "\x1b[201~")
			want = append(want, fmt.Sprintf("paste %d %x", len(paste), sha256.Sum256([]byte(paste))))
		}
	}
	p.Send(typed.String() + "\x03")
	if l := p.end(); l.Before != l.After || l.Code != 0 {
		t.Errorf("it ended with %+v", l)
	}
	got := strings.Split(strings.TrimSpace(w.file("told.txt")), "\n")
	sizes := slices.DeleteFunc(slices.Clone(got), func(s string) bool { return !strings.HasPrefix(s, "size ") })
	if !slices.Equal(sizes, []string{"size 100x30", "size 90x25"}) {
		t.Errorf("it was told the sizes %q", sizes)
	}
	got = slices.DeleteFunc(got, func(s string) bool { return strings.HasPrefix(s, "size ") })
	want = append(want, "key ctrl+c")
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("%d was told, of %d; at %d:\n%q, typed was\n%q", len(got), len(want), i, got[i:min(i+10, len(got))], want[i:min(i+10, len(want))])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d was told, of %d", len(got), len(want))
	}
}
