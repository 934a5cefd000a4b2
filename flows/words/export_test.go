package words

import (
	"maps"
	"slices"
)

// Area is what one part of Lotse says, for tests: sentences by language and code.
type Area struct {
	Name      string
	Sentences map[string]map[string]string
}

// FillIns are the names of what a person fills in, by language.
func FillIns() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, l := range languages {
		if l.fillIns != nil {
			all[l.code] = l.fillIns()
		}
	}
	return all
}

// Areas are all areas, by name.
func Areas() []Area {
	var all []Area
	names := map[string]bool{}
	for _, l := range languages {
		for name := range l.areas {
			names[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		one := Area{name, map[string]map[string]string{}}
		for _, l := range languages {
			if area := l.areas[name]; area != nil {
				one.Sentences[l.code] = area()
			}
		}
		all = append(all, one)
	}
	return all
}
