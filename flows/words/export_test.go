package words

// Area is what one part of Lotse says, for tests: sentences by language and code.
type Area struct {
	Name      string
	Sentences map[string]map[string]string
}

// FillIns are the names of what a person fills in, by language.
func FillIns() map[string]map[string]string {
	all := map[string]map[string]string{}
	for lang, names := range fillIns {
		all[lang] = names()
	}
	return all
}

// Areas are all areas.
func Areas() []Area {
	var all []Area
	for _, a := range areas {
		one := Area{a.name, map[string]map[string]string{}}
		for lang, table := range a.tables {
			one.Sentences[lang] = table()
		}
		all = append(all, one)
	}
	return all
}
