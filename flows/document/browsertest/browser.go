//go:build campaign

// Package browsertest looks at our pages in a real browser, for the tests of those
// who write them. It imports the standard library; it fails, never skips, where no
// browser is installed.
package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// programs are the browsers that will do, the first that is there. A chromium
// beside a Chrome may be a snap, which sees nothing of the tests' folders. The
// script of all tests names the same.
var programs = []string{"google-chrome", "google-chrome-stable", "chromium"}

// program finds a browser.
func program(t *testing.T) string {
	t.Helper()
	for _, name := range programs {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatalf("a browser is missing: install one of %q", programs)
	return ""
}

// Run runs the browser without a window, with every name and address but
// loopback's leading nowhere. It gives what the browser prints, and its log, which
// has the messages of the page's console.
func Run(t *testing.T, args ...string) (out, log string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args = append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + t.TempDir(), "--enable-logging=stderr",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking", "--virtual-time-budget=2000",
	}, args...)
	cmd := exec.CommandContext(ctx, program(t), args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	printed, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd.Path, err, stderr.String())
	}
	return string(printed), stderr.String()
}

// Shoot takes a picture of a page.
func Shoot(t *testing.T, page string, width, height int, args ...string) image.Image {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.png")
	Run(t, append(args, fmt.Sprintf("--window-size=%d,%d", width, height), "--screenshot="+path, page)...)
	return Picture(t, path)
}

// Picture reads a picture in PNG.
func Picture(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// The arguments under which a page is shown light or dark.
const (
	Light = "--blink-settings=preferredColorScheme=1"
	Dark  = "--blink-settings=preferredColorScheme=0"
)

// Colours counts the points of a picture by colour.
func Colours(picture image.Image) map[color.RGBA]int {
	counted := map[color.RGBA]int{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			counted[color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)]++
		}
	}
	return counted
}
