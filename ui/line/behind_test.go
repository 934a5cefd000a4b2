package line

import (
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

const mailProcedure = `procedure: mail
version: 1
title: Mail
summary: Asks whether a domain takes mail.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: mail
    title: The address
    items:
      - {field: address, type: email, label: Address}
      - {check: domain, run: mail.domain, label: Takes mail?, with: {address: address}, level: warn}
`

// TestACauseThatNamesNoAnswerIsSaid runs a check where there is no network to ask.
func TestACauseThatNamesNoAnswerIsSaid(t *testing.T) {
	lib := flows.Open(fstest.MapFS{"mail.yaml": {Data: []byte(mailProcedure)}}, flows.Specs{Checks: check.Specs()})
	r := newRig(t, lib).begun("mail", run.Rehearsal)
	r.types("info@example.org", "check", "quit")
	r.shows("Nothing was asked: the network is switched off for checks.", "Possible causes:", "The setting network is off, or LOTSE_NETWORK is.")
}
