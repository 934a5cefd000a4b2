package outside

import (
	"context"
	"errors"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// mostDue is how many runs that become due at once are looked at.
const mostDue = 500

// DueBetween are the unfinished runs that have become due after one time and by
// another; none where the person wants no notice of them.
func DueBetween(ctx context.Context, a run.Store, after, by time.Time) ([]run.Header, error) {
	on, err := a.Setting(ctx, face.NoticeSetting)
	if err != nil && !errors.Is(err, flows.ErrNotFound) || on == "off" {
		return nil, err
	}
	page, err := a.Headers(ctx, run.Query{DueBy: &by, Status: []run.Status{run.StatusOpen, run.StatusWaiting}, Limit: mostDue})
	if err != nil {
		return nil, err
	}
	var due []run.Header
	for i := range page.Runs {
		if h := &page.Runs[i]; h.Due != nil && h.Due.After(after) {
			due = append(due, *h)
		}
	}
	return due, nil
}
