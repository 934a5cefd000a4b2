//go:build unix && !linux

package journey

// memory is told by Linux alone: elsewhere nothing is compared.
func (p *terminal) memory() int { return 0 }
