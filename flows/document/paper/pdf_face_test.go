package paper

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/goregular"
)

var updateFonts = flag.Bool("update-fonts", false, "pack the fonts again")

// TestFonts: what is packed are the fonts of the module.
func TestFonts(t *testing.T) {
	for name, ttf := range map[string][]byte{"regular": goregular.TTF, "bold": gobold.TTF, "mono": gomono.TTF} {
		if *updateFonts {
			var packed bytes.Buffer
			to, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := to.Write(ttf); err != nil {
				t.Fatal(err)
			}
			if err := to.Close(); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile("fonts/"+name+".ttf.gz", packed.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if !*updateFonts && !bytes.Equal(unpacked(name), ttf) {
			t.Errorf("%s is not the font of golang.org/x/image: go test ./flows/document/paper -run TestFonts -update-fonts", name)
		}
	}
}
