package storetest

import (
	"context"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Experience is of run.Store.
func (m *Memory) Experience(_ context.Context, procedure string) (run.Experience, error) {
	defer m.lock()()
	var done []run.Header
	pack, id := flows.SplitName(procedure)
	for _, h := range m.now.headers {
		if h.Procedure == id && h.Status == run.StatusDone {
			done = append(done, h)
		}
	}
	slices.SortFunc(done, func(a, b run.Header) int {
		return key.Compare(run.ByProcedure, key.SpotOf(run.ByProcedure, &b), key.SpotOf(run.ByProcedure, &a))
	})
	var logs [][]run.Event
	for _, h := range done[:min(len(done), run.MostSought)] {
		if h.Mode == run.Real && packOf(m.now.events[h.ID]) == pack && len(logs) < run.MostLearned {
			logs = append(logs, m.now.events[h.ID])
		}
	}
	return run.Learn(logs), nil
}

// packOf is the pack that a run was begun from; "" for none.
func packOf(events []run.Event) string {
	if len(events) == 0 {
		return ""
	}
	payload, err := events[0].Payload()
	if started, ok := payload.(*run.Started); ok && err == nil {
		return started.Provenance.Pack
	}
	return ""
}
