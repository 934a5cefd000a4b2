package compare

import (
	"context"
	"errors"

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
	Columns map[Field]string
	Notes   []register.Issue // what a person has to know of the file

	cards []Card
}

// Len counts the rows of data.
func (r *Register) Len() int { return len(r.cards) }

// Card is the i-th row of data.
func (r *Register) Card(i int) Card { return r.cards[i] }

// Read reads a register. What refuses a file is a *register.Fault with its
// place: nothing in it, broken off, no code column, another register's header.
func Read(ctx context.Context, src register.Source, k Kind, o Options) (*Register, error) {
	return nil, errors.New("read register: not built")
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
	for i, c := range cards {
		c.Code, c.ID, c.Name = trim(c.Code), trim(c.ID), trim(c.Name)
		r.cards[i] = c
		for f, has := range map[Field]bool{BusinessID: c.ID != "", Name: c.Name != "", Barred: c.IsBarred} {
			if has && len(fields) == 0 {
				r.Columns[f] = string(f)
			}
		}
	}
	return r
}
