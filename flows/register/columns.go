package register

import (
	"fmt"
	"strconv"
	"strings"
)

// ColumnNames are what columns are called by the cells of their header: clean
// and short; an empty one by its number.
func ColumnNames(header []string) []string {
	names := make([]string, len(header))
	for i, c := range header {
		if names[i] = strings.TrimFunc(Short(c), IsBlank); names[i] == "" {
			names[i] = strconv.Itoa(i + 1)
		}
	}
	return names
}

// FindColumn finds a column by what a person calls it: by its name as it stands,
// else by its letters and digits, else by its number. Row is the header's, for
// the fault.
func FindColumn(names []string, row int, name string) (int, error) {
	asked := strings.TrimFunc(Short(name), IsBlank)
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
				return 0, faultf(FaultTwice, row, i+1, "Columns %d and %d are both called %q: name the column by its number.", found+1, i+1, name)
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
	return 0, faultf(FaultColumn, row, 0, "The file has no column %q; it has %s.", name, ours(ListColumns(names)))
}

// ListColumns lists columns for a sentence.
func ListColumns(names []string) string {
	const most = 30
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}
