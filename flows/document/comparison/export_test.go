package comparison

import (
	"io"

	"lotse/flows/register/compare"
)

// XLSXOf is XLSX with sheets of so many rows.
func XLSXOf(w io.Writer, r *compare.Report, lang string, rows int) error {
	return newBook(w, r, lang).write(rows)
}
