//go:build !unix

package command

import (
	"context"
	"os"
)

// No signal that a program may hear of leaves the echo off here.
var ends, crashes, stops []os.Signal

func end(context.Context, os.Signal) {}
func pause()                         {}
func suspend()                       {}
