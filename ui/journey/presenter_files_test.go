//go:build unix

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The faults of customers.csv.
const (
	customers   = 1204
	withLetters = 38
	withZero    = 12
	sameID      = 4
)

// businessID is a Finnish business ID: seven digits and the one that checks them.
func businessID(digits string) (id string, ok bool) {
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2} {
		sum += weight * int(digits[i]-'0')
	}
	switch sum %= 11; sum {
	case 0:
		return digits + "-0", true
	case 1:
		return "", false
	default:
		return fmt.Sprintf("%s-%d", digits, 11-sum), true
	}
}

// registers are Netvisor's customers, and Rackbeat's, with the faults in Netvisor's.
func registers() (netvisor, rackbeat string) {
	var n, r strings.Builder
	n.WriteString("Asiakaskoodi;Nimi;Y-tunnus\n")
	r.WriteString("number,name,company_vat\n")
	for i, number := 0, 9900000; i < customers; number++ {
		id, ok := businessID(fmt.Sprint(number))
		if !ok {
			continue
		}
		code, name := fmt.Sprint(10001+i), fmt.Sprintf("Beispiel %04d Oy", i)
		switch {
		case i < withLetters:
			fmt.Fprintf(&n, "AS-%s;%s;%s\n", code, name, id)
		case i < withLetters+withZero:
			fmt.Fprintf(&n, "0%s;%s;%s\n", code, name, id)
		case i < withLetters+withZero+sameID:
			fmt.Fprintf(&n, "%s;%s;%s\n", code, name, id)
			fmt.Fprintf(&r, "2%s,Muster %04d Oy,%s\n", code, i, id)
		default:
			fmt.Fprintf(&n, "%s;%s;%s\n", code, name, id)
			fmt.Fprintf(&r, "%s,%s,%s\n", code, name, id)
		}
		i++
	}
	return n.String(), r.String()
}

// file writes a file of the presenter's, and gives its path.
func (p *presenter) file(name, text string) string {
	p.t.Helper()
	path := filepath.Join(p.h.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		p.t.Fatal(err)
	}
	return path
}

func (p *presenter) dropsTheCustomers() {
	netvisor, rackbeat := registers()
	p.jump("customers", "customers:")
	p.on("customers_how")
	p.Send("1")
	p.on("netvisor_customers")
	p.Paste("'" + p.file("customers.csv", netvisor) + "'")
	p.Wait("customers.csv")
	p.Key("enter")
	p.on("rackbeat_customers")
	p.Paste(p.file("rackbeat.csv", rackbeat))
	p.Wait("rackbeat.csv")
	p.Key("enter")
	p.on("match")
	p.press("enter", "what was found", func(s screen) bool {
		return s.focused("Customers: 1154 match, 50 must be put right, 4 to look at.")
	})
	p.letter("f")
	p.Wait("1150 code", "4 business ID", "50 only Netvisor", "of 104")
	p.press("tab", "what must be put right", func(s screen) bool { return s.has("50 of 104 · must") })
	p.press("right", "the codes with letters", func(s screen) bool { return s.has("38 of 104 · must · Code is not only digits", "AS-10001") })
	p.press("right", "the codes with a zero", func(s screen) bool { return s.has("12 of 104 · must · Code begins with 0", "010039") })
	p.press("tab", "the pairs", func(s screen) bool { return s.has("4 of 104 · look at", "Same business ID, another code") })
	p.Wait("Later 210051 overwrites")
}

func (p *presenter) writesTheFixList() {
	p.letter("f")
	p.Wait("─ Write all findings to a file ", "│ │ File    customers.html")
	p.press("enter", "that it is written", func(s screen) bool { return s.has("Written to customers.html.") })
	list := p.reads(filepath.Join(p.h.dir, "customers.html"))
	for text, want := range map[string]int{"AS-1": withLetters, "<h1>DEMO · Customers": 1, "overwrites": sameID} {
		if n := strings.Count(list, text); n < want {
			p.t.Errorf("the list has %q %d times, not %d:\n%.2000s", text, n, want, list)
		}
	}
	p.press("esc", "the page", func(s screen) bool { return !s.has("of 104") && s.saved() })
}

func (p *presenter) opensTheReport() {
	p.press("f6", "what can go out", func(s screen) bool { return s.over() == "Documents" })
	p.press("down", "the report", func(s screen) bool { return s.pointed("Report") })
	p.press("enter", "its form", func(s screen) bool { return s.over() == "Report" && s.has("1 ● HTML, for a browser") })
	p.Key("ctrl+s")
	p.Wait("─ Documents ", "Written to", "o open the file")
	p.letter("o")
	p.copied("-report-")
	p.press("esc", "the page", func(s screen) bool { return s.over() == "" })
	p.Key("ctrl+c")
	if code := p.Exit(); code != 130 {
		p.t.Errorf("exit %d", code)
	}
}

func (p *presenter) changesOneByte() {
	files, err := filepath.Glob(filepath.Join(p.h.dir, "*-report-*.html"))
	if err != nil || len(files) != 1 {
		p.t.Fatalf("the reports are %q, %v", files, err)
	}
	report := files[0]
	if shown := p.copied(filepath.Base(report)); !strings.Contains(shown, "file://") && !strings.Contains(shown, report) {
		p.t.Errorf("the browser shows %s", shown)
	}
	p.demo.run("verify", report)
	text := p.reads(report)
	if !strings.Contains(text, "DEMO") || strings.Contains(text, rackbeatKey) {
		p.t.Errorf("the report is not marked, or holds the key")
	}
	if err := os.WriteFile(report, []byte(strings.Replace(text, "Aino Koskinen", "Aino Koskinem", 1)), 0o600); err != nil {
		p.t.Fatal(err)
	}
	if r := call(p.t, p.demo.lotse("verify", report), ""); r.code != 1 || !strings.Contains(r.stdout, "is the first that was changed. It now reads: \"<div class=\"fact good\"><dt>Open Rackbeat in the Store</dt>") {
		p.t.Errorf("of a changed report it says, exit %d:\n%s%s", r.code, r.stdout, r.err)
	}
}

// reads is what a file holds.
func (p *presenter) reads(path string) string {
	p.t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}
