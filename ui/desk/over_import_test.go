package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
)

// saved puts a file beside the test.
func saved(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (r *rig) people() []run.RowView { return r.m.page.View().Step("crew").Item("people").Rows }

// badges are the rows' first column.
func (r *rig) badges() string {
	var all []string
	for _, row := range r.people() {
		all = append(all, fmt.Sprint(row.Values["badge"]))
	}
	return strings.Join(all, " ")
}

func TestRowsComeFromAFile(t *testing.T) {
	path := saved(t, "crew list.csv", "Crew of 2026;;\nBadge;Rank;Height\n4711;cook;180\n47x;mate;170\n4713;;\n")
	r := begun(t).fill()
	r.keys("'1'", "enter").keys("ctrl+f").shows("Rows from a file")
	r.keys("'"+path+"'", "enter")
	r.shows("crew list.csv", "utf-8, separated by ;", "header in row 2", "rows: 3", "Left out: Height", "rows with problems: 1", "row 4", "Below the rows that are there (1)")
	r.size(80, 16).hides("Everything above").keys("pgdown").shows("Not only digits").keys("pgdown").shows("Everything above")
	n := len(r.log())
	r.keys("enter").shows("Rows added: 3. Undo takes them back")
	if got := r.badges(); got != "1 4711 47x 4713" {
		t.Errorf("%s", got)
	}
	if log := r.log(); len(log) != n+1 || !strings.Contains(log[n], `"source":{"name":"crew list.csv","sha256":"`) {
		t.Errorf("%v", log[n:])
	}
	r.keys("ctrl+z")
	if got := r.badges(); got != "1" {
		t.Errorf("after undo %s", got)
	}
}

func TestEscLeavesAllAsItWas(t *testing.T) {
	path := saved(t, "crew.csv", "Badge;Rank\n1;mate\n")
	r := begun(t).fill()
	n := len(r.log())
	r.keys("ctrl+f", "'"+path+"'", "enter", "right", "esc")
	if r.m.over != nil || len(r.log()) != n || r.m.page.At().Item != "people" || !r.m.page.engaged {
		t.Errorf("%T, %d events more, focus on %s", r.m.over, len(r.log())-n, r.m.page.At().Item)
	}
}

func TestTheMappingIsChangedByArrows(t *testing.T) {
	path := saved(t, "crew.csv", "Badge;Rank;Number\n1;mate;11\n2;cook;12\n")
	r := begun(t).fill().keys("'7'", "enter", "ctrl+f", "'"+path+"'", "enter")
	r.shows("Left out: Number")
	r.keys("right").shows("Left out: Badge").keys("space").shows("Instead of the rows that are there (1)")
	r.keys("enter").shows("Rows taken: 2")
	if got := r.badges(); got != "11 12" {
		t.Errorf("%s", got)
	}
	r.keys("ctrl+z")
	if got := r.badges(); got != "7" {
		t.Errorf("after undo %s", got)
	}
	r.keys("ctrl+f", "'"+path+"'", "enter", "h", "h", "h").shows("no header", "column 1").keys("h").shows("header in row 1")
	r.keys("left").shows("nothing", "Nothing in the file fills Badge")
}

func TestAFileThatCannotBeTakenIsSaid(t *testing.T) {
	bad := saved(t, "crew.csv", "Badge;Rank\n1;\"mate\n")
	r := begun(t).fill().keys("ctrl+f", "enter").shows("path of a CSV")
	r.keys("'/none/such.csv'", "enter").shows("There is no file /none/such.csv")
	for range "/none/such.csv" {
		r.keys("backspace")
	}
	r.keys("'"+bad+"'", "enter").shows("Row 2, column 2: A quote opens here")
	if len(r.people()) != 0 {
		t.Error("rows were taken")
	}
}

func TestAPathThatIsPastedOrDroppedOpensTheFile(t *testing.T) {
	path := saved(t, "my crew.csv", "Badge;Rank\n1;mate\n")
	for _, pasted := range []string{path, "'" + path + "'\n", strings.ReplaceAll(path, " ", `\ `), "file://" + strings.ReplaceAll(path, " ", "%20")} {
		r := begun(t).fill().paste(pasted)
		r.shows("Rows from a file", "my crew.csv").wait().keys("enter")
		if got := r.badges(); got != "1" {
			t.Errorf("%q: %s", pasted, got)
		}
	}
	r := begun(t).fill().paste("/none/such.csv").shows("/none/such.csv").keys("enter")
	if got := r.badges(); got != "/none/such.csv" {
		t.Errorf("a text that is no file's path: %q", got)
	}
}

func TestAPasteIsTakenWholeOrShownFirst(t *testing.T) {
	r := begun(t).fill()
	n := len(r.log())
	var many strings.Builder
	for i := range 500 {
		fmt.Fprintf(&many, "%d\tcook\tAft\n", 1000+i)
	}
	r.paste(many.String()).shows("Rows added: 500")
	if len(r.people()) != 500 || len(r.log()) != n+1 || strings.Contains(r.log()[n], "source") {
		t.Errorf("%d rows by %v", len(r.people()), r.log()[n:])
	}
	r.keys("ctrl+z")
	if len(r.people()) != 0 {
		t.Errorf("after undo %d rows", len(r.people()))
	}
	for name, tc := range map[string]struct{ text, says string }{
		"a header that maps":     {"Rank\tBadge\nmate\t21\n", ""},
		"too many columns":       {"1\tcook\tAft\t9\n2\tmate\t\t8\n", "Left out: 4"},
		"a missing column":       {"Rank\tGalley\ncook\tAft\n", "Nothing in the file fills Badge"},
		"a formula":              {"1\tcook\n=2+3\tmate\n", "row 2"},
		"a number Excel spoilt":  {"1\tcook\n1,00E+05\tmate\n", "how Excel writes a long number"},
		"an answer that is none": {"1\tcook\nx\tmate\n", ""},
	} {
		r := begun(t).fill()
		n := len(r.log())
		r.paste(tc.text)
		if tc.says == "" {
			if r.m.over != nil || len(r.log()) != n+1 {
				t.Errorf("%s: not taken: %s", name, r.screen())
			}
			continue
		}
		if r.m.over == nil || len(r.log()) != n {
			t.Fatalf("%s: taken unseen: %s", name, r.screen())
		}
		r.shows("Pasted rows", tc.says)
		r.keys("esc")
		if len(r.people()) != 0 {
			t.Errorf("%s: something was taken", name)
		}
	}
	r.paste("1\t\"cook\n2\tmate\n").shows("Row 1, column 2: A quote opens here and never closes")
	if len(r.people()) != 0 {
		t.Error("a half of it was taken")
	}
}

func TestAHugePasteIsReadBesideTheScreen(t *testing.T) {
	r := begun(t).fill()
	var many strings.Builder
	for i := range 100_001 {
		fmt.Fprintf(&many, "%d\tcook\tAft\n", i)
	}
	text := many.String()
	r.paste(text).shows("Row 100001: This is row 100001 of the data")
	r.wait().keys("enter", "esc")
	if len(r.people()) != 0 {
		t.Error("something was taken")
	}
	r.paste(text[:strings.LastIndex(text, "100000\t")]).shows("rows: 100000")
	r.wait().keys("enter").shows("Rows added: 100000")
	if len(r.people()) != 100_000 {
		t.Errorf("%d rows", len(r.people()))
	}
}

func TestF8GoesFromProblemToProblem(t *testing.T) {
	r := begun(t).fill().paste("1\tmate\tx\nx\tmate\tx\n3\tmate\tx\ny\tcook\t\n")
	r.shows("with problems", "f8 next problem")
	at := func() string {
		row, column := r.m.page.widget.(interface{ FocusedCell() (string, string) }).FocusedCell()
		return row + "." + column
	}
	for i, want := range []string{"r1.aboard", "r2.badge", "r2.aboard", "r3.aboard", "r4.badge", "r4.galley", "r4.aboard", "r1.aboard"} {
		if r.keys("f8"); at() != want {
			t.Fatalf("after %d times at %s, wanted %s", i+1, at(), want)
		}
	}
	r.keys("f8").shows("Not only digits")
}

func TestAListStaysWhereItWasUnderHelp(t *testing.T) {
	r := begun(t).fill().paste("1\tmate\tx\n2\tmate\tx\n3\tmate\tx\n")
	r.keys("down", "down", "f1", "esc", "enter", "backspace", "'9'", "enter")
	if got := r.badges(); got != "1 2 9" {
		t.Errorf("%s", got)
	}
}

func TestARemovedRowComesBackWhereItWas(t *testing.T) {
	r := begun(t).fill().paste("1\tmate\tx\n2\tmate\tx\n3\tmate\tx\n")
	r.keys("down", "ctrl+x")
	if got := r.badges(); got != "1 3" {
		t.Errorf("%s", got)
	}
	r.keys("ctrl+z")
	if got := r.badges(); got != "1 2 3" {
		t.Errorf("%s", got)
	}
}

func TestANewRowThatIsTakenBackLeavesNothingTyped(t *testing.T) {
	r := begun(t).fill().paste("1\tmate\tx\n2\tmate\tx\n")
	r.keys("ctrl+n", "'99'", "ctrl+x")
	if at, typed := r.m.page.TypedHere(); typed {
		t.Errorf("still typed: %+v", at)
	}
	if r.keys("ctrl+n", "'5'", "enter"); r.badges() != "1 5 2" {
		t.Errorf("%s", r.badges())
	}
}

// manyRows are more than the dialogue decides at once.
const manyRows = 2000

func TestManyRowsAreTakenBesideTheScreen(t *testing.T) {
	r := begun(t).fill()
	r.paste(strings.TrimSuffix(strings.Repeat("7\tcook\tAft\n", manyRows+1), "\n"))
	r.wait().keys("pgdown") // the same badge again and again: it was shown first
	_, cmd := r.m.Update(keyOf("enter"))
	r.keys("f1").shows("Taking the rows", "saving")
	if len(r.people()) != 0 || r.m.over != nil {
		t.Fatalf("%d rows, %T", len(r.people()), r.m.over)
	}
	r.do(cmd)
	if len(r.people()) != manyRows+1 || r.m.hold != 0 {
		t.Errorf("%d rows, %d held", len(r.people()), r.m.hold)
	}
	if _, ok := r.m.over.(*helpOver); !ok {
		t.Errorf("the keys that waited are lost: %T", r.m.over)
	}
	r.keys("esc", "ctrl+z")
	if len(r.people()) != 0 {
		t.Errorf("after undo %d rows", len(r.people()))
	}
}

func TestAnAnswerToAnOlderQuestionIsDropped(t *testing.T) {
	path := saved(t, "crew.csv", "Badge;Rank;Number\n1;mate;x\n")
	r := begun(t).fill().keys("ctrl+f", "'"+path+"'", "enter")
	_, older := r.m.Update(keyOf("right")) // Number fills Badge
	_, newer := r.m.Update(keyOf("right")) // nothing does
	r.do(newer)
	r.shows("Nothing in the file fills Badge")
	before := r.screen()
	r.send(older())
	if got := r.screen(); got != before {
		t.Errorf("the older answer was taken:\n%s", got)
	}
}

// TestTheHeaderMovesWhileRowsAreJudged is for the race detector.
func TestTheHeaderMovesWhileRowsAreJudged(t *testing.T) {
	path := saved(t, "crew.csv", "Badge;Rank\n"+strings.Repeat("1;mate\n", 20_000))
	r := begun(t).fill().keys("ctrl+f", "'"+path+"'", "enter")
	_, judging := r.m.Update(keyOf("right"))
	done := make(chan tea.Msg)
	go func() { done <- judging() }()
	r.keys("h", "h", "h")
	<-done
	r.shows("header in row 4")
}
