package desk

import (
	"fmt"
	"io"
	"text/tabwriter"

	"lotse/flows/words"
)

// PrintKeys prints the table of keys in a language: by focus, what each key
// does, and what is said if it does nothing.
func PrintKeys(w io.Writer, lang string) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	where := ""
	for _, b := range Bindings(words.For(lang)) {
		if b.Where != where {
			if where != "" {
				fmt.Fprintln(tab)
			}
			where = b.Where
			fmt.Fprintln(tab, where)
		}
		fmt.Fprintf(tab, "  %s\t%s", b.Key, b.Does)
		if b.NotWhy != "" {
			fmt.Fprintf(tab, "\t%s", b.NotWhy)
		}
		fmt.Fprintln(tab)
	}
	return tab.Flush()
}
