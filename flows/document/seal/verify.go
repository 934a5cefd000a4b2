package seal

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"

	"lotse/flows"
	"lotse/flows/run"
)

// MaxFile is the largest file that is looked at, in bytes.
const MaxFile = 256 << 20

// Verdict is what was proven of a file.
type Verdict struct {
	// Sealed says that the seal is true: of Statement and Key somebody who has the
	// key wrote each word. What the file says is that only if it is Intact.
	Sealed    bool
	Form      Form
	Statement run.Statement
	Key       []byte
	Content   bool   // each byte is as it was written
	Intact    bool   // and nothing speaks against the chain
	Chain     bool   // the file carries the chain of the run, and it leads to Statement.Head
	Fault     *Fault // the first; nil when intact
}

// Fault is what was changed first.
type Fault struct {
	Line int64  // of the file, from 1; 0 where no line is meant
	Text string // what stands there now: one clean line, shortened
	Seq  int64  // the event whose link does not follow the one before; 0 for none
	What flows.Message
}

// Verify tells of a file whether it is what was sealed. It reads the file once when
// it is intact, and needs no more memory than its seal takes. A file that is none of
// those that are sealed is refused, as flows.ErrUsage, one over MaxFile as
// flows.ErrLimit, one with the seal of a newer version as flows.ErrNewer.
func Verify(r io.ReaderAt, size int64) (Verdict, error) {
	if size > MaxFile {
		return Verdict{}, flows.Refuse(flows.ErrLimit, nil, "seal.large", "limit", int64(MaxFile>>20))
	}
	f, err := locate(r, size)
	if err != nil {
		return Verdict{}, err
	}
	if f.form == None {
		return unsealed(r, size)
	}
	s, ok := f.parse()
	if !ok {
		if w, ok := decode(places[f.form], f.line); ok && w.Version > version {
			return Verdict{}, flows.Refuse(flows.ErrNewer, nil, "seal.newer", "version", w.Version)
		}
		return f.sealChanged(r)
	}
	v := Verdict{Sealed: true, Form: s.Form, Statement: s.Statement, Key: s.Signature.Key}
	v.Fault, err = f.examine(r, size, s)
	if err == nil && v.Fault == nil {
		v.Content = true
		v.Chain, v.Fault, err = f.chain(r, size, s)
	}
	v.Intact = err == nil && v.Fault == nil
	return v, err
}

// parse reads the seal, whatever became of its line end, and reports whether its
// signature is its own.
func (f *found) parse() (*Seal, bool) {
	line := append(f.plainLine(), '\n')
	s, ok := parse(f.form, line)
	return s, ok && s.Signature.Proves(s.Statement)
}

// plainLine is the line of the seal without its end.
func (f *found) plainLine() []byte {
	return bytes.Clone(bytes.TrimSuffix(bytes.TrimSuffix(f.line, []byte("\n")), []byte("\r")))
}

// sealChanged is the verdict on a file whose seal is not as it was written.
func (f *found) sealChanged(r io.ReaderAt) (Verdict, error) {
	n, err := count(io.NewSectionReader(r, 0, f.start))
	return Verdict{Fault: &Fault{Line: n + 1, What: flows.Msg("seal.seal_changed", "line", n+1)}}, err
}

// examine compares the body with a seal that is true.
func (f *found) examine(r io.ReaderAt, size int64, s *Seal) (*Fault, error) {
	before, behind := f.body(r, size)
	h := sha256.New()
	if _, err := io.Copy(h, io.MultiReader(before, behind)); err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	if !bytes.Equal(h.Sum(nil), s.body) {
		return f.difference(r, size, s)
	}
	switch end := f.line[len(f.plainLine()):]; string(end) {
	case "\n":
	case "":
		return &Fault{What: flows.Msg("seal.cut")}, nil
	default:
		return &Fault{What: flows.Msg("seal.line_ends")}, nil
	}
	return f.second(r)
}

// second finds another seal right before the seal.
func (f *found) second(r io.ReaderAt) (*Fault, error) {
	if f.start == 0 {
		return nil, nil
	}
	last, err := readAt(r, max(f.start-maxSeal, 0), min(f.start, maxSeal))
	if err != nil {
		return nil, err
	}
	if !beginsSeal(last[lastLines(last, 1):]) {
		return nil, nil
	}
	n, err := count(io.NewSectionReader(r, 0, f.start))
	return &Fault{Line: n, What: flows.Msg("seal.two", "line", n)}, err
}

// unsealed is the verdict on a file that has no seal where it has to be.
func unsealed(r io.ReaderAt, size int64) (Verdict, error) {
	t, err := search(r, size)
	if err != nil {
		return Verdict{}, err
	}
	if t.number == 0 {
		return Verdict{}, flows.Refuse(flows.ErrUsage, nil, "seal.none")
	}
	line, err := readAt(r, t.start, min(size-t.start, maxSeal))
	if err != nil {
		return Verdict{}, err
	}
	end := bytes.IndexByte(line, '\n') + 1
	for _, form := range marked {
		f := found{form: form, line: line[:end]}
		if _, ok := f.parse(); ok {
			return behind(r, size, t.start+int64(end), t.number+1)
		}
	}
	return Verdict{Fault: &Fault{Line: t.number, What: flows.Msg("seal.seal_changed", "line", t.number)}}, nil
}

// behind is the verdict on a file with more, or less, behind its seal than belongs
// there.
func behind(r io.ReaderAt, size, start, number int64) (Verdict, error) {
	if start >= size {
		return Verdict{Fault: &Fault{What: flows.Msg("seal.cut")}}, nil
	}
	text, err := lineAt(r, size, start)
	return Verdict{Fault: &Fault{Line: number, Text: text, What: flows.Msg("seal.behind", "line", number)}}, err
}
