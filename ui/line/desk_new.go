package line

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// begin asks for procedure and customer, and starts a run.
func (d *desk) begin(mode run.Mode) error {
	procedure, err := d.askProcedure()
	if err != nil || procedure == "" {
		return err
	}
	customer, err := d.askCustomer()
	if err != nil || customer == "" {
		return err
	}
	s, err := outside.Start(d.ctx, &d.Screen, procedure, customer, mode)
	if err != nil {
		d.sayf(d.l.Refused, d.sentence(err))
		return nil
	}
	return d.open(s.ID())
}

func (d *desk) askProcedure() (string, error) {
	offers, bad := outside.Offers(d.ctx, d.Archive, d.Entries(), d.Lang)
	for _, err := range bad {
		d.sayf(d.l.Refused, d.sentence(err))
	}
	d.sayf("%s:", d.t.Overlay.NewProcedure)
	options := make([]flows.Option, len(offers))
	for i := range offers {
		options[i] = flows.Option{Value: offers[i].Name, Label: offers[i].Title}
		d.sayf("%d: %s", i+1, d.offer(&offers[i]))
	}
	for {
		text, err := d.reply(fmt.Sprintf(d.l.AskProcedure, len(options)))
		if err != nil || text == "" {
			return "", err
		}
		if o, ok := d.pick(options, text); ok {
			d.about(&offers[slices.Index(options, o)])
			return o.Value, nil
		}
	}
}

// offer is a procedure in a line: its title, its steps and how long it takes.
func (d *desk) offer(o *outside.Offer) string {
	said := []string{o.Title}
	for _, m := range o.Facts() {
		said = append(said, words.Say(d.Lang, m))
	}
	return strings.Join(said, ", ") + "."
}

// about says what a procedure is about, and what to have at hand.
func (d *desk) about(o *outside.Offer) {
	d.say(sentence(o.Summary))
	if m := o.AtHand(); !m.IsZero() {
		d.say(sentence(words.Say(d.Lang, m)))
	}
}

// reply asks something for a new run. Only words of the list of runs count
// here, and only without arguments, since a customer may have any name.
func (d *desk) reply(prompt string) (string, error) {
	line, err := d.read(prompt)
	if err != nil {
		return "", withoutPartial(err)
	}
	text, literal := unquoted(line)
	if text = strings.TrimSpace(text); !literal && slices.Contains([]string{words.DeskHelp, words.DeskList, words.DeskMore, words.DeskQuit}, strings.ToLower(text)) {
		return "", &wordError{text}
	}
	return text, nil
}

// offered is the maximum number of known customers that are offered.
const offered = 9

// askCustomer asks for the customer. Known customers who may be meant by the typed
// text are offered by number.
func (d *desk) askCustomer() (string, error) {
	name, err := d.reply(d.l.AskCustomer)
	if name = run.CustomerName(name); err != nil || name == "" {
		return "", err
	}
	for {
		known, err := outside.KnownCustomers(d.ctx, d.Archive, name, offered)
		if err != nil || len(known) == 0 || d.isKnown(name, known) {
			return name, err
		}
		for i, c := range known {
			d.sayf("%d: %s", i+1, d.customer(&c))
		}
		text, err := d.reply(fmt.Sprintf(d.l.AskKnown, len(known), name))
		if err != nil || text == "" {
			return name, err
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(known) {
			return known[n-1].Name, nil
		}
		name = run.CustomerName(text)
	}
}

func (d *desk) isKnown(name string, known []outside.Known) bool {
	for _, c := range known {
		if c.Name == name {
			return true
		}
	}
	return false
}

// customer is a known customer in a line: how many runs there are, and the day of
// the newest.
func (d *desk) customer(k *outside.Known) string {
	name := flows.CleanLine(k.Name)
	if k.Runs == 0 {
		return name
	}
	return name + ", " + words.Say(d.Lang, flows.Msg("start.runs", "n", k.Runs, "day", words.ShortDay(d.Lang, k.Last, d.now())))
}
