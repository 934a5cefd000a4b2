package check

import (
	"testing"
	"time"
)

// TestAServerSaysWhenToAskAgain reads Retry-After as servers write it (RFC 9110,
// section 10.2.3), and as they should not.
func TestAServerSaysWhenToAskAgain(t *testing.T) {
	for after, want := range map[string]time.Duration{
		"30": 30 * time.Second, "0": 0, "86400": 24 * time.Hour,
		"Wed, 25 Nov 2026 09:01:30 GMT": 90 * time.Second, "Wed, 25 Nov 2026 08:00:00 GMT": 0,
		"": -1, "-5": -1, "soon": -1, "1.5": -1, "86401": -1, "999999999999": -1, "99999999999999999999": -1, "Fri, 25 Nov 2033 09:01:30 GMT": -1,
	} {
		e := throttledFor(after, today)
		if e.Code != throttled.Code || e.after() != want {
			t.Errorf("%q: %v, want %v", after, e.after(), want)
		}
		if _, told := e.said.Args["after"]; told != (want >= 0) {
			t.Errorf("%q: told as %v", after, e.said)
		}
	}
	if wait := end(offline).after(); wait != -1 {
		t.Errorf("what has no time has %v", wait)
	}
}
