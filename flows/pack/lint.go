package pack

import (
	"slices"
	"strings"

	"lotse/flows"
)

// Own is the name of the pack that Lotse comes with. No other may have it.
const Own = "lotse"

// Lint proves all procedures of the pack, what they include, and translations of
// what is not there; with translations also what these lack, for which the language
// of the procedure stands in. The faults are sorted by file; none: all is well.
func (p *Pack) Lint(specs flows.Specs, translations bool) flows.Faults {
	var faults flows.Faults
	for _, f := range p.Files {
		if !strings.HasSuffix(f.Name, ".yaml") || f.Name == Manifest || strings.Contains(f.Name, "/") {
			continue
		}
		if id, _, overlay := strings.Cut(strings.TrimSuffix(f.Name, ".yaml"), "."); overlay && slices.Contains(p.Procedures, id) && !isSteps(f.Name) {
			continue // proved with its procedure
		}
		for _, fault := range flows.Lint(p.FS, f.Name, specs) {
			known := slices.ContainsFunc(faults, func(f flows.Fault) bool { return f.String() == fault.String() })
			if !known && (translations || !isOverlay(fault.File)) {
				faults = append(faults, fault)
			}
		}
	}
	return faults
}

func isSteps(file string) bool { return strings.HasSuffix(file, ".steps.yaml") }

func isOverlay(file string) bool {
	return strings.Count(file, ".") == 2 && strings.HasSuffix(file, ".yaml") && !isSteps(file)
}
