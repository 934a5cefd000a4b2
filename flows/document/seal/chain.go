package seal

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// The data of a report: in JSON the file itself, in HTML the text of an element,
// which the report's writer escapes. Its member chain has the links of the run.
const (
	dataBegins  = `<template id="lotse-data">`
	chainMember = "chain"
)

// chain recomputes the links that a body carries, and reports whether there are
// some, and they lead to the head that was signed.
func (f *found) chain(r io.ReaderAt, size int64, s *Seal) (bool, *Fault, error) {
	before, behind := f.body(r, size)
	body := bufio.NewReaderSize(io.MultiReader(before, behind), window)
	var data io.Reader = body
	switch s.Form {
	case JSON:
	case HTML:
		there, err := skipTo(body, dataBegins)
		if !there || err != nil {
			return false, nil, err
		}
		data = &element{from: body}
	default:
		return false, nil, nil
	}
	return prove(json.NewDecoder(data), s.Statement)
}

// prove finds the chain among the members of an object.
func prove(d *json.Decoder, st run.Statement) (bool, *Fault, error) {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false, nil, unlessFormal(err)
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return false, nil, unlessFormal(err)
		}
		if name != chainMember {
			if err := skip(d); err != nil {
				return false, nil, unlessFormal(err)
			}
			continue
		}
		if t, err := d.Token(); err != nil || t != json.Delim('[') {
			return false, nil, unlessFormal(err)
		}
		fault, err := follow(d, st)
		return fault == nil && err == nil, fault, err
	}
	return false, nil, nil
}

// follow follows the links to the head.
func follow(d *json.Decoder, st run.Statement) (*Fault, error) {
	links := run.NewLinks(st.Run, st.Mode)
	for seq := int64(1); d.More(); seq++ {
		var l run.Link
		if err := d.Decode(&l); err != nil {
			return &Fault{Seq: seq, What: flows.Msg("chain.changed")}, unlessFormal(err)
		}
		if what := links.Add(l); !what.IsZero() {
			return &Fault{Seq: seq, What: what}, nil
		}
	}
	if n, head := links.Head(); n != st.Events || head != st.Head {
		return &Fault{Seq: n, What: flows.Msg("seal.head")}, nil
	}
	return nil, nil
}

// skip skips a value, whatever its size.
func skip(d *json.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// unlessFormal is an error of reading: what is not as it has to be carries no chain.
func unlessFormal(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &syntax) || errors.As(err, &kind) {
		return nil
	}
	return fmt.Errorf("read the chain: %w", err)
}

// skipTo reads up to behind the first place where a text stands.
func skipTo(r *bufio.Reader, text string) (bool, error) {
	last := text[len(text)-1]
	var tail []byte
	for {
		part, err := r.ReadSlice(last)
		tail = append(tail, part...)
		tail = tail[max(0, len(tail)-len(text)):]
		switch {
		case string(tail) == text:
			return true, nil
		case errors.Is(err, io.EOF):
			return false, nil
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return false, fmt.Errorf("read the file: %w", err)
		}
	}
}

// element is the text of an element of a page, up to its end, without the escapes.
type element struct {
	from *bufio.Reader
	rest []byte // of a character that was escaped
}

var escapes = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": `"`, "#39": "'", "#34": `"`, "#13": "\r"}

// Read is of io.Reader.
func (e *element) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(e.rest) > 0 {
			k := copy(p[n:], e.rest)
			n, e.rest = n+k, e.rest[k:]
			continue
		}
		c, err := e.from.ReadByte()
		switch {
		case err != nil:
			return n, err
		case c == '<':
			if err := e.from.UnreadByte(); err != nil {
				return n, err
			}
			return n, io.EOF
		case c == '&':
			e.rest, err = e.escaped()
			if err != nil {
				return n, err
			}
		default:
			p[n] = c
			n++
		}
	}
	return n, nil
}

// escaped is the character of an escape; what is none stays as it is.
func (e *element) escaped() ([]byte, error) {
	const longest = 8
	text, err := e.from.Peek(longest)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	name, _, ends := strings.Cut(string(text), ";")
	if c, known := escapes[name]; known && ends {
		_, err := e.from.Discard(len(name) + 1)
		return []byte(c), err
	}
	return []byte("&"), nil
}
