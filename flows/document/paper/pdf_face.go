package paper

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"sync"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// fonts are Go's, of golang.org/x/image/font/gofont, compressed to half.
//
//go:embed fonts/*.ttf.gz
var fonts embed.FS

// font names a face by what the library calls it.
type font struct{ family, style string }

var (
	regular = font{"go", ""}
	bold    = font{"go", "B"}
	mono    = font{"gomono", ""}
)

// faces are the fonts themselves, each read when it is first used.
var faces = map[font]func() *face{
	regular: sync.OnceValue(func() *face { return readFace(unpacked("regular")) }),
	bold:    sync.OnceValue(func() *face { return readFace(unpacked("bold")) }),
	mono:    sync.OnceValue(func() *face { return readFace(unpacked("mono")) }),
}

func (f font) face() *face { return faces[f]() }

// unpacked is a font of ours, which is one.
func unpacked(name string) []byte {
	packed, err := fonts.ReadFile("fonts/" + name + ".ttf.gz")
	if err != nil {
		panic(err)
	}
	from, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err)
	}
	ttf, err := io.ReadAll(from)
	if err != nil {
		panic(err)
	}
	return ttf
}

// face is a font, and how wide each of its characters is, in thousandths of its
// size.
type face struct {
	ttf    []byte
	widths map[rune]int
}

// readFace reads a font of ours, which is one.
func readFace(ttf []byte) *face {
	f := &face{ttf: ttf, widths: map[rune]int{}}
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err)
	}
	var b sfnt.Buffer
	for r := rune(' '); r <= lastPlane; r++ {
		glyph, err := parsed.GlyphIndex(&b, r)
		if err != nil || glyph == 0 {
			continue
		}
		if advance, err := parsed.GlyphAdvance(&b, glyph, fixed.I(1000), xfont.HintingNone); err == nil {
			f.widths[r] = advance.Round()
		}
	}
	return f
}
