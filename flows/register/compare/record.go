package compare

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"lotse/flows"
	"lotse/flows/register"
)

// The record of a report has a version, and limits beyond which it is not read.
// The first version counted every rule and did not say which of them had run.
const (
	firstVersion  = 1
	recordVersion = 2
	maxLine       = 40 << 20 // both cards of a finding, every field at its limit, every letter escaped
	maxHead       = 8 << 20  // the line about all of it: it names columns
)

// ErrRecord is what every error about a record's form wraps: it is not what
// Write wrote.
var ErrRecord = errors.New("not a record of a comparison")

// head is the first line of a record: all but the findings.
type head struct {
	Version int          `json:"v"`
	Kind    Kind         `json:"kind"`
	Way     Direction    `json:"direction"`
	Left    recordSide   `json:"left"`
	Right   recordSide   `json:"right"`
	Matches [3]int       `json:"matches"` // by code, business id, name
	Counts  map[Rule]int `json:"counts"`  // of the rules that ran
	NotRun  []NotRun     `json:"not_run,omitempty"`
}

// recordSide is a Half and its system.
type recordSide struct {
	System    System           `json:"system"`
	File      string           `json:"file"`
	Sum       string           `json:"sha256"`
	Rows      int              `json:"rows"`
	Only      int              `json:"only"`
	Encoding  string           `json:"encoding,omitempty"`
	Delimiter string           `json:"delimiter,omitempty"`
	Sheet     string           `json:"sheet,omitempty"`
	Columns   map[Field]string `json:"columns"`
}

func sideOf(s System, h *Half) recordSide {
	return recordSide{s, h.File, h.Sum, h.Rows, h.Only, h.Encoding, h.Delimiter, h.Sheet, h.Columns}
}

func (s *recordSide) half() Half {
	return Half{s.File, s.Sum, s.Rows, s.Only, s.Encoding, s.Delimiter, s.Sheet, s.Columns}
}

// Write writes a report as NDJSON: one line about all of it, then one for each
// finding. What it writes of a report is always the same bytes.
func Write(w io.Writer, r *Report) error {
	out := bufio.NewWriterSize(w, 64<<10)
	line, err := headOf(r).append(nil)
	if err == nil {
		_, err = out.Write(line)
	}
	for i := 0; err == nil && i < len(r.Findings); i++ {
		line = appendFinding(line[:0], &r.Findings[i])
		_, err = out.Write(line)
	}
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("write the record of a comparison: %w", err)
	}
	return nil
}

func headOf(r *Report) *head {
	return &head{
		Version: recordVersion, Kind: r.Kind, Way: r.Direction,
		Left: sideOf(r.Left, &r.LeftHalf), Right: sideOf(r.Right, &r.RightHalf),
		Matches: [3]int{r.Matches.Code, r.Matches.BusinessID, r.Matches.Name}, Counts: r.Counts, NotRun: r.NotRun,
	}
}

func (h *head) append(line []byte) ([]byte, error) {
	out := bytes.NewBuffer(line)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(h)
	return out.Bytes(), err
}

// ReadReport reads what Write wrote, and nothing else: a line that Write would
// have written otherwise, or findings that are not as many as the first line
// says, are an error that wraps ErrRecord. Beside the report itself it needs
// the memory of one line.
func ReadReport(r io.Reader) (*Report, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	lines.Split(wholeLines)
	if !lines.Scan() {
		return nil, recordFault(1, lines.Err())
	}
	report, err := readHead(lines.Bytes())
	if err != nil {
		return nil, recordFault(1, err)
	}
	if err := report.readFindings(lines); err != nil {
		return nil, recordFault(len(report.Findings)+2, err)
	}
	return report, nil
}

// readFindings reads all lines but the first.
func (r *Report) readFindings(lines *bufio.Scanner) error {
	found := make(map[Rule]int, len(r.Counts))
	for rule := range r.Counts {
		found[rule] = 0
	}
	var again []byte
	for lines.Scan() {
		var f Finding
		if !parseFinding(string(lines.Bytes()), &f) || r.Kind.Level(f.Rule) == "" {
			return errForm
		}
		if again = appendFinding(again[:0], &f); !bytes.Equal(again[:len(again)-1], lines.Bytes()) {
			return errForm
		}
		found[f.Rule]++
		r.Findings = append(r.Findings, f)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if !maps.Equal(found, r.Counts) {
		return fmt.Errorf("%w: its findings are not as many as its first line says", ErrRecord)
	}
	return nil
}

var (
	errForm  = fmt.Errorf("%w: not the form of a line", ErrRecord)
	errShort = fmt.Errorf("%w: it breaks off", ErrRecord)
)

// recordFault names the line. A reader's own error stays as it is, and so does
// what was refused.
func recordFault(line int, err error) error {
	switch {
	case err == nil:
		err = errShort
	case errors.Is(err, bufio.ErrTooLong):
		err = fmt.Errorf("%w: longer than %d MiB", ErrRecord, maxLine>>20)
	}
	var r *flows.Refusal
	if !errors.Is(err, ErrRecord) || errors.As(err, &r) {
		return fmt.Errorf("read line %d of the record of a comparison: %w", line, err)
	}
	return flows.Refuse(flows.ErrDamaged, nil, "compare.record_damaged", "line", line).Because(err)
}

// wholeLines splits into lines that all end.
func wholeLines(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return 0, nil, errShort
	}
	return 0, nil, nil
}

// readHead reads the first line of a record: a report without its findings.
func readHead(line []byte) (*Report, error) {
	if len(line) > maxHead {
		return nil, errForm
	}
	var h head
	if err := json.Unmarshal(line, &h); err != nil {
		return nil, errForm
	}
	if h.Version > recordVersion {
		return nil, flows.Refuse(flows.ErrNewer, nil, "compare.record_newer", "version", h.Version).Because(ErrRecord)
	}
	again, err := h.append(nil)
	if err != nil || !bytes.Equal(again[:len(again)-1], line) || !h.isSound() {
		return nil, errForm
	}
	r := &Report{
		Plan:     Plan{Kind: h.Kind, Left: h.Left.System, Right: h.Right.System, Direction: h.Way},
		LeftHalf: h.Left.half(), RightHalf: h.Right.half(),
		Matches: Matches{h.Matches[0], h.Matches[1], h.Matches[2]}, Counts: h.Counts, NotRun: h.NotRun,
	}
	if h.Version == firstVersion {
		r.NotRun = r.Plan.NotRun(r.columns())
	}
	return r, nil
}

// isSound reports whether the first line can be of a comparison: a register
// that there is, its rules and no others counted, but for those that did not
// run, numbers that can be.
func (h *head) isSound() bool {
	rules := h.Kind.Rules()
	if h.Version < firstVersion || h.Version > recordVersion || len(rules) == 0 || h.Version == firstVersion && h.NotRun != nil {
		return false
	}
	idle := map[Rule]bool{}
	for _, not := range h.NotRun {
		if idle[not.Rule] || !slices.Contains(rules, not.Rule) || !not.isSound() {
			return false
		}
		idle[not.Rule] = true
	}
	counted := 0
	for _, rule := range rules {
		n, ok := h.Counts[rule]
		if !ok && !idle[rule] || n < 0 {
			return false
		}
		if ok {
			counted++
		}
	}
	return counted == len(h.Counts) && h.numbersSound()
}

func (h *head) numbersSound() bool {
	numbers := append([]int{h.Left.Rows, h.Left.Only, h.Right.Rows, h.Right.Only}, h.Matches[:]...)
	return slices.Min(numbers) >= 0 && slices.Contains([]Direction{"", NoDirection, NetvisorToRackbeat, RackbeatToNetvisor}, h.Way) &&
		len(h.Left.File)+len(h.Right.File) <= register.MaxField
}
