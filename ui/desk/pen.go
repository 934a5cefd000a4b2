package desk

import (
	"time"

	"lotse/flows/words"
	"lotse/ui/theme"
)

// pen is what things are drawn and said with, whatever they are.
type pen struct {
	th    *theme.Theme
	t     *words.Strings
	now   func() time.Time
	share bool // others look on
	w, h  int  // of the window
}
