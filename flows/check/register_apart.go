package check

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// What a child process writes: lines of NDJSON that tell how far it is, then
// either one with a refusal, or the first line of the report's record and after it
// the whole record, packed. So the process that draws the screen neither parses
// the findings nor packs them.
type streamLine struct {
	Progress
	Refusal *streamRefusal `json:"refusal,omitempty"`
}

// streamRefusal is a refusal of a file as it goes to the other process: what lies
// behind it stays.
type streamRefusal struct {
	Kind    flows.RefusalKind `json:"kind"`
	Message flows.Message     `json:"message"`
	Place   flows.FilePlace   `json:"place"`
}

func streamRefusalOf(r *flows.Refusal) *streamRefusal {
	place, _ := r.At.(flows.FilePlace)
	return &streamRefusal{r.Kind, r.Message, place}
}

func (r *streamRefusal) refusal() *flows.Refusal {
	return &flows.Refusal{Kind: r.Kind, Message: r.Message, At: r.Place}
}

// recordLine begins the first line of a record.
var recordLine = []byte(`{"v":`)

// longestLine bounds a line of a child.
const longestLine = 8 << 20

// Serve makes a comparison for another process and writes it to out.
func Serve(ctx context.Context, out io.Writer, j *Job, left, right io.ReaderAt) error {
	lines := json.NewEncoder(out)
	var failed error
	report, err := Compare(ctx, j.Plan, FileReader(left, j.Left, j.Plan.Kind), FileReader(right, j.Right, j.Plan.Kind), func(p Progress) {
		failed = errors.Join(failed, lines.Encode(streamLine{Progress: p}))
	})
	var fault *PartFault
	switch {
	case failed != nil:
		return fmt.Errorf("tell how far it is: %w", failed)
	case errors.As(err, &fault):
		return lines.Encode(streamLine{Progress{Part: fault.Part}, streamRefusalOf(fault.Refusal)})
	case err != nil:
		return err
	}
	if err := compare.WriteHead(out, report); err != nil {
		return err
	}
	return pack(out, report)
}

// apart has a child process compare, and keeps what it found.
func (r *registers) apart(ctx context.Context) (report *compare.Report, kept *run.File, err error) {
	child, err := r.env.Child(ctx, &Job{Plan: r.plan(), Left: r.left.file(), Right: r.right.file()})
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, child.Close()) }()
	in := bufio.NewReaderSize(child, 64<<10)
	if report, err = r.hear(in); err != nil {
		return nil, nil, err
	}
	if report.Plan != r.plan() {
		return nil, nil, errNotOurs
	}
	if r.env.Keep == nil {
		_, err = io.Copy(io.Discard, in)
		return report, nil, err
	}
	kept, err = r.keep(ctx, in)
	return report, kept, err
}

var errNotOurs = errors.New("the process that compares wrote something else than a comparison")

// hear tells how far a child is, and gives its report without the findings.
func (r *registers) hear(in *bufio.Reader) (*compare.Report, error) {
	for {
		line, err := readLine(in)
		if err != nil {
			return nil, err
		}
		if bytes.HasPrefix(line, recordLine) {
			return compare.ReadHead(line)
		}
		var l streamLine
		switch err := json.Unmarshal(line, &l); {
		case err != nil, l.Part != PartLeft && l.Part != PartRight && l.Part != PartMatch:
			return nil, errNotOurs
		case l.Refusal != nil:
			return nil, &PartFault{l.Part, l.Refusal.refusal()}
		}
		r.told(l.Progress)
	}
}

// readLine reads a line without its end, as long as it is not too long.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case err == nil:
			return line[:len(line)-1], nil
		case errors.Is(err, io.EOF):
			return nil, io.ErrUnexpectedEOF
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		case len(line) > longestLine:
			return nil, errNotOurs
		}
	}
}
