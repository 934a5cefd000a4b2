package command

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// mapOptions are what is said of the columns of a check's files, as it is given.
type mapOptions struct {
	*call
	chosen     []string // SIDE.FIELD=HEADER, SIDE=
	header     []string // [SIDE=]ROW
	encoding   []string // [SIDE=]ENCODING
	sheets     [2]string
	remembered bool
}

// tableSides are the inputs of a comparison by the names of the flags.
var tableSides = [2]string{check.SideOf(sideNames[0]), check.SideOf(sideNames[1])}

func (o *mapOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&o.chosen, "map", nil, o.text("cmd.flag_check_map"))
	f.StringArrayVar(&o.header, "header", nil, o.text("cmd.flag_side_header"))
	f.StringArrayVar(&o.encoding, "encoding", nil, o.text("cmd.flag_side_encoding", "encodings", strings.Join(register.Encodings(), ", ")))
	for i, name := range sideNames {
		f.StringVar(&o.sheets[i], name+"-sheet", "", o.text("cmd.flag_side_sheet"))
	}
	f.BoolVar(&o.remembered, "remembered", false, o.text("cmd.flag_remembered"))
}

// given reports whether anything was said.
func (o *mapOptions) given() bool {
	return len(o.chosen)+len(o.header)+len(o.encoding) > 0 || o.sheets != [2]string{} || o.remembered
}

// commands are what was said, of one check's files. What does not fit a file is
// refused, and nothing is put on record.
func (o *mapOptions) commands(ctx context.Context, s *run.Session, place string) ([]run.Command, error) {
	at, ok := flows.ParseStep(place)
	if !ok || at.Item == "" {
		return nil, usage("cmd.map_one_check")
	}
	tables, err := check.Tables(s, at)
	if err != nil {
		return nil, err
	}
	if len(tables) == 0 {
		return nil, usage("refuse.no_tables", "item", at)
	}
	said := map[string]*run.Reading{}
	if err := o.read(ctx, s, tables, said); err != nil {
		return nil, err
	}
	var commands []run.Command
	for _, side := range slices.Sorted(maps.Keys(said)) {
		t := tableOf(tables, side)
		if !said[side].IsZero() {
			look, err := t.Look(ctx, o.archive, *said[side])
			if err != nil {
				return nil, o.mapFailure(t, err)
			}
			said[side].Headers = look.Header
		}
		commands = append(commands, run.Map{At: t.At, Side: side, Reading: *said[side]})
	}
	return commands, nil
}

// apply puts what was said on record. Done is true where consequences were not
// confirmed: the run is printed as it stands.
func (o *mapOptions) apply(ctx context.Context, s *run.Session, place string) (done bool, err error) {
	commands, err := o.commands(ctx, s, place)
	if err != nil {
		return false, err
	}
	out, err := o.decided(ctx, s, commands)
	if refusedRipple(err) {
		if err := o.print(o.showOf(s, out.Ripple)); err != nil {
			return true, err
		}
		o.talk("cmd.say_yes")
		return true, status(exitNotComplete)
	}
	if err != nil {
		return false, err
	}
	return false, o.flush(ctx, s)
}

func tableOf(tables []check.Table, side string) *check.Table {
	for i := range tables {
		if tables[i].Side == side {
			return &tables[i]
		}
	}
	return nil
}

// read reads the flags into what is said of each side, beginning with what was
// said before.
func (o *mapOptions) read(ctx context.Context, s *run.Session, tables []check.Table, said map[string]*run.Reading) error {
	of := func(name string) (*run.Reading, error) {
		side := check.SideOf(name)
		t := tableOf(tables, side)
		if t == nil {
			return nil, usage("refuse.no_side", "item", tables[0].At, "side", short(name), "sides", tableSides[:])
		}
		if said[side] == nil {
			r := t.Reading
			r.Columns = maps.Clone(r.Columns)
			said[side] = &r
		}
		return said[side], nil
	}
	if o.remembered {
		if err := o.recall(ctx, s, tables, of); err != nil {
			return err
		}
	}
	for _, arg := range o.chosen {
		if err := chooseOf(tables[0].Kind, of, arg); err != nil {
			return err
		}
	}
	for i, sheet := range o.sheets {
		if sheet == "" {
			continue
		}
		r, err := of(tableSides[i])
		if err != nil {
			return err
		}
		r.Sheet = sheet
	}
	return o.readBoth(of)
}

// readBoth reads the flags that are of both sides, or of one.
func (o *mapOptions) readBoth(of func(string) (*run.Reading, error)) error {
	for _, flag := range []struct {
		args []string
		take func(a *compare.Options, value string) error
		keep func(r *run.Reading, a *compare.Options)
	}{
		{o.header, takeHeader, func(r *run.Reading, a *compare.Options) { r.Header = a.Header }},
		{o.encoding, takeEncoding, func(r *run.Reading, a *compare.Options) { r.Encoding = a.Encoding }},
	} {
		for _, arg := range flag.args {
			sides, value := tableSides[:], arg
			if side, rest, one := strings.Cut(arg, "="); one {
				sides, value = []string{side}, rest
			}
			var a compare.Options
			if err := flag.take(&a, value); err != nil {
				return err
			}
			for _, side := range sides {
				r, err := of(side)
				if err != nil {
					return err
				}
				flag.keep(r, &a)
			}
		}
	}
	return nil
}

// chooseOf takes one --map: SIDE.FIELD=HEADER, or SIDE= for nothing any more.
func chooseOf(k compare.Kind, of func(string) (*run.Reading, error), arg string) error {
	place, header, ok := strings.Cut(arg, "=")
	side, field, dotted := strings.Cut(place, ".")
	fields := k.Fields()
	switch {
	case ok && !dotted && header == "":
		r, err := of(side)
		if err == nil {
			*r = run.Reading{}
		}
		return err
	case !ok || !dotted || !slices.Contains(fields, compare.Field(field)):
		return usage("cmd.check_map_takes", "value", short(arg), "register", string(k), "fields", names(fields, func(f compare.Field) string { return string(f) }))
	}
	r, err := of(side)
	if err != nil {
		return err
	}
	if r.Columns == nil {
		r.Columns = map[string]string{}
	}
	r.Columns[field] = header
	return nil
}

// mapWords are columns as --map takes them.
func mapWords(side string, columns map[string]string) string {
	var all []string
	for _, field := range slices.Sorted(maps.Keys(columns)) {
		all = append(all, "--map "+strconv.Quote(side+"."+field+"="+columns[field]))
	}
	return strings.Join(all, " ")
}

// mapFailure says why a file cannot be read as it was said. That is the call's
// fault, not the file's.
func (o *mapOptions) mapFailure(t *check.Table, err error) error {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return err
	}
	return &flows.Refusal{Kind: flows.ErrUsage, Message: flows.Msg("cmd.at", "at", t.Label, "what", r.Placed()), At: t.At, Cause: r.Cause}
}
