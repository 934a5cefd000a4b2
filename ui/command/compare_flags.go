package command

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows/register"
	"lotse/flows/register/compare"
)

// parse reads the flags: what is compared, and how each side is read.
func (o *compareOptions) parse() (p compare.Plan, asked [2]compare.Options, err error) {
	if p, err = o.plan(); err != nil {
		return p, asked, err
	}
	if err := o.live.refuse(&o.sides[1]); err != nil {
		return p, asked, err
	}
	for i := range asked {
		if o.sides[i].path == "" && (i == 0 || o.live.url == "") {
			return p, asked, usagef("Which file? --%s FILE.", sideNames[i])
		}
		asked[i] = compare.Options{Options: register.Options{Sheet: o.sides[i].sheet}, Map: map[compare.Field]string{}}
	}
	for _, arg := range o.chosen {
		if err := choose(p.Kind, &asked, arg); err != nil {
			return p, asked, err
		}
	}
	for _, flag := range []struct {
		name string
		args []string
		take func(a *compare.Options, value string) error
	}{{"header", o.header, takeHeader}, {"encoding", o.encoding, takeEncoding}, {"delimiter", o.delimiter, takeDelimiter}} {
		for _, arg := range flag.args {
			for i := range asked {
				value, ok := sideValue(i, arg)
				if !ok {
					continue
				}
				if err := flag.take(&asked[i], value); err != nil {
					return p, asked, err
				}
			}
		}
	}
	return p, asked, nil
}

// plan reads what is compared with what.
func (o *compareOptions) plan() (compare.Plan, error) {
	p := compare.Plan{Kind: compare.Kind(o.register), Left: systemOf(o.sides[0].system), Right: systemOf(o.sides[1].system), Direction: compare.Direction(o.direction)}
	directions := []compare.Direction{compare.NetvisorToRackbeat, compare.RackbeatToNetvisor, compare.NoDirection}
	known := []compare.System{compare.Netvisor, compare.Rackbeat}
	switch {
	case !slices.Contains(compare.Kinds(), p.Kind):
		return p, usagef("Which register? --register customers, suppliers or products, not %q.", short(o.register))
	case p.Left == "" || p.Right == "":
		return p, usagef("A system needs a name: --left-system NAME, --right-system NAME.")
	case p.Left == p.Right:
		return p, usagef("Both sides are of %s: name them apart with --left-system and --right-system.", compare.SystemName(p.Left))
	case !slices.Contains(directions, p.Direction):
		return p, usagef("--direction is netvisor_to_rackbeat, rackbeat_to_netvisor or none, not %q.", short(o.direction))
	case p.Direction != compare.NoDirection && !(slices.Contains(known, p.Left) && slices.Contains(known, p.Right)):
		return p, usagef("--direction %s is about Netvisor and Rackbeat; the sides are %s and %s.", p.Direction, compare.SystemName(p.Left), compare.SystemName(p.Right))
	}
	return p, nil
}

// systemOf is the system of a name; those that are known in any case.
func systemOf(name string) compare.System {
	name = strings.TrimSpace(name)
	for _, known := range []compare.System{compare.Netvisor, compare.Rackbeat} {
		if strings.EqualFold(name, string(known)) {
			return known
		}
	}
	return compare.System(name)
}

// choose takes one --map.
func choose(k compare.Kind, asked *[2]compare.Options, arg string) error {
	place, header, ok := strings.Cut(arg, "=")
	side, name, dotted := strings.Cut(place, ".")
	i := slices.Index(sideNames[:], side)
	field := compare.Field(name)
	if !ok || !dotted || i < 0 || !slices.Contains(k.Fields(), field) {
		return usagef("--map takes SIDE.FIELD=HEADER, not %q; sides are left and right, fields of %s are %s.", short(arg), k, names(k.Fields(), func(f compare.Field) string { return string(f) }))
	}
	if _, twice := asked[i].Map[field]; twice {
		return usagef("--map %s.%s stands twice.", side, field)
	}
	asked[i].Map[field] = header
	return nil
}

// sideValue is what an argument says of a side: [SIDE=]VALUE.
func sideValue(i int, arg string) (string, bool) {
	for k, name := range sideNames {
		if value, ok := strings.CutPrefix(arg, name+"="); ok {
			return value, k == i
		}
	}
	return arg, true
}

func takeHeader(a *compare.Options, value string) error {
	row, err := strconv.Atoi(value)
	if err != nil || row < 1 {
		return usagef("--header takes the row of the header, [SIDE=]ROW, not %q.", short(value))
	}
	a.Header = row
	return nil
}

func takeEncoding(a *compare.Options, value string) error {
	if !slices.Contains(register.Encodings(), value) {
		return usagef("%q is no encoding here; there are %s.", short(value), strings.Join(register.Encodings(), ", "))
	}
	a.Encoding = value
	return nil
}

func takeDelimiter(a *compare.Options, value string) error {
	comma, ok := register.DelimiterNames()[strings.ToLower(value)]
	if !ok {
		return usagef("%q is no delimiter here: it is ; , | or tab.", short(value))
	}
	a.Delimiter = comma
	return nil
}
