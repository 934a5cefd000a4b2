package walk

import (
	"time"

	"lotse/flows/run"
)

// Learn says how long the run's procedure has taken on this installation.
func (w *Walk) Learn(x run.Experience) { w.learned = x }

// Experience is what Learn said; that nothing is known without it.
func (w *position) Experience() *run.Experience { return &w.learned }

// Left is about how much work is left in the run; 0 where nothing is, or it is not
// known.
func (w *position) Left() time.Duration { return w.learned.Left(w.view) }
