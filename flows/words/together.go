package words

import "maps"

// together is one table of several.
func together(tables ...table) table {
	all := table{}
	for _, t := range tables {
		maps.Copy(all, t)
	}
	return all
}
