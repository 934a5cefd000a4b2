package run

import (
	"time"

	"lotse/flows"
)

// The payloads of the events, one struct a kind; their JSON is an event's Data.
// Items are named "step.item". Effects are decided once and kept, so that a
// fold never depends on how a later program would judge.
type (
	startedData struct {
		Procedure string   `json:"procedure"`
		Version   int      `json:"version"`
		Digest    string   `json:"digest"`
		Customer  Customer `json:"customer"`
		Lang      string   `json:"lang"`
	}
	answeredData struct {
		Item    string            `json:"item"`
		Value   flows.Value       `json:"value"`
		Invalid string            `json:"invalid,omitempty"` // code of the problem
		Removed map[string]string `json:"removed,omitempty"` // what normalising took away
		effects
	}
	secretData struct {
		Item        string        `json:"item"`
		Secret      string        `json:"secret,omitempty"` // id in the vault; "" clears
		Fingerprint string        `json:"fingerprint,omitempty"`
		Doubts      []flows.Doubt `json:"doubts,omitempty"`
		effects
	}
	rowData struct {
		Item  string `json:"item"`
		Row   string `json:"row"`
		After string `json:"after,omitempty"`
		effects
	}
	cellData struct {
		Item    string            `json:"item"`
		Row     string            `json:"row"`
		Column  string            `json:"column"`
		Value   flows.Value       `json:"value"`
		Invalid string            `json:"invalid,omitempty"`
		Removed map[string]string `json:"removed,omitempty"`
		effects
	}
	rowsData struct {
		Item  string `json:"item"`
		Count int    `json:"count"`
		Sum   string `json:"sha256"` // of the event's Content
		First int    `json:"first"`  // number of the first row's id

		Append bool  `json:"append,omitempty"` // what was there stays, above
		Source *File `json:"source,omitempty"` // where they came from
		effects
	}
	tickData struct {
		Item     string `json:"item"`
		Row      string `json:"row,omitempty"`
		Column   string `json:"column,omitempty"`
		Evidence *File  `json:"evidence,omitempty"`
		Note     string `json:"note,omitempty"`
		effects
	}
	acceptedData struct {
		Problem string `json:"problem"`
		Why     string `json:"why"`
	}
	notedData struct {
		Text string `json:"text"`
	}
	undoneData struct {
		Of   int64  `json:"of"`
		Item string `json:"item,omitempty"`
		effects
	}
	stepData struct {
		Why   string   `json:"why,omitempty"`
		Round int      `json:"round,omitempty"`
		Read  []string `json:"read,omitempty"` // tells that were read
	}
	waitData struct {
		Item  string     `json:"item"`
		Until *time.Time `json:"until,omitempty"`
		Why   string     `json:"why,omitempty"`
		effects
	}
	gateData struct {
		Item string `json:"item"`
		By   string `json:"by"`
		Why  string `json:"why,omitempty"`
	}
	checkedData struct {
		Item   string      `json:"item"`
		Result CheckResult `json:"result"`
		Stale  bool        `json:"stale,omitempty"` // an answer changed while it ran
		effects
	}
	sentData struct {
		Item string   `json:"item"`
		How  string   `json:"how"`
		Sum  string   `json:"sha256,omitempty"`
		Read []string `json:"read,omitempty"` // ids of the fields and lists in it
	}
	endedData struct {
		Item    string `json:"item,omitempty"`
		Outcome string `json:"outcome"`
		Why     string `json:"why,omitempty"`
	}
	languageData struct {
		Lang string `json:"lang"`
	}
	erasedData struct {
		Item string  `json:"item,omitempty"`
		Why  string  `json:"why"`
		Seqs []int64 `json:"seqs"`
	}
)

// effects is what a change did to what stood already.
type effects struct {
	Stale  []string       `json:"stale,omitempty"`  // completed steps to be looked at again
	Again  []string       `json:"again,omitempty"`  // items to be looked at again
	Void   []string       `json:"void,omitempty"`   // items that are no longer read
	Rounds map[string]int `json:"rounds,omitempty"` // step -> new round
}

func (e effects) empty() bool {
	return len(e.Stale) == 0 && len(e.Again) == 0 && len(e.Void) == 0 && len(e.Rounds) == 0
}
