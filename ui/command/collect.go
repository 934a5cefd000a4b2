package command

import (
	"runtime"
	"runtime/debug"
)

// firstCollection is how much fuller than usual the memory gets before it is collected
// for the first time, in per cent: a command is over by then, and collecting is a third
// of what it would cost.
const firstCollection = 400

// CollectLate puts the first collection of garbage off: from 4 MiB of it to 16. From
// the second on all is as usual, so that what runs long, and reads much, takes no more
// memory than without. What GOGC says in the environment counts. For main, which calls it once.
func CollectLate(getenv func(string) string) {
	if getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(firstCollection)
	gone := new(*int) // what has no pointer in it may share its place with what stays
	runtime.AddCleanup(gone, func(usual int) { debug.SetGCPercent(usual) }, usual)
}
