package command_test

import (
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// workbook makes an XLSX of a file whose cells are separated by semicolons.
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: workbook FILE.xlsx SHEET FILE.csv")
	}
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet(args[1]); err != nil {
		ts.Fatalf("%v", err)
	}
	for i, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[2])), "\n") {
		for k, cell := range strings.Split(line, ";") {
			at, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err == nil {
				err = f.SetCellStr(args[1], at, cell)
			}
			if err != nil {
				ts.Fatalf("%v", err)
			}
		}
	}
	if err := f.SaveAs(ts.MkAbs(args[0])); err != nil {
		ts.Fatalf("%v", err)
	}
}
