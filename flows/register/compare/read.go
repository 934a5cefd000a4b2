package compare

import (
	"context"
	"errors"
	"io"

	"lotse/flows/register"
)

// Options say how a file is to be read; the zero value finds out all of it.
type Options struct {
	register.Options
	Map    map[Field]string // the header, or the number of a column, that fills a field; "" for none
	Header int              // the row of the header; 0 finds it
}

// Register is one side, read. It is safe for several readers.
type Register struct {
	Info    register.Info
	Columns map[Field]string // the header that fills a field; no entry: nothing does
	Notes   []register.Issue // what a person has to know of the file

	cards []Card
}

// Len counts the rows of data.
func (r *Register) Len() int { return len(r.cards) }

// Card is the i-th row of data.
func (r *Register) Card(i int) Card { return r.cards[i] }

// MaxRows is how many rows a register may have.
const MaxRows = 5_000_000

// Read reads a register. What refuses a file is a *register.Fault with its
// place: nothing in it, broken off, no code column, another register's header.
func Read(ctx context.Context, src register.Source, k Kind, o Options) (*Register, error) {
	r, err := register.Open(ctx, src, o.Options)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // only memory is let go of
	lead, err := leading(r)
	if err != nil {
		return nil, err
	}
	l, err := layoutOf(k, lead, o)
	if err != nil {
		return nil, err
	}
	reg := &Register{Columns: l.names}
	for _, rec := range lead[l.header+1:] {
		if err := reg.add(l, rec); err != nil {
			return nil, err
		}
	}
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if err := reg.add(l, rec); err != nil {
			return nil, err
		}
	}
	reg.Info, reg.Notes = r.Info(), append(l.notes, r.Notes()...)
	return reg, nil
}

// lead is how many records are looked at for the header.
const leadRows = 25

// leading reads the first records.
func leading(r *register.Reader) ([]register.Record, error) {
	var lead []register.Record
	for len(lead) < leadRows {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		lead = append(lead, rec)
	}
	return lead, nil
}

// add takes a row of data.
func (r *Register) add(l *layout, rec register.Record) error {
	if l.blank(rec) || l.again(rec) {
		return nil
	}
	if len(r.cards) == MaxRows {
		return &register.Fault{Code: register.FaultLimit, Row: rec.Row, Text: "A register takes 5,000,000 rows, and here is one more."}
	}
	r.cards = append(r.cards, Card{
		Row: rec.Row, Code: l.cell(rec, Code), ID: l.cell(rec, BusinessID), Name: l.cell(rec, Name), IsBarred: l.barred(rec),
	})
	return nil
}

// FromCards makes a register of rows that stand in no file, such as those of an
// API, in the order of their rows; name says where they come from, and sum is of
// what was read. Fields are those that were read, besides the code; without any,
// those of which a card has something. The values are trimmed.
func FromCards(name, sum string, cards []Card, fields ...Field) *Register {
	r := &Register{Info: register.Info{Name: name, Sum: sum}, Columns: map[Field]string{Code: string(Code)}, cards: make([]Card, len(cards))}
	for _, f := range fields {
		r.Columns[f] = string(f)
	}
	var id, named, barred bool
	for i, c := range cards {
		c.Code, c.ID, c.Name = trim(c.Code), trim(c.ID), trim(c.Name)
		r.cards[i] = c
		id, named, barred = id || c.ID != "", named || c.Name != "", barred || c.IsBarred
	}
	for f, has := range map[Field]bool{BusinessID: id, Name: named, Barred: barred} {
		if has && len(fields) == 0 {
			r.Columns[f] = string(f)
		}
	}
	return r
}
