package flows

import (
	"testing"
)

func TestAnAddressInAForm(t *testing.T) {
	for _, about := range []Address{AtStep("berth"), At("berth.drawn"), {Step: "sail", Item: "cast-off", Row: "r1", Column: "c"}} {
		at := about.InForm("gate", "why")
		form, is, ok := at.Form()
		if !ok || form != "gate" || is != about.Whole() || at.Step != about.Step {
			t.Errorf("%+v asks in %q about %+v, %t; want %+v", at, form, is, ok, about.Whole())
		}
		if again, ok := ParseItem(at.String()); ok {
			t.Errorf("%s can be the address of an item: %+v", at, again)
		}
		if at == about.InForm("gate", "by") || at == about.InForm("wait", "why") || at == At("berth.letter").InForm("gate", "why") {
			t.Errorf("%s is shared", at)
		}
	}
	for _, at := range []Address{{}, AtStep("berth"), At("berth.drawn"), {Step: "crew", Item: "people", Row: "r1", Column: "badge"}, {Step: "crew", Item: "/gate/why"}} {
		if _, _, ok := at.Form(); ok {
			t.Errorf("%s is in a form", at)
		}
	}
}
