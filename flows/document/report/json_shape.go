package report

import (
	"lotse/flows"
	"lotse/flows/run"
)

// The shapes of the JSON. A member is always there; a list is [] when it is empty,
// and a time null where there is none. A secret has "set" and no value.
type (
	runShape struct {
		ID        string       `json:"id"`
		Procedure string       `json:"procedure"`
		Version   int          `json:"procedure_version"`
		Title     string       `json:"title"`
		Digest    string       `json:"digest"`
		Origin    *originShape `json:"origin,omitempty"`
		Customer  run.Customer `json:"customer"`
		Status    run.Status   `json:"status"`
		Started   string       `json:"started"`
		Ended     *string      `json:"ended"`
		Worked    int64        `json:"worked_seconds"`
		People    []string     `json:"people"`
		Brought   []string     `json:"brought_by"`
		Events    int64        `json:"events"`
		Head      string       `json:"head"`
	}
	// originShape is the pack or the file that the procedure was taken from.
	originShape struct {
		Pack    string `json:"pack,omitempty"`
		Version string `json:"version,omitempty"`
		Digest  string `json:"digest,omitempty"`
		File    string `json:"file,omitempty"`
	}
	progressShape struct {
		Done      int  `json:"done"`
		Open      int  `json:"open"`
		Waiting   int  `json:"waiting"`
		Blocked   int  `json:"blocked"`
		Stale     int  `json:"stale"`
		Skipped   int  `json:"skipped"`
		NotNeeded int  `json:"not_needed"`
		Warnings  *int `json:"warnings"`
		Percent   int  `json:"percent"`
	}
	pointShape struct {
		Kind  PointKind `json:"kind"`
		At    string    `json:"at"`
		Text  string    `json:"text"`
		Until *string   `json:"until"`
	}
	stepShape struct {
		ID        string        `json:"id"`
		Title     string        `json:"title"`
		Number    int           `json:"number"`
		Actor     flows.Actor   `json:"actor"`
		Internal  bool          `json:"internal"`
		State     run.StepState `json:"state"`
		Round     int           `json:"round"`
		Why       string        `json:"why"`
		Because   []string      `json:"because"`
		BlockedBy string        `json:"blocked_by"`
		Begun     *string       `json:"begun"`
		Done      *string       `json:"done"`
		Worked    int64         `json:"worked_seconds"`
		By        []string      `json:"by"`
		Notes     []noteShape   `json:"notes"`
		Files     []fileShape   `json:"files"`
	}
	noteShape struct {
		By   string  `json:"by"`
		At   *string `json:"at"`
		Text string  `json:"text"`
	}
	itemShape struct {
		ID          string         `json:"id"`
		Kind        flows.Kind     `json:"kind"`
		Type        flows.Type     `json:"type"`
		Label       string         `json:"label"`
		Internal    bool           `json:"internal"`
		Value       flows.Value    `json:"value"`
		Text        string         `json:"text"`
		Given       bool           `json:"given"`
		Default     bool           `json:"default"`
		Set         *bool          `json:"set"`
		Fingerprint string         `json:"fingerprint"`
		Done        bool           `json:"done"`
		Status      string         `json:"status"`
		Note        string         `json:"note"`
		Decided     string         `json:"decided"`
		For         string         `json:"for"`
		Until       *string        `json:"until"`
		By          string         `json:"by"`
		At          *string        `json:"at"`
		ReadBack    *readBackShape `json:"read_back,omitempty"`
		Files       []fileShape    `json:"files"`
		Problems    []problemShape `json:"problems"`
		Check       *checkShape    `json:"check"`
	}
	readBackShape struct {
		At string `json:"at"`
		By string `json:"by"`
	}
	listShape struct {
		itemShape
		Columns []columnShape `json:"columns"`
	}
	columnShape struct {
		ID    string `json:"id"`
		Label string `json:"label"`
	}
	problemShape struct {
		ID       string      `json:"id"`
		Level    flows.Level `json:"level"`
		Code     string      `json:"code"`
		Text     string      `json:"text"`
		Accepted *string     `json:"accepted"`
		By       string      `json:"by"`
		At       *string     `json:"at"`
		Left     bool        `json:"left"`
	}
	checkShape struct {
		Status  string       `json:"status"`
		Stale   bool         `json:"stale"`
		Finding string       `json:"finding"`
		Text    string       `json:"text"`
		Phases  []phaseShape `json:"phases"`
		Causes  []string     `json:"causes"`
		Inputs  []inputShape `json:"inputs"`
		Runs    int          `json:"runs"`
		Report  *fileShape   `json:"report"`
	}
	phaseShape struct {
		Name   string `json:"name"`
		Label  string `json:"label"`
		Status string `json:"status"`
		Text   string `json:"text"`
		Millis int64  `json:"ms"`
	}
	inputShape struct {
		Item  string `json:"item"`
		Label string `json:"label"`
	}
	rowShape struct {
		Row      string               `json:"row"`
		Cells    map[string]cellShape `json:"cells"`
		Problems []problemShape       `json:"problems"`
	}
	cellShape struct {
		Value flows.Value `json:"value"`
		Text  string      `json:"text"`
		Note  string      `json:"note,omitempty"`
		Files []fileShape `json:"files,omitempty"`
	}
	letterShape struct {
		Item  string  `json:"item"`
		Label string  `json:"label"`
		How   string  `json:"how"`
		By    string  `json:"by"`
		At    *string `json:"at"`
		Sum   string  `json:"sha256"`
		Kept  bool    `json:"kept"`
		Text  string  `json:"text"`
		Stale bool    `json:"stale"`
	}
	fileShape struct {
		Item string  `json:"item"`
		Name string  `json:"name"`
		Size int64   `json:"size"`
		Sum  string  `json:"sha256"`
		Note string  `json:"note"`
		By   string  `json:"by"`
		At   *string `json:"at"`
	}
	rotationShape struct {
		Item  string            `json:"item"`
		Label string            `json:"label"`
		State run.RotationState `json:"state"`
		Begun *string           `json:"begun"`
		Ended *string           `json:"ended"`
		Users []userShape       `json:"users"`
		Old   string            `json:"old"`
		New   string            `json:"new"`
	}
	userShape struct {
		Name      string  `json:"name"`
		Confirmed *string `json:"confirmed"`
	}
)
