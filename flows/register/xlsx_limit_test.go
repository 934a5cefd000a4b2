package register

import (
	"runtime"
	"strings"
	"testing"

	"lotse/flows"
)

// TestAWorkbookNeedsNoMoreThanItsLimits: what is held in memory is bounded before
// it is held.
func TestAWorkbookNeedsNoMoreThanItsLimits(t *testing.T) {
	good := simple(t)
	long := strings.Repeat("9", 64<<20)
	defer func(was int) { maxStrings = was }(maxStrings)
	maxStrings = 7
	for _, tc := range []struct {
		name        string
		file        []byte
		row, column int
		says        string
		most        uint64 // that is allocated
	}{
		{"a value that never ends", patched(t, good, "xl/worksheets/sheet1.xml", func(s string) string {
			return strings.Replace(s, "<v>1.5</v>", "<v>"+long+"</v>", 1)
		}), 2, 3, "1 MiB", 96 << 20},
		{"a tag that never ends", patched(t, good, "xl/worksheets/sheet1.xml", func(s string) string {
			return strings.Replace(s, `<row r="4"`, `<row r="4" x="`+long+`"`, 1)
		}), 2, 3, "a cell or a tag", 96 << 20},
		{"many sheets", patched(t, good, "xl/workbook.xml", func(s string) string {
			return strings.Replace(s, "<sheets>", "<sheets>"+strings.Repeat("<sheet/>", 4<<20), 1)
		}), 0, 0, "xl/workbook.xml", 8 << 20},
		{"many texts", patched(t, good, "xl/sharedStrings.xml", func(s string) string {
			return strings.Replace(s, "<si>", strings.Repeat("<si/>", 4)+"<si>", 1)
		}), 0, 0, "more than 7 texts", 8 << 20},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _, err := read(tc.file, Options{})
		runtime.ReadMemStats(&after)
		if _, kind, at := refused(err); kind != flows.ErrLimit || at.Row != tc.row || at.Column != tc.column || !strings.Contains(sentence(err), tc.says) {
			t.Errorf("%s: %+v, %v", tc.name, at, err)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > tc.most {
			t.Errorf("%s: %d MiB were allocated", tc.name, n>>20)
		}
	}
}
