// Package document holds what is written from a run's answers: e-mail drafts,
// sheets, reports. It has each template's specification, which proves a
// procedure without writing anything, and, as they are built, the templates. It
// may import lotse/flows, flows/run and flows/register; never ui, storage or the
// network.
package document

import "lotse/flows"

// Templates lists the templates that a procedure may name, those included that
// come with a later version. None takes a secret.
func Templates() []flows.TemplateSpec {
	return []flows.TemplateSpec{
		{
			Name:   "teccom-ask-client-admin",
			Inputs: []string{"organisation", "client_admin"},
		},
		{
			Name:   "teccom-client-sheet",
			Inputs: []string{"organisation", "client_id", "organisations", "administrators"},
		},
	}
}
