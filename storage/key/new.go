package key

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// NewID makes an id that no other has. random is crypto/rand, outside of tests.
func NewID(random io.Reader) (string, error) {
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("make id: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}

// NewCustomer is a customer as one is added: by the name that is kept, with an id made
// here where there is none. It refuses what Customer refuses.
func NewCustomer(c run.Customer, random io.Reader) (run.Customer, error) {
	var err error
	if c.Name, err = Customer(c.Name); err != nil {
		return c, err
	}
	if c.ID != "" {
		return c, nil
	}
	if c.ID, err = NewID(random); err != nil {
		return c, fmt.Errorf("add customer: %w", err)
	}
	return c, nil
}

// FromOutside gives what a store needs from outside, and in the place of what it is not
// given: the time of the machine, crypto/rand, and nobody who is told.
func FromOutside(now func() time.Time, random io.Reader, tell func(flows.Message)) (func() time.Time, io.Reader, func(flows.Message)) {
	if now == nil {
		now = time.Now
	}
	if random == nil {
		random = rand.Reader
	}
	if tell == nil {
		tell = func(flows.Message) {}
	}
	return now, random, tell
}
