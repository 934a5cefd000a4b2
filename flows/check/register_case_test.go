package check

import (
	"os"
	"testing"

	"lotse/flows/register/compare"
)

// TestTheCaseWithoutAMapping holds that the register that somebody had, of which no
// column was understood in a run, is compared: Asiakasnro is the code.
func TestTheCaseWithoutAMapping(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases/12-run-no-mapping/file.csv")
	if err != nil {
		t.Fatal(err)
	}
	var s shelf
	got := s.compared(t, s.env(), compare.Customers, "en", string(raw), "number;name;vat_number;is_barred\n1001;Pohjola Oy;12345671;0\n")
	if got.Status != Passed || english(got.Message) != "Customers: 1 matches, nothing to put right." {
		t.Errorf("%s %s: %s", got.Status, got.Finding, english(got.Message))
	}
	want := map[string]string{"code": "Asiakasnro", "business_id": "Y-tunnus", "name": "Nimi", "barred": ""}
	for _, c := range got.Columns {
		if c.Side == "left" && c.Header != want[c.Field] {
			t.Errorf("%s is %q, want %q", c.Field, c.Header, want[c.Field])
		}
	}
}
