package desk

import (
	"time"

	"lotse/flows/words"
	"lotse/ui/theme"
)

// pen has what all drawing needs: theme, words, clock and window size.
type pen struct {
	th    *theme.Theme
	t     *words.Strings
	now   func() time.Time
	share bool // others look on
	w, h  int  // of the window, without the lines below it that say what is wrong with a preview
	whole int  // the height of the window

	turned int // by how many lines the wheel has moved what lies over the page, until the next key
}
