package check

import (
	"context"
	"strings"
	"unicode"

	"lotse/flows"
	"lotse/flows/run"
)

var (
	codeDiffers = Finding{Code: "code_differs", Status: Failed, Message: "check.code_position", Also: []string{"check.code_stray", "check.code_length"}}
	notSent     = Finding{Code: "not_sent", Status: Unknown, Message: "check.not_sent", Also: []string{"check.not_sent_here"}}
)

// mailReadbackCheck compares the code that somebody read in a test mail with
// the code that Lotse put into it: proof that the mailbox is read, without
// sending anything.
func mailReadbackCheck() Check {
	return Check{
		Name:  "mail.readback",
		Title: "check.title_mail_readback",
		Inputs: []flows.Input{
			{Name: "address", Types: addressTypes, Required: true},
			{Name: "code", Types: codeTypes},
		},
		Findings: []Finding{codeDiffers, notSent, missing},
		run:      mailReadback,
	}
}

// mailReadback compares the code with that of the run's test mail to the
// address. Letter case, blanks and hyphens do not count.
func mailReadback(_ context.Context, j *job) run.CheckResult {
	address := j.inputs("address")[0]
	want := plainCode(run.ReadbackCode(j.Run, j.Round, flows.Format(address.Value)))
	is := plainCode(j.text("code"))
	switch {
	case want == "":
		return j.found(notSent, flows.Msg("check.not_sent_here"))
	case is == "":
		return j.found(notSent, flows.Msg("check.not_sent", "address", flows.Format(address.Value)))
	case is == want:
		j.phase("code", Passed, flows.Msg("check.code_same"))
		return j.result(Passed, "", flows.Msg("check.readback_passed", "address", flows.Format(address.Value)))
	}
	detail := wrongCode([]rune(want), []rune(is))
	j.phase("code", Failed, detail)
	code := j.inputs("code")[0]
	return j.found(codeDiffers, detail,
		run.Cause{Message: flows.Msg("check.cause_code"), Item: code.Item},
		run.Cause{Message: flows.Msg("check.cause_address", "label", label(&address), "address", flows.Format(address.Value)), Item: address.Item},
	)
}

// wrongCode says why a code is not the mail's: first a character that no code
// has, such as O for 0, then the length, then the position.
func wrongCode(want, is []rune) flows.Message {
	for i, c := range is {
		if !run.InReadbackCode(c) {
			return flows.Msg("check.code_stray", "n", i+1, "c", character(c, true))
		}
	}
	if len(want) != len(is) {
		return flows.Msg("check.code_length", "n", len(is), "want", len(want))
	}
	i := 0
	for want[i] == is[i] {
		i++
	}
	return flows.Msg("check.code_position", "n", i+1, "c", string(is[i]))
}

// plainCode is a code without what does not count.
func plainCode(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || unicode.Is(unicode.Pd, c) || c == '−' {
			return -1
		}
		return unicode.ToUpper(c)
	}, flows.CleanLine(s))
}
