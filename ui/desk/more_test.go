package desk

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// inFrame are the lines inside the frame of what lies over the page, and whether its
// foot says that there are more.
func inFrame(r *rig) (lines []string, says bool) {
	inside := false
	for l := range strings.SplitSeq(r.screen(), "\n") {
		l = strings.TrimSpace(l)
		switch {
		case strings.HasPrefix(l, r.m.th.TopLeft):
			inside = true
		case strings.HasPrefix(l, r.m.th.BottomLeft):
			return lines, slices.ContainsFunc([]string{r.m.t.Wizard.MoreAbove, r.m.t.Wizard.MoreBelow, r.m.th.Up, r.m.th.Down}, func(sign string) bool { return strings.Contains(l, sign) })
		case inside:
			if text := strings.Trim(l, " "+r.m.th.Column); text != "" {
				lines = append(lines, text)
			}
		}
	}
	return lines, false
}

// TestWhatIsCutSaysSo: where a window of five lines less shows less of what lies over
// the page, its frame says that there is more.
func TestWhatIsCutSaysSo(t *testing.T) {
	cut := 0
	for _, lang := range words.Languages() {
		for _, sc := range scenes {
			r := inLanguage(t, lang)
			sc.set(r)
			if r.m.over == nil || isAlone(r.m.over) {
				continue
			}
			whole, _ := inFrame(r.size(40, 17))
			part, says := inFrame(r.size(40, 12))
			lost := slices.ContainsFunc(whole, func(l string) bool { return !slices.Contains(part, l) })
			if lost && !says {
				t.Errorf("%s in %s: of\n%s\nthere is only\n%s\nand nothing says so", sc.name, lang, strings.Join(whole, "\n"), r.screen())
			}
			if lost {
				cut++
			}
		}
	}
	if cut < 30 {
		t.Errorf("only %d scenes were cut", cut)
	}
}
