package check

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestThePageSaysWhatItShows(t *testing.T) {
	for page, want := range map[string][]string{
		"": nil, "no page": {"no page"}, "<": nil, "<p": nil, "a < b": {"a"},
		"<html><head><title>403 &amp; out</title></head><body><h1>No</h1>": {"403 & out", "No"},
		"<p>in <b>one</b> line,\n <em>and</em>sec<i>r</i>et</p>":           {"in one line, andsecret"},
		"<script>var a = '<p>no</p>'</script><STYLE>p{}</STYLE>yes":        {"yes"},
		"<script>never ended":                                    nil,
		"<!-- <p>no</p> --><p>yes</p>":                           {"yes"},
		"<br/>a<br />b<hr>a":                                     {"a", "b"},
		"<a><b><c>1</c></b></a><d>2</d><e>3</e><f>4</f><g>5</g>": {"1", "2", "3", "4"},
		`<?xml version="1.0"?><fault><kind>E1</kind><text>Not like this</text></fault>`: {"E1", "Not like this"},
	} {
		if is := pageTexts(page); !slices.Equal(is, want) {
			t.Errorf("%q: %q, want %q", page, is, want)
		}
	}
	began := time.Now()
	for _, piece := range []string{"<", "<p>", "<script>", "</script", "<!--", "&amp;", "<script></script", "<!---->"} {
		pageTexts(strings.Repeat(piece, maxBody/len(piece)))
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}

// TestASecretThatIsRepeatedWithoutEndIsHiddenSoon has a server fill its answer
// with the secret.
func TestASecretThatIsRepeatedWithoutEndIsHiddenSoon(t *testing.T) {
	j := &job{}
	j.hide("Wombat-4711")
	began := time.Now()
	is := j.safe(strings.Repeat("Wombat-4711 ", maxBody/12))
	if strings.Contains(is, "ombat") {
		t.Error("it is not hidden")
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}
