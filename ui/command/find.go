package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func newFind(c *call) *cobra.Command {
	limit := 50
	cmd := c.newVerb("find TEXT", "cmd.short_find", 1, -1, func(ctx context.Context, args []string) error {
		if limit < 1 || limit > 500 {
			return usage("cmd.limit_takes")
		}
		a, err := c.open(ctx)
		if err != nil {
			return err
		}
		hits, err := a.Find(ctx, run.FindQuery{Text: strings.Join(args, " "), Limit: limit})
		if err != nil {
			return err
		}
		return c.print(foundOf(hits))
	})
	cmd.Flags().IntVar(&limit, "limit", limit, c.text("cmd.flag_limit_find"))
	return cmd
}

// findShape is what find prints.
type findShape struct {
	Version int        `json:"version"`
	Hits    []hitShape `json:"hits"`
}

// hitShape is a place where words stand.
type hitShape struct {
	Run       string        `json:"run"`
	Customer  customerShape `json:"customer"`
	Procedure string        `json:"procedure"`
	Step      string        `json:"step"`
	Item      string        `json:"item"`
	Row       string        `json:"row"`
	Kind      run.EntryKind `json:"kind"`
	Text      string        `json:"text"`

	title string
	at    string
	said  flows.Message
}

func foundOf(hits []run.Hit) findShape {
	s := findShape{Version: 1, Hits: []hitShape{}}
	for _, h := range hits {
		e := &h.Entry
		s.Hits = append(s.Hits, hitShape{
			Run: h.Run.ID, Customer: customerShape{ID: h.Run.Customer.ID, Name: h.Run.Customer.Name}, Procedure: h.Run.Procedure,
			Step: e.At.Step, Item: e.At.Item, Row: e.At.Row, Kind: e.Kind, Text: e.Text, title: h.Run.Title, at: e.At.String(), said: e.Message(),
		})
	}
	return s
}

func (s findShape) lines(p *sheet) {
	if len(s.Hits) == 0 {
		p.say("cmd.find_nothing")
	}
	for i := range s.Hits {
		h := &s.Hits[i]
		p.row(h.Run, h.Customer.Name, h.title, h.at, words.Say(p.lang, h.said))
	}
}
