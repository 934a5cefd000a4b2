package register

import (
	"strconv"
	"strings"

	"lotse/flows"
)

// ColumnNames are what columns are called by the cells of their header: clean
// and short; an empty one by its number.
func ColumnNames(header []string) []string {
	names := make([]string, len(header))
	for i, c := range header {
		if names[i] = strings.TrimFunc(flows.Short(c), IsBlank); names[i] == "" {
			names[i] = strconv.Itoa(i + 1)
		}
	}
	return names
}

// FindColumn finds a column by what a person calls it: by its name as it stands,
// else by its letters and digits, else by its number. Row is the header's, for
// the refusal.
func FindColumn(names []string, row int, name string) (int, error) {
	asked := strings.TrimFunc(flows.Short(name), IsBlank)
	for _, same := range []func(string) bool{
		func(c string) bool { return c == asked },
		func(c string) bool { return Fold(c) != "" && Fold(c) == Fold(asked) },
	} {
		found := -1
		for i, c := range names {
			if !same(c) {
				continue
			}
			if found >= 0 {
				return 0, notThere(row, i+1, SameName, "first", found+1, "second", i+1, "name", flows.Short(name))
			}
			found = i
		}
		if found >= 0 {
			return found, nil
		}
	}
	if n, err := strconv.Atoi(asked); err == nil && n >= 1 && n <= len(names) {
		return n - 1, nil
	}
	return 0, notThere(row, 0, NoColumn, "column", flows.Short(name), "columns", ListColumns(names))
}

// ListColumns lists columns as a sentence names them.
func ListColumns(names []string) flows.Message {
	const most = 30
	if len(names) > most {
		return flows.Msg("register.and_more", "names", strings.Join(names[:most], ", "), "n", len(names)-most)
	}
	return flows.Said(strings.Join(names, ", "))
}
