package comparison

import (
	"archive/zip"
	"io"

	"lotse/flows/register/compare"
)

// XLSXOf is XLSX with sheets of so many rows.
func XLSXOf(w io.Writer, r *compare.Report, lang string, rows int) error {
	return (&book{zip: zip.NewWriter(w), report: r, lang: lang}).write(rows)
}
