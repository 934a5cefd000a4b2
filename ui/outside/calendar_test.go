package outside

import (
	"testing"
	"time"
)

// TestZoneHasAName where the machine's setting has one that fits its clock.
func TestZoneHasAName(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	own := time.Local
	t.Cleanup(func() { time.Local = own })
	time.Local = berlin
	summer := time.Date(2026, 7, 1, 12, 0, 0, 0, time.Local)
	for setting, want := range map[string]string{
		"Europe/Berlin": "Europe/Berlin", ":Europe/Berlin": "Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin": "Europe/Berlin",
		"Asia/Tokyo": "Local", "CEST-2": "Local", "../../etc/passwd": "Local", "": "Local",
	} {
		t.Setenv("TZ", setting)
		got := "Local"
		if zone := Zone(summer); zone != time.Local {
			got = zone.String()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", setting, got, want)
		}
	}
	if zone := Zone(summer.UTC()); zone != time.UTC {
		t.Errorf("of a clock in UTC: %v", zone)
	}
}
