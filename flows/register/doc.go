// Package register reads what other systems export: lists and registers as CSV
// or XLSX, in whatever dialect they come. It says what it understood (encoding,
// delimiter, header row, columns), names every problem by row and column, and
// proposes which column of a file fills which column of a list.
//
// It is pure: it reads from an io.ReaderAt, knows no path and no network, and
// imports flows and x/text. A CSV is streamed: the memory needed does
// not grow with the file. What it gives is as it stands in the file; what is
// kept goes through flows.Clean in Table.Cells.
package register
