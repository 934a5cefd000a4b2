// Package document holds what is written from a run's answers: e-mail drafts,
// sheets, reports. A template comes with the program, with a specification that proves
// a procedure without writing anything and its text in one or several languages, a
// file of text/template in the folder templates; or with the procedure, by whose
// load it is proven. A secret's value never reaches a
// template: it can only be told whether the secret is there. The package may
// import lotse/flows, flows/run, flows/register and flows/words; never ui, storage
// or the network.
package document

import "lotse/flows"

// template is a template and how its language is chosen.
type template struct {
	flows.TemplateSpec
	langs  []string      // in which its text is written
	reads  string        // the language of whoever reads it, whatever the run's; "" for the run's
	named  string        // id of the field with the recipient's name; "" for none
	letter *flows.Letter // of a procedure, whose text it is; nil: the program's
}

// templates are all templates, by procedure.
var templates = []template{
	{
		TemplateSpec: flows.TemplateSpec{Name: "teccom-ask-client-admin", Inputs: []string{"organisation", "client_admin", "page_seen", "create_result", "other_organisation_has_client"}},
		langs:        []string{"en", "de", "fi"},
		named:        "client_admin",
	},
	{
		TemplateSpec: flows.TemplateSpec{Name: "teccom-client-sheet", Inputs: []string{"organisation", "client_id", "organisations", "administrators"}},
		langs:        []string{"en", "de", "fi"},
	},
	{
		TemplateSpec: flows.TemplateSpec{
			Name:   "techdata-request",
			Inputs: []string{"representative"},
			Asks:   []string{"client_id", "client_secret", "end_point_url", "techdata_soin", "currency_code", "api_end_point_url", "reseller_relationship_url"},
		},
		langs: []string{"en", "de", "fi"},
		named: "representative",
	},
	{
		TemplateSpec: flows.TemplateSpec{
			Name:   "sage-order-management",
			Inputs: []string{"partner_name", "partner_number", "customer_number", "order_number", "order_date", "contact_name", "main_email", "entitlement_email", "sage_id_email", "change_side"},
		},
		langs: []string{"de", "en"}, reads: "de",
	},
	{
		TemplateSpec: flows.TemplateSpec{
			Name:   "netvisor-credentials",
			Inputs: []string{"netvisor_user_id", "key_way"},
			Asks:   []string{"allow.integration_allowed", "allow_seen"},
		},
		langs: []string{"fi", "en"}, reads: "fi",
	},
	{
		TemplateSpec: flows.TemplateSpec{
			Name:   "netvisor-go-live",
			Inputs: []string{"direction", "registers", "switch_on", "switch_on_date"},
			Asks:   []string{"allow.integration_allowed", "allow_seen", "netvisor_user_id", "rackbeat-key.key_created"},
		},
		langs: []string{"fi", "en"}, reads: "fi",
	},
	{
		TemplateSpec: flows.TemplateSpec{Name: "test-mail"},
		langs:        []string{"en", "de", "fi"},
	},
}

// Templates lists the templates that a procedure may name. None reads a secret.
func Templates() []flows.TemplateSpec {
	specs := make([]flows.TemplateSpec, len(templates))
	for i := range templates {
		specs[i] = templates[i].TemplateSpec
	}
	return specs
}

// find is the template of a draft: the procedure's own, or the program's of that
// name; nil where there is none.
func find(d *flows.Draft) *template {
	if d.Letter != nil {
		return &template{TemplateSpec: d.Letter.TemplateSpec, langs: d.Letter.Languages(), letter: d.Letter}
	}
	for i := range templates {
		if templates[i].Name == d.Template {
			return &templates[i]
		}
	}
	return nil
}
