package flows_test

import (
	"testing"

	"lotse/flows"
)

// TestNamesThatWindowsReserves: devices with any ending, in any case; streams; what
// it cuts off. Names that only begin so are names.
func TestNamesThatWindowsReserves(t *testing.T) {
	for _, name := range []string{
		"CON", "con", "nul.html", "Aux.tar.gz", "PRN .pdf", "COM1", "com0.csv", "LPT9.txt", "COM¹.md", "CONOUT$", "conin$.txt",
		"report.html:hidden", "C:", "report.", "report.html ", "report. .", "NUL:",
	} {
		if !flows.IsReserved(name) {
			t.Errorf("%q is a name", name)
		}
	}
	for _, name := range []string{
		"console", "con-report.html", "nul_1.html", "COM10.txt", "com.html", "LPT.txt", "auxiliary.pdf", ".con", "report.con", "re port.html", "Größe.csv", "",
	} {
		if flows.IsReserved(name) {
			t.Errorf("%q is reserved", name)
		}
	}
}
