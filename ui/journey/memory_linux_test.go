package journey

import (
	"fmt"
	"os"
	"strings"
)

// memory is what the program holds of it, in bytes.
func (p *terminal) memory() int {
	p.t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	var kib int
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		p.t.Fatalf("read VmRSS of %.40q: %v", rest, err)
	}
	return kib << 10
}
