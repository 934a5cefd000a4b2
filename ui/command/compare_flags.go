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
			return p, asked, usage("cmd.which_file", "side", sideNames[i])
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
		return p, usage("cmd.which_register", "register", short(o.register))
	case p.Left == "" || p.Right == "":
		return p, usage("cmd.system_name")
	case p.Left == p.Right:
		return p, usage("cmd.same_system", "system", compare.SystemName(p.Left))
	case !slices.Contains(directions, p.Direction):
		return p, usage("cmd.no_direction", "direction", short(o.direction))
	case p.Direction != compare.NoDirection && !(slices.Contains(known, p.Left) && slices.Contains(known, p.Right)):
		return p, usage("cmd.other_direction", "direction", string(p.Direction), "left", compare.SystemName(p.Left), "right", compare.SystemName(p.Right))
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
		return usage("cmd.side_map_takes", "value", short(arg), "register", string(k), "fields", names(k.Fields(), func(f compare.Field) string { return string(f) }))
	}
	if _, twice := asked[i].Map[field]; twice {
		return usage("cmd.flag_twice", "flag", "map", "value", side+"."+string(field))
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
		return usage("cmd.side_header_takes", "value", short(value))
	}
	a.Header = row
	return nil
}

func takeEncoding(a *compare.Options, value string) error {
	encoding, ok := register.EncodingNamed(value)
	if !ok {
		return usage("cmd.no_encoding", "value", short(value), "encodings", strings.Join(register.Encodings(), ", "))
	}
	a.Encoding = encoding
	return nil
}

func takeDelimiter(a *compare.Options, value string) error {
	comma, ok := register.DelimiterNames()[strings.ToLower(value)]
	if !ok {
		return usage("cmd.no_delimiter", "value", short(value))
	}
	a.Delimiter = comma
	return nil
}
