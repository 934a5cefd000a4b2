// Package seal puts a seal into a file that leaves the house, and tells later
// whether the file is still what was sealed. A seal is one line that says of which
// run the file is, up to which event, in which mode, and holds the signature of the
// installation that wrote it; so the file stays one file, and opens in whatever
// opens its kind. It imports the standard library, flows and flows/run, and knows
// neither files nor keys: bytes and a run.Signer are handed in.
//
// The body of a sealed file is all of it but that line:
//
//	HTML, Markdown  the seal is the last line, <!-- lotse-seal {…} -->
//	JSON            it is the last member, a line before the closing brace: ,"seal":{…}
//	PDF             it is a comment before the last "startxref", % lotse-seal {…}
//	CSV, text       have no place for one, and are not sealed
//
// What is signed names the body by its SHA-256, and beside it the digests of its
// lines, four bytes each: the hash decides whether the file was changed, the digests
// tell where, without a second copy. They are signed together with the hash, since
// whoever could change them alone could point at a line of their choice.
package seal

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"lotse/flows/run"
)

// Form is how a file carries its seal.
type Form string

// The forms. None has no place for a seal.
const (
	None     Form = ""
	HTML     Form = "html"
	Markdown Form = "markdown"
	JSON     Form = "json"
	PDF      Form = "pdf"
)

// maxLines is of how many lines the digests are kept: those behind them are under
// the hash of the body alone.
const maxLines = 1 << 20

const (
	lineSum = 4   // bytes of a line's digest
	endSize = 256 // of the end of a body that is held back, to put the seal into it
)

// place is where a form has its seal.
type place struct {
	before, after string // of the seal, on its line
	behind        int    // how many lines of the body stand behind it
	begins        string // what these begin with
	binary        bool   // it is no text: a line tells nobody anything
}

var places = map[Form]place{
	HTML:     {before: "<!-- lotse-seal ", after: " -->"},
	Markdown: {before: "<!-- lotse-seal ", after: " -->"},
	JSON:     {before: `,"seal":`, behind: 1, begins: "}"},
	PDF:      {before: "% lotse-seal ", behind: 3, begins: "startxref", binary: true},
}

// Write writes what body writes to w, and its seal. st says what the file is about;
// its Content is filled in. A form without a place for a seal is written as it is. A body
// is written through, whatever its size; one that its form has no place in, or that
// ends with a seal already, is an error. When Write fails, what was written is not
// to be kept.
func Write(ctx context.Context, w io.Writer, form Form, signer run.Signer, st run.Statement, body func(io.Writer) error) error {
	at, known := places[form]
	if !known {
		if form != None {
			return fmt.Errorf("seal a file: no form %q", form)
		}
		return body(w)
	}
	b := newBodyWriter(w, at)
	if err := body(b); err != nil {
		return err
	}
	end, err := b.close()
	if err != nil {
		return err
	}
	s := Seal{Form: form, Statement: st, body: b.sum.Sum(nil), lines: b.lines}
	line, err := s.sign(ctx, signer)
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, end...))
	return err
}

// sign signs a seal and gives its line.
func (s *Seal) sign(ctx context.Context, signer run.Signer) (line []byte, err error) {
	s.Statement.Content = s.content()
	if s.Signature, err = signer.Sign(ctx, s.Statement); err != nil {
		return nil, fmt.Errorf("sign the seal: %w", err)
	}
	line, err = s.line()
	if err != nil {
		return nil, err
	}
	if again, ok := parse(s.Form, line); !ok || !again.Signature.Proves(again.Statement) {
		return nil, errors.New("write the seal: it does not read as it was signed")
	}
	return line, nil
}

// content is what the statement names: form, body and digests of the lines. The
// form is in it, so that a body of one is none of another.
func (s *Seal) content() string {
	lines := sha256.Sum256(s.lines)
	h := sha256.New()
	for _, f := range [][]byte{[]byte("lotse sealed file 1"), []byte(s.Form), s.body, lines[:]} {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(f)))
		_, _ = h.Write(n[:]) // a hash does not fail
		_, _ = h.Write(f)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
