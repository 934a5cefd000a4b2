package theme

import (
	"image/color"
	"time"

	"charm.land/bubbles/v2/progress"
	"charm.land/bubbles/v2/spinner"
	"charm.land/lipgloss/v2"
)

// Progress is a bar of w cells for a share from 0 to 1, with words behind it. Nothing
// in it moves by itself: whoever shows it draws it anew.
func (t *Theme) Progress(share float64, words string, w int) string {
	full, empty := '━', '─'
	if t.ASCII {
		full, empty = '=', '-'
	}
	k := Palette(t.Dark, t.Depth)
	bar := progress.New(progress.WithoutPercentage(), progress.WithFillCharacters(full, empty), progress.WithColors(ofToken(k.Accent)))
	bar.EmptyColor = ofToken(k.Rule)
	if words != "" {
		words = "  " + t.Dim.Render(words)
	}
	bar.SetWidth(max(w-Width(words), 4))
	return t.Fit(bar.ViewAs(min(max(share, 0), 1))+words, w)
}

// ofToken is a colour as Tokens name it; none for "".
func ofToken(colour string) color.Color {
	if colour == "" {
		return lipgloss.NoColor{}
	}
	return lipgloss.Color(colour)
}

// Spinner is the sign of something at work that has taken so long.
func (t *Theme) Spinner(took time.Duration) string {
	s := spinner.MiniDot
	if t.ASCII {
		s = spinner.Line
	}
	return s.Frames[int(max(took, 0)/s.FPS)%len(s.Frames)]
}
