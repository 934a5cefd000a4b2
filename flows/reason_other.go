//go:build !windows

package flows

var ownReasons []systemReason
