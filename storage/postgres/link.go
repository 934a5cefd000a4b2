package postgres

import (
	"context"
	"time"

	"lotse/storage/postgres/wire"
)

// link is one connection, beside a pool, that is made again when it was lost. Over it
// a team is made and changed. It is for one goroutine.
type link struct {
	address Address
	conn    *wire.Conn
}

// changeTime is how long a change of the team waits for a server that is away.
const changeTime = 30 * time.Second

func openLink(ctx context.Context, address string) (*link, error) {
	a, err := ParseAddress(address)
	if err != nil {
		return nil, err
	}
	l := &link{address: a}
	return l, explain("connect", a, a.noMember(l.connect(ctx)))
}

func (l *link) connect(ctx context.Context) (err error) {
	l.conn, err = l.address.connect(ctx, nil)
	return err
}

// Close closes the connection.
func (l *link) Close() error {
	if l.conn == nil {
		return nil
	}
	return l.conn.Close(context.Background())
}

// change does something in one transaction, all of it or nothing, again where that passes
// by itself what was in the way: done twice, it has to be as if it were done once.
func (l *link) change(ctx context.Context, verb string, do func(wire.Tx) error) error {
	return explain(verb, l.address, again(ctx, changeTime, func() error {
		if l.conn == nil || l.conn.IsClosed() {
			if err := l.connect(ctx); err != nil {
				return err
			}
		}
		return l.conn.Begin(ctx, wire.ReadCommitted, do)
	}))
}
