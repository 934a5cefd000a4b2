package compare

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"lotse/flows"
)

// recorded is a report with something in every part of it.
func recorded(kind Kind) *Report {
	r := &Report{
		Plan:      Plan{Kind: kind, Left: Netvisor, Right: Rackbeat, Direction: RackbeatToNetvisor},
		LeftHalf:  Half{File: "asiakkaat <1>.csv", Sum: strings.Repeat("ab", 32), Rows: 12, Only: 2, Encoding: "utf-8", Delimiter: ";", Columns: map[Field]string{Code: "Asiakaskoodi", Name: "Nimi"}},
		RightHalf: Half{File: "customers.xlsx", Sum: strings.Repeat("cd", 32), Rows: 11, Only: 1, Sheet: "Cards", Columns: map[Field]string{Code: "number"}},
		Matches:   Matches{7, 2, 1}, Counts: map[Rule]int{},
	}
	ugly := []string{"", "1E+05", `a "quoted" \ name`, "line\nbreak\ttab\x01\x7f", "Ääkköset Oy \u2028 <&>", "\ufffd"}
	for i, rule := range kind.Rules() {
		left := Card{Row: i + 2, Code: ugly[i%len(ugly)], ID: "0112038-9", Name: ugly[(i+2)%len(ugly)], IsBarred: i%2 == 0}
		right := Card{Row: 1 << 40, Code: "7", Name: ugly[(i+3)%len(ugly)]}
		some := []Finding{
			{Rule: rule, Side: Left, Left: left},
			{Rule: rule, Side: Right, Right: right, Other: []int{9, 10}},
			{Rule: rule, Side: Both, Left: left, Right: right, Tier: BusinessID, Other: []int{3}},
		}
		r.Findings = append(r.Findings, some[:i%4]...)
		r.Counts[rule] = i % 4
	}
	return r
}

func written(t *testing.T, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRecordRoundTrip(t *testing.T) {
	for _, kind := range Kinds() {
		r := recorded(kind)
		text := written(t, r)
		got, err := ReadReport(iotest.OneByteReader(strings.NewReader(text)))
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("%s: %v\n got %+v\nwant %+v", kind, err, got, r)
		}
		if n := strings.Count(text, "\n"); n != len(r.Findings)+1 {
			t.Errorf("%s: %d lines of %d findings", kind, n, len(r.Findings))
		}
	}
}

func TestRecordIsAlwaysTheSame(t *testing.T) {
	r := recorded(Customers)
	first := written(t, r)
	for range 20 {
		r.Counts = maps.Clone(r.Counts)
		if again := written(t, r); again != first {
			t.Fatalf("written as\n%s\nand as\n%s", first, again)
		}
	}
	r.Findings[0].Left.Name = "spoilt \xff byte"
	if text := written(t, r); !strings.Contains(text, "spoilt \ufffd byte") {
		t.Error("what is no UTF-8 is written as it is")
	}
}

func TestRecordForm(t *testing.T) {
	r := recorded(Products)
	r.Findings = []Finding{{Rule: CodeCase, Side: Both, Left: Card{Row: 2, Code: "a1", Name: `9"`}, Right: Card{Row: 3, Code: "A1", IsBarred: true}, Other: []int{4, 5}}}
	_, line, _ := strings.Cut(written(t, r), "\n")
	if want := `{"r":"code-case","s":"both","a":[2,"a1","","9\""],"b":[3,"A1","","",1],"o":[4,5]}` + "\n"; line != want {
		t.Errorf("line %s, want %s", line, want)
	}
}

// TestRecordRefuses spoils a record in one place at a time.
func TestRecordRefuses(t *testing.T) {
	whole := written(t, recorded(Customers))
	lines := strings.SplitAfter(whole, "\n")
	for name, text := range map[string]string{
		"nothing":             "",
		"no line break":       strings.TrimSuffix(whole, "\n"),
		"half a line":         whole[:len(whole)-20],
		"a line less":         strings.Join(lines[:len(lines)-2], ""),
		"a line twice":        whole + lines[len(lines)-2],
		"an empty line":       whole + "\n",
		"carriage returns":    strings.ReplaceAll(whole, "\n", "\r\n"),
		"only findings":       strings.Join(lines[1:], ""),
		"a later version":     strings.Replace(whole, `"v":2`, `"v":3`, 1),
		"version 0":           strings.Replace(whole, `"v":2`, `"v":0`, 1),
		"no register":         strings.Replace(whole, `"kind":"customers"`, `"kind":"people"`, 1),
		"another register":    strings.Replace(whole, `"kind":"customers"`, `"kind":"products"`, 1),
		"an unknown key":      strings.Replace(whole, `{"v":2`, `{"v":2,"x":2`, 1),
		"a key twice":         strings.Replace(whole, `{"v":2`, `{"v":2,"v":1`, 1),
		"no way":              strings.Replace(whole, `"direction":"rackbeat_to_netvisor"`, `"direction":"up"`, 1),
		"less than nothing":   strings.Replace(whole, `"only":2`, `"only":-2`, 1),
		"a rule not counted":  strings.Replace(whole, `"barred":`, `"barre":`, 1),
		"an unknown rule":     strings.Replace(whole, `{"r":"barred"`, `{"r":"bored"`, 1),
		"another's rule":      strings.Replace(whole, `{"r":"barred"`, `{"r":"code-case"`, 1),
		"no side":             strings.Replace(whole, `"s":"left"`, `"s":"up"`, 1),
		"another side's card": strings.Replace(whole, `"s":"left"`, `"s":"right"`, 1),
		"no card":             strings.Replace(whole, `"s":"both"`, `"s":"left"`, 1),
		"no tier":             strings.Replace(whole, `"t":"business_id"`, `"t":"barred"`, 1),
		"a row below 0":       strings.Replace(whole, `,"o":[3]`, `,"o":[-3]`, 1),
		"a row that is none":  strings.Replace(whole, `,"o":[3]`, `,"o":[3.5]`, 1),
		"no rows":             strings.Replace(whole, `,"o":[3]`, `,"o":[]`, 1),
		"a 0 before":          strings.Replace(whole, `,"o":[3]`, `,"o":[03]`, 1),
		"a blank":             strings.Replace(whole, `,"o":[3]`, `, "o":[3]`, 1),
		"other escapes":       strings.Replace(whole, `\u0001`, `\x01`, 1),
		"needless escapes":    strings.Replace(whole, `1E+05`, `\u0031E+05`, 1),
		"no escapes":          strings.Replace(whole, `\u0001`, "\x01", 1),
		"no UTF-8":            strings.Replace(whole, `1E+05`, "\xff", 1),
		"a line that goes on": strings.Replace(whole, `,"o":[3]}`, `,"o":[3]} `, 1),
	} {
		if text == whole {
			t.Fatalf("%s: nothing is spoilt", name)
		}
		r, err := ReadReport(strings.NewReader(text))
		if _, kind, said := refused(err); !errors.Is(err, ErrRecord) || said == "" || (kind == flows.ErrNewer) != (name == "a later version") {
			t.Errorf("%s: %v, %s %s, %v", name, r, kind, said, err)
		}
	}
	broken := errors.New("broken pipe")
	if _, err := ReadReport(io.MultiReader(strings.NewReader(whole), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("a reader that fails: %v", err)
	}
	if err := Write(failing{broken}, recorded(Customers)); !errors.Is(err, broken) {
		t.Errorf("a writer that fails: %v", err)
	}
}

type failing struct{ error }

func (f failing) Write([]byte) (int, error) { return 0, f.error }

// TestRecordEndless holds the memory that hostile input can take.
func TestRecordEndless(t *testing.T) {
	line := written(t, recorded(Customers))
	head, _, _ := strings.Cut(line, "\n")
	for name, endless := range map[string]io.Reader{
		"of one line":  &repeated{text: "x"},
		"of one value": io.MultiReader(strings.NewReader(head+"\n"+`{"r":"barred","s":"left","a":[1,"`), &repeated{text: "x"}),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := ReadReport(io.LimitReader(endless, 1<<40)); !errors.Is(err, ErrRecord) {
			t.Errorf("%s: %v", name, err)
		}
		runtime.ReadMemStats(&after)
		if most := uint64(4 * maxLine); after.TotalAlloc-before.TotalAlloc > most {
			t.Errorf("%s: %d bytes taken, want at most %d", name, after.TotalAlloc-before.TotalAlloc, most)
		}
	}
}

// repeated is a text again and again.
type repeated struct{ text string }

func (r *repeated) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], r.text)
	}
	return n, nil
}

// FuzzReadReport holds that what is read is written again as it was.
func FuzzReadReport(f *testing.F) {
	for _, kind := range Kinds() {
		var b bytes.Buffer
		if err := Write(&b, recorded(kind)); err != nil {
			f.Fatal(err)
		}
		f.Add(b.String())
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ReadReport(strings.NewReader(text))
		if err != nil {
			if !errors.Is(err, ErrRecord) {
				t.Fatalf("%v", err)
			}
			return
		}
		if again := written(t, r); again != text {
			t.Fatalf("read\n%s\nwritten\n%s", text, again)
		}
	})
}

// BenchmarkRecord writes and reads 100,000 findings.
func BenchmarkRecord(b *testing.B) {
	r := recorded(Customers)
	r.Findings = nil
	for rule := range r.Counts {
		r.Counts[rule] = 0
	}
	r.Counts[OtherName] = 100_000
	for i := range 100_000 {
		c := Card{Row: i, Code: fmt.Sprint(i), ID: "0112038-9", Name: fmt.Sprintf("Pohjola Osat Oy %d", i)}
		r.Findings = append(r.Findings, Finding{Rule: OtherName, Side: Both, Left: c, Right: c})
	}
	var out bytes.Buffer
	if err := Write(&out, r); err != nil {
		b.Fatal(err)
	}
	b.Run("write", func(b *testing.B) {
		b.SetBytes(int64(out.Len()))
		for b.Loop() {
			if err := Write(io.Discard, r); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(out.Len()))
		for b.Loop() {
			if _, err := ReadReport(bytes.NewReader(out.Bytes())); err != nil {
				b.Fatal(err)
			}
		}
	})
}
