package seal

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lotse/flows"
)

func TestEachChangedLineIsNamed(t *testing.T) {
	for _, form := range []Form{HTML, Markdown, JSON} {
		whole := sealed(t, form, bodies[form])
		lines := strings.SplitAfter(whole, "\n")
		for i, l := range lines[:len(lines)-1] {
			if beginsSeal([]byte(l)) {
				continue
			}
			v := verify(t, strings.Join(lines[:i], "")+"X"+l+strings.Join(lines[i+1:], ""))
			if form == JSON && i == len(lines)-2 { // the closing brace: without it there is no seal where it has to be
				continue
			}
			if v.Fault == nil || v.Fault.Line != int64(i+1) || v.Fault.Text != flows.Short("X"+l[:len(l)-1]) || v.Fault.What.Code != lineChanged {
				t.Errorf("%s, line %d: %+v", form, i+1, v.Fault)
			}
		}
	}
}

func TestLines(t *testing.T) {
	body := "a\nb\nc\nd\ne\n"
	whole := sealed(t, Markdown, body)
	seal := strings.TrimPrefix(whole, body)
	for text, want := range map[string]struct {
		code string
		line int64
		n    int64
	}{
		"a\nb\nC\nd\ne\n":       {lineChanged, 3, 1},
		"A\nb\nc\nd\ne\n":       {lineChanged, 1, 1},
		"a\nb\nc\nd\nE\n":       {lineChanged, 5, 1},
		"a\nB\nc\nD\ne\n":       {lineChanged, 2, 3},
		"a\nb\nd\ne\n":          {linesGone, 3, 1},
		"c\nd\ne\n":             {linesGone, 1, 2},
		"a\nb\nc\nd\n":          {linesGone, 5, 1},
		"a\n":                   {linesGone, 2, 4},
		"":                      {linesGone, 1, 5},
		"a\nb\nx\nc\nd\ne\n":    {linesAdded, 3, 1},
		"x\ny\na\nb\nc\nd\ne\n": {linesAdded, 1, 2},
		"a\nb\nc\nd\ne\n\n":     {linesAdded, 6, 1},
		"a\nb\nb\nc\nd\ne\n":    {linesAdded, 3, 1},
		"a\nc\nb\nd\ne\n":       {lineMoved, 2, 2},
		"e\nb\nc\nd\na\n":       {lineMoved, 1, 5},
		"b\nc\nd\ne\na\n":       {lineMoved, 1, 5},
		"a\nb\nx\ny\nd\ne\n":    {lineChanged, 3, 2},
	} {
		v := verify(t, text+seal)
		if v.Fault == nil {
			t.Errorf("%q is taken for intact", text)
			continue
		}
		if n, _ := v.Fault.What.Arg("n"); v.Fault.What.Code != want.code || v.Fault.Line != want.line || n != want.n || !v.Sealed {
			t.Errorf("%q: %+v, want %+v", text, v.Fault, want)
		}
	}
}

// TestBehindTheSeal: a line there has the number that an editor shows.
func TestBehindTheSeal(t *testing.T) {
	whole := sealed(t, JSON, bodies[JSON])
	v := verify(t, strings.TrimSuffix(whole, "}\n")+"} or more\n")
	if v.Fault == nil || v.Fault.Line != 8 || v.Fault.Text != "} or more" || v.Fault.What.Code != lineChanged {
		t.Errorf("%+v", v.Fault)
	}
}

// TestLineEndsOfItsOwn: a body may have been written with any.
func TestLineEndsOfItsOwn(t *testing.T) {
	body := "a\r\nb\nc\r\nd\n\xef\xbb\xbfe\n"
	whole := sealed(t, Markdown, body)
	if v := verify(t, whole); !v.Intact {
		t.Errorf("%+v", v.Fault)
	}
	for text, line := range map[string]int64{
		strings.Replace(whole, "d", "D", 1):       4,
		strings.Replace(whole, "c\r\n", "c\n", 1): 3,
		strings.Replace(whole, "b", "B", 1):       2,
	} {
		if v := verify(t, text); v.Intact || v.Fault.Line != line {
			t.Errorf("%+v, want line %d", v.Fault, line)
		}
	}
}

// TestAFooterAnywhere: what follows a seal is found wherever that lies in the file.
func TestAFooterAnywhere(t *testing.T) {
	for _, size := range []int{0, 1, window, 2 * window, 3*window - 100} {
		for _, more := range []int{-40, -33, -32, -31, -20, -17, -16, -15, -10, -1, 0, 1, 20, 40} {
			if size+more < 0 {
				continue
			}
			body := "# a\n" + strings.Repeat("x", size+more) + "\n"
			whole := sealed(t, Markdown, body)
			v := verify(t, whole+"footer\n"+strings.Repeat("y", window))
			if v.Fault == nil || v.Fault.What.Code != "seal.behind" || v.Fault.Line != 4 || v.Fault.Text != "footer" {
				t.Errorf("%d: %+v", size+more, v.Fault)
			}
		}
	}
}

func TestWhatProgramsDoToText(t *testing.T) {
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	bom := func(s string) string { return "\xef\xbb\xbf" + s }
	none := func(s string) string { return strings.TrimSuffix(s, "\n") }
	for _, form := range []Form{HTML, Markdown, JSON} {
		whole := sealed(t, form, bodies[form])
		changed := strings.Replace(whole, "e", "E", 1)
		for what, c := range map[string]struct{ text, want string }{
			"line ends":             {crlf(whole), "seal.line_ends"},
			"a mark":                {bom(whole), "seal.mark"},
			"both":                  {bom(crlf(whole)), "seal.mark_and_ends"},
			"no last line end":      {none(whole), "seal.cut"},
			"one line end":          {strings.Replace(whole, "\n", "\r\n", 1), "seal.line_ends"},
			"the seal's line end":   {strings.Replace(whole, places[form].after+"\n", places[form].after+"\r\n", 1), "seal.line_ends"},
			"line ends, and more":   {crlf(changed), lineChanged},
			"a mark, and more":      {bom(changed), lineChanged},
			"a footer of the mail":  {whole + "-- \nSent from my phone\n", "seal.behind"},
			"an empty line":         {whole + "\n", "seal.behind"},
			"two seals":             {whole + strings.TrimPrefix(whole, bodies[form]), ""},
			"another line end":      {strings.Replace(whole, "\n", "\r", 1), ""},
			"a carriage return":     {strings.Replace(whole, "e", "\r", 1), lineChanged},
			"a mark within":         {strings.Replace(whole, "\n", "\n\xef\xbb\xbf", 1), lineChanged},
			"two carriage returns":  {strings.Replace(whole, "\n", "\r\r\n", 1), lineChanged},
			"two marks, two fields": {bom(bom(whole)), lineChanged},
		} {
			v := verify(t, c.text)
			if v.Intact || v.Fault == nil || c.want != "" && v.Fault.What.Code != c.want {
				t.Errorf("%s, %s: %+v, want %s", form, what, v.Fault, c.want)
			}
		}
	}
}

func TestWhatIsQuotedIsClean(t *testing.T) {
	whole := sealed(t, Markdown, bodies[Markdown])
	for _, bad := range []string{"\x1b[31mred\x1b[0m", "\x00\x01\a", "\xff\xfe", "\u202egnp.exe", strings.Repeat("long ", 1<<16), "a\rb", "\x1b]0;title\a"} {
		v := verify(t, strings.Replace(whole, "- one", "- "+bad, 1))
		if v.Fault == nil || v.Fault.Line != 3 {
			t.Fatalf("%q: %+v", bad, v.Fault)
		}
		if got := v.Fault.Text; got != flows.CleanLine(got) || len([]rune(got)) > 60 {
			t.Errorf("%q is quoted as %q", bad, got)
		}
	}
}

// TestAgainstAModel: what is told of lines that were changed at random holds.
func TestAgainstAModel(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var was []string
		for range random.IntN(12) {
			was = append(was, string(rune('a'+random.IntN(4))))
		}
		is := append([]string(nil), was...)
		for range 1 + random.IntN(3) {
			i := random.IntN(len(is) + 1)
			switch random.IntN(3) {
			case 0:
				is = append(is[:i:i], append([]string{"x"}, is[i:]...)...)
			case 1:
				if i < len(is) {
					is = append(is[:i:i], is[i+1:]...)
				}
			default:
				if i < len(is) {
					is[i] = string(rune('a' + random.IntN(4)))
				}
			}
		}
		hold(t, append(was, "end"), append(is, "end"))
	}
}

// hold holds the verdict on lines against those that were sealed.
func hold(t *testing.T, was, is []string) {
	t.Helper()
	body := strings.Join(was, "\n") + "\n"
	text := strings.Join(is, "\n") + "\n"
	v := verify(t, text+strings.TrimPrefix(sealed(t, Markdown, body), body))
	if v.Intact != (body == text) {
		t.Fatalf("%q to %q: %+v", body, text, v)
	}
	if v.Intact {
		return
	}
	first := 0
	for first < len(was) && first < len(is) && was[first] == is[first] {
		first++
	}
	n, _ := v.Fault.What.Arg("n")
	diff := len(is) - len(was)
	if v.Fault.Line != int64(first+1) || v.Fault.What.Code == linesAdded && n != int64(diff) || v.Fault.What.Code == linesGone && n != int64(-diff) || v.Fault.What.Code == lineMoved && diff != 0 {
		t.Errorf("%q to %q: %+v", body, text, v.Fault)
	}
}
