package compare

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
)

// invariants hold of every comparison.
func invariants(t *testing.T, what string, r *rand.Rand, left, right *Register, p Plan, got *Report) {
	t.Helper()
	matched := got.Matches.Code + got.Matches.BusinessID + got.Matches.Name
	if left.Len() != matched+got.LeftHalf.Only || right.Len() != matched+got.RightHalf.Only {
		t.Errorf("%s: %+v and %d, %d only are not %d and %d rows", what, got.Matches, got.LeftHalf.Only, got.RightHalf.Only, left.Len(), right.Len())
	}
	only, spoilt := got.LeftHalf.Only+got.RightHalf.Only, got.Counts[CodeSpoilt] // of those nobody knows
	if n := got.Counts[OnlyLeft] + got.Counts[OnlyRight]; n > only || n < only-spoilt || spoilt == 0 && got.Counts[OnlyLeft] != got.LeftHalf.Only {
		t.Errorf("%s: %v, but %d and %d only", what, got.Counts, got.LeftHalf.Only, got.RightHalf.Only)
	}
	mirrored, err := Compare(context.Background(), right, left, Plan{Kind: p.Kind, Left: p.Right, Right: p.Left}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := sightings(got, false), sightings(mirrored, true); !slices.Equal(a, b) || mirrored.Matches != got.Matches {
		t.Errorf("%s: mirrored it is another comparison:\n %v\n %v", what, a, b)
	}
	shuffled, err := Compare(context.Background(), shuffle(r, left), shuffle(r, right), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(shuffled.Counts, got.Counts) || shuffled.Matches != got.Matches {
		t.Errorf("%s: with its rows shuffled:\n %v, not\n %v", what, shuffled.Counts, got.Counts)
	}
}

// sightings are the findings without their order, mirrored or not. What is near
// is not among them: each left row has one, not each right one.
func sightings(r *Report, mirrored bool) []string {
	var all []string
	for _, f := range r.Findings {
		rule, left, right, side := f.Rule, f.Left.Row, f.Right.Row, f.Side
		if mirrored {
			left, right = right, left
			rule = map[Rule]Rule{OnlyLeft: OnlyRight, OnlyRight: OnlyLeft}[rule]
			side = map[Side]Side{Left: Right, Right: Left, Both: Both}[side]
			if rule == "" {
				rule = f.Rule
			}
		}
		if rule != NearName && rule != CodeCase {
			all = append(all, fmt.Sprint(rule, side, left, right, f.Tier, len(f.Other)))
		}
	}
	slices.Sort(all)
	return all
}

func shuffle(r *rand.Rand, reg *Register) *Register {
	var cards []Card
	for i := range reg.Len() {
		cards = append(cards, reg.Card(i))
	}
	r.Shuffle(len(cards), func(i, j int) { cards[i], cards[j] = cards[j], cards[i] })
	other := FromCards("shuffled", "", cards)
	other.Columns = reg.Columns
	return other
}

// TestHostileRegisters compares what is made to be slow, or to need much memory:
// were any of it quadratic, it would not end.
func TestHostileRegisters(t *testing.T) {
	rows := 100_000
	if testing.Short() {
		rows = 10_000
	}
	near := strings.Repeat("abcdefgh", 5)
	kinds := map[bool][]Kind{true: Kinds(), false: {Customers}}
	for name, card := range map[string]func(i int) Card{
		"equal names":   func(i int) Card { return Card{Code: fmt.Sprint(i), Name: "Pohjola Osat Oy"} },
		"equal ids":     func(i int) Card { return Card{Code: fmt.Sprint(i), ID: "1967543-8", Name: fmt.Sprint("Halli ", i)} },
		"equal codes":   func(int) Card { return Card{Code: "7"} },
		"all equal":     func(int) Card { return Card{Code: "7", ID: "1967543-8", Name: "Pohjola Osat Oy"} },
		"pairs of rows": func(i int) Card { return Card{Code: fmt.Sprint(i / 2), Name: fmt.Sprint("Halli ", i/2)} },
		"one letter": func(i int) Card {
			at := i % len(near)
			return Card{Code: fmt.Sprint(i), Name: near[:at] + string(rune('a'+i/len(near)%26)) + near[at+1:]}
		},
		"alike": func(i int) Card {
			return Card{Code: fmt.Sprint(i), Name: strings.Repeat(" ", i%50) + "Pohjola" + strings.Repeat(" ", i/50%50) + "Osat" + strings.Repeat("-", i/2500) + "Oy"}
		},
		"spoilt": func(int) Card { return Card{Code: "1E+05", ID: "x", Name: strings.Repeat("ä", 251), IsBarred: true} },
		"legal forms": func(i int) Card {
			return Card{Code: fmt.Sprint(i), Name: strings.Repeat("Oy ", i%100)}
		},
	} {
		var cards [2][]Card
		for i := range rows {
			for n := range cards {
				c := card(i*2 + n)
				c.Row = 2 + i
				if n == 1 && c.Code != "7" {
					c.Code = "9" + c.Code
				}
				cards[n] = append(cards[n], c)
			}
		}
		for _, k := range kinds[strings.HasPrefix(name, "equal codes")] {
			left, right := FromCards("left", "", cards[0]), FromCards("right", "", cards[1])
			r, err := Compare(context.Background(), left, right, Plan{Kind: k}, nil)
			if err != nil {
				t.Fatal(err)
			}
			matched := r.Matches.Code + r.Matches.BusinessID + r.Matches.Name
			if matched+r.LeftHalf.Only != rows || matched+r.RightHalf.Only != rows {
				t.Errorf("%s %s: %+v, %d and %d", name, k, r.Matches, r.LeftHalf.Only, r.RightHalf.Only)
			}
		}
	}
}

func fewCards(n int) []Card {
	cards := make([]Card, n)
	for i := range cards {
		cards[i] = Card{Row: 2 + i, Code: fmt.Sprint(i), Name: fmt.Sprint("Halli ", i)}
	}
	return cards
}

func TestProgressAndCancel(t *testing.T) {
	left, right := FromCards("left", "", fewCards(50_000)), FromCards("right", "", fewCards(50_000))
	last, calls := 0.0, 0
	if _, err := Compare(t.Context(), left, right, Plan{Kind: Customers}, func(done float64) {
		if done < last || done > 1 {
			t.Errorf("%f after %f", done, last)
		}
		last = done
		calls++
	}); err != nil || last != 1 || calls < 3 {
		t.Errorf("the last of %d is %f, %v", calls, last, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	last = 0
	r, err := Compare(ctx, left, right, Plan{Kind: Customers}, func(done float64) {
		cancel()
		last = done
	})
	if r != nil || !errors.Is(err, context.Canceled) || last > 0.5 {
		t.Errorf("cancelled: %v, %v, at %f", r, err, last)
	}
}

// TestNothingIsDoneUnwanted holds that work ends within a piece of it.
func TestNothingIsDoneUnwanted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var w runner
	w.begin(ctx, 1)
	rows := 0
	w.each(1_000_000, func(from, to int) {
		rows += to - from
		cancel()
	})
	if rows != piece {
		t.Errorf("%d rows were done", rows)
	}
}

func TestWhatIsNotCompared(t *testing.T) {
	cards := fewCards(3)
	_, err := Compare(t.Context(), FromCards("a", "same", cards), FromCards("b", "same", cards), Plan{Kind: Customers}, nil)
	if code, kind, _ := refused(err); code != "compare.same_file" || kind != flows.ErrUsage {
		t.Errorf("the same file: %v", err)
	}
	if _, err := Compare(t.Context(), FromCards("a", "x", cards), FromCards("b", "y", cards), Plan{Kind: "people"}, nil); err == nil {
		t.Error("there is a register of people")
	}
	all := Customers.Fields()
	r, err := Compare(t.Context(), FromCards("a", "x", nil, all...), FromCards("b", "y", nil, all...), Plan{Kind: Customers}, nil)
	if err != nil || len(r.Findings) != 0 || len(r.Counts) != len(Customers.Rules()) {
		t.Errorf("nothing: %+v, %v", r, err)
	}
}

// TestNeverInTwoPairs holds that a row is in one pair at most, in whatever tier.
func TestNeverInTwoPairs(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 9))
		c := newComparison(t.Context(), smallRegister(r, 1), smallRegister(r, 2), Plan{Kind: Customers})
		for _, stage := range c.stages() {
			if err := c.runner.both(stage); err != nil {
				t.Fatal(err)
			}
		}
		for n, s := range c.sides {
			for i, mate := range s.mate {
				if mate != none && c.sides[1-n].mate[mate] != uint32(i) {
					t.Fatalf("seed %d: row %d of side %d has the mate %d, which has %d", seed, i, n, mate, c.sides[1-n].mate[mate])
				}
			}
		}
	}
}

// TestKeys holds which row is the first with its key, and how often that stands on
// each side.
func TestKeys(t *testing.T) {
	names := []string{"a", "b", "", "a", "b", "c", "a", "c"}
	var k keys
	k.begin(len(names), 4)
	var r runner
	r.begin(t.Context(), len(names))
	k.find(&r, func(row uint32) string { return names[row] })
	if want := []uint32{0, 1, none, 0, 1, 5, 0, 5}; !slices.Equal(k.first, want) {
		t.Errorf("%v, want %v", k.first, want)
	}
	if want := []uint8{moreLeft | onceRight, onceLeft | onceRight, 0, 0, 0, moreRight, 0, 0}; !slices.Equal(k.times, want) {
		t.Errorf("%v, want %v", k.times, want)
	}
}
