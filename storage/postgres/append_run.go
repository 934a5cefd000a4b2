package postgres

import (
	"strings"
	"time"

	"lotse/flows/run"
	"lotse/storage/key"
)

// call is a call of the schema's function append, with its arguments by name.
type call struct {
	statement
	given []string
}

func (c *call) give(name string, value any) { c.given = append(c.given, name+" => "+c.arg(value)) }

func (c *call) sql() string { return "SELECT append(" + strings.Join(c.given, ", ") + ")" }

// statements gives what writes a batch: what the run names, the run with its events, and
// what belongs to these.
func (d *DB) statements(b *run.Batch) (*statements, error) {
	h := key.Settle(b)
	s := &statements{id: kept(h.ID)}
	s.documents(b.Documents)
	c := &call{}
	if err := c.run(b, &h); err != nil {
		return nil, err
	}
	if len(b.Events) > 0 && b.Events[0].Seq == 1 {
		if err := d.begin(s, c, b, &h); err != nil {
			return nil, err
		}
	}
	c.events(b.Events)
	s.Queue(c.sql(), c.args...)
	s.versions(b)
	s.evidence(b.Events)
	s.secrets(b.Secrets)
	s.taken(b.Taken)
	return s, nil
}

// run gives which run it is, where it goes on, and what a list and a search have of it.
func (c *call) run(b *run.Batch, h *run.Header) error {
	news, err := key.EncodeNews(h.News)
	if err != nil {
		return err
	}
	body, places, err := key.EncodeIndex(b.Index)
	if err != nil {
		return err
	}
	c.give("which", kept(h.ID))
	c.give("before", h.Events-int64(len(b.Events)))
	c.give("title", shown(h.Title))
	c.give("status", string(h.Status))
	c.give("lang", shown(h.Lang))
	c.give("changed", h.Changed.UnixMilli())
	c.give("due", instant(h.Due))
	c.give("progress", key.EncodeProgress(h.Progress))
	c.give("current", shown(h.Current))
	c.give("current_title", shown(h.CurrentTitle))
	c.give("why", shown(h.Why))
	c.give("waits_for", shown(h.WaitsFor))
	c.give("waits_since", instant(h.WaitsSince))
	c.give("news", shown(news))
	c.give("body", body)
	c.give("places", places)
	c.give("words", lexemes(b.Index))
	if to, moved := run.MovedTo(b.Events); moved {
		c.give("version", to.Version)
		c.give("digest", kept(to.Digest))
	}
	return nil
}

// begin gives what a run is begun with, and the customer that it brings.
func (d *DB) begin(s *statements, c *call, b *run.Batch, h *run.Header) error {
	if _, moved := run.MovedTo(b.Events); !moved {
		c.give("version", h.ProcedureVersion)
		c.give("digest", kept(h.Digest))
	}
	c.give("procedure", shown(h.Procedure))
	c.give("mode", string(h.Mode))
	c.give("started", h.Started.UnixMilli())
	if b.Customer == nil {
		c.give("customer", kept(h.Customer.ID))
		return nil
	}
	name, err := d.bringCustomer(s, *b.Customer)
	if err != nil {
		return err
	}
	c.given = append(c.given, "customer => ("+customerNamed("id", c.arg(name))+")")
	return nil
}

// events gives the events with their contents.
func (c *call) events(all []run.Event) {
	n := len(all)
	if n == 0 {
		return
	}
	ats := make([]int64, n)
	bys, modes, kinds, steps := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	datas, salts, sums, prevs, hashes, contents := make([][]byte, n), make([][]byte, n), make([][]byte, n), make([][]byte, n), make([][]byte, n), make([][]byte, n)
	has := false
	for i := range all {
		e := &all[i]
		ats[i] = e.At.UnixMilli()
		bys[i], modes[i], kinds[i], steps[i] = kept(e.By), kept(string(e.Mode)), kept(string(e.Kind)), kept(e.Step)
		datas[i], salts[i], sums[i], prevs[i], hashes[i] = e.Data, e.Salt, e.Sum, e.Prev, e.Hash
		contents[i], has = e.Content, has || e.Content != nil
	}
	c.give("ats", ats)
	c.give("bys", bys)
	c.give("modes", modes)
	c.give("kinds", kinds)
	c.give("steps", steps)
	c.give("datas", datas)
	c.give("salts", salts)
	c.give("sums", sums)
	c.give("prevs", prevs)
	c.give("hashes", hashes)
	if has {
		c.give("contents", contents)
	}
}

// instant is a time as a column has it; nil for none.
func instant(t *time.Time) *int64 {
	if t == nil {
		return nil
	}
	ms := t.UnixMilli()
	return &ms
}
