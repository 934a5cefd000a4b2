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
	of := map[string]map[string]map[string]string{} // area, language, code
	for _, l := range languages {
		for _, a := range l.areas {
			if of[a.name] == nil {
				of[a.name] = map[string]map[string]string{}
			}
			if of[a.name][l.code] != nil {
				panic(l.code + " has the area " + a.name + " twice")
			}
			of[a.name][l.code] = a.sentences()
		}
	}
	for _, name := range slices.Sorted(maps.Keys(of)) {
		all = append(all, Area{name, of[name]})
	}
	return all
}
