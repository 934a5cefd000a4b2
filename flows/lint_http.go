package flows

import "slices"

// http doubts findings that take the place of the program's, and faults that
// nothing finds.
func (v *linter) http(c *Check, spec *CheckSpec, path string) {
	if c.Request == nil {
		return
	}
	for _, f := range c.Request.Found {
		if slices.Contains(spec.Findings, f.Code) {
			v.lint(v.placeAt(path+".found."+f.Code), "lint.http_code_taken", "code", f.Code, "check", spec.Name)
		}
	}
}
