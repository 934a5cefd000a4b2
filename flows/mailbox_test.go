package flows

import "testing"

// TestPersonalMailboxes knows how the address of a person reads, and takes no
// role and no company for one.
func TestPersonalMailboxes(t *testing.T) {
	for _, s := range []string{
		"anna.muster@example.org", "Anna.Muster@Example.org", "a.muster@example.org", "muster.a@example.org", "anna_muster@example.org", "a_muster@example.org",
		"anna-liisa.virtanen@example.org", "maija.meri-lahti@example.org", "anna.m.muster@example.org", "jörg.müller@example.org", "ö.äkäslompolo@example.org", "anna.muster2@example.org",
		"anna-muster@example.org", "matti-virtanen@example.org", "jürgen-schmidt@example.org", "anna@example.org", "virtanenm@example.org", "mvirtanen@example.org", "mustermannk@example.org", "tmustermann@example.org",
		"anna.virtanen@virtanen.example", "max.planck@example.org", "anna.muster+lists@example.org",
	} {
		if !looksPersonal(s) {
			t.Errorf("%s does not look personal", s)
		}
	}
	for _, s := range []string{
		"info@example.org", "INFO@example.org", "order@example.org", "bestellung@example.org", "myynti@example.org", "it@example.org", "office@example.org", "buchhaltung@example.org", "tilaukset@example.org",
		"kontakt@example.org", "sales@example.org", "support@example.org", "sales.team@example.org", "it.support@example.org", "it-support@example.org", "myynti.helsinki@example.org", "info.fi@example.org", "kundenservice.nord@example.org",
		"no-reply@example.org", "no.reply@example.org", "front.desk@example.org", "auto.service@example.org", "auto-service@example.org", "max-planck@example.org", "robert-bosch@example.org", "hotel.adler@example.org", "bau.meister@example.org",
		"muster.mann@muster-mann.example", "mueller@example.org", "virtanen@example.org", "koskinen@koskinen.example", "permanent@example.org", "component@example.org", "hoffmanns@example.org", "germany@example.org", "k-market@example.org",
		"e-mail@example.org", "anna@anna.example", "invoice.2026@example.org", "a.b@example.org", "one.two.three@example.org", "mail2@example.org", "info+anna.muster@example.org", "4711@example.org", "", "@example.org", "anna.muster2026@example.org",
	} {
		if looksPersonal(s) {
			t.Errorf("%s looks personal", s)
		}
	}
}
