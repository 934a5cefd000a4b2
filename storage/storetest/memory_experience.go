package storetest

import (
	"context"
	"slices"

	"lotse/flows/run"
	"lotse/storage/key"
)

// Experience is of run.Store.
func (m *Memory) Experience(_ context.Context, procedure string) (run.Experience, error) {
	defer m.lock()()
	var done []run.Header
	for _, h := range m.now.headers {
		if h.Procedure == procedure && h.Mode == run.Real && h.Status == run.StatusDone {
			done = append(done, h)
		}
	}
	slices.SortFunc(done, func(a, b run.Header) int {
		return key.Compare(run.ByProcedure, key.SpotOf(run.ByProcedure, &b), key.SpotOf(run.ByProcedure, &a))
	})
	var logs [][]run.Event
	for _, h := range done[:min(len(done), run.MostLearned)] {
		logs = append(logs, m.now.events[h.ID])
	}
	return run.Learn(logs), nil
}
