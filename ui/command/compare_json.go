package command

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"lotse/flows"
	"lotse/flows/document/comparison"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/words"
)

// compareShape is what compare prints. The findings are written one by one.
type compareShape struct {
	compareHead
	Findings []findingShape `json:"findings"`
}

type compareHead struct {
	Version   int            `json:"version"`
	Register  string         `json:"register"`
	Direction string         `json:"direction"`
	Status    string         `json:"status"`
	Left      halfShape      `json:"left"`
	Right     halfShape      `json:"right"`
	Matches   matchesShape   `json:"matches"`
	Counts    map[string]int `json:"counts"`
	columnsShape
}

// columnsShape is what was looked at: which header fills each field of each
// side, and the rules that did not run for want of one.
type columnsShape struct {
	Columns []columnShape `json:"columns"`
	NotRun  []notRunShape `json:"not_run"`
}

type columnShape struct {
	Side   string  `json:"side"`
	Field  string  `json:"field"`
	Header *string `json:"header"`
}

type notRunShape struct {
	Rule    string         `json:"rule"`
	Missing []string       `json:"missing"`
	Unread  map[string]int `json:"unread,omitempty"` // how many rows of a place are held against nothing
}

type halfShape struct {
	System    string            `json:"system"`
	File      string            `json:"file"`
	Sum       string            `json:"sha256"`
	Rows      int               `json:"rows"`
	Only      int               `json:"only"`
	Encoding  string            `json:"encoding"`
	Delimiter string            `json:"delimiter"`
	Sheet     string            `json:"sheet"`
	Columns   map[string]string `json:"columns"`
	Notes     []rowIssueShape   `json:"notes"`
}

type matchesShape struct {
	Code       int `json:"code"`
	BusinessID int `json:"business_id"`
	Name       int `json:"name"`
}

type findingShape struct {
	Rule      string  `json:"rule"`
	Level     string  `json:"level"`
	Side      string  `json:"side"`
	LeftRow   *int    `json:"left_row"`
	RightRow  *int    `json:"right_row"`
	LeftCode  *string `json:"left_code"`
	RightCode *string `json:"right_code"`
	Detail    string  `json:"detail"`
	Effect    string  `json:"effect"`
	Other     []int   `json:"other"`
}

// columnsOf lists the columns of a comparison, those that are not there too.
func columnsOf(columns []compare.Column, not []compare.NotRun) columnsShape {
	s := columnsShape{Columns: []columnShape{}, NotRun: []notRunShape{}}
	for _, c := range columns {
		one := columnShape{Side: string(c.Side), Field: string(c.Field)}
		if c.Header != "" {
			one.Header = &c.Header
		}
		s.Columns = append(s.Columns, one)
	}
	for _, n := range not {
		one := notRunShape{Rule: string(n.Rule), Missing: []string{}}
		for _, at := range n.Missing {
			one.Missing = append(one.Missing, at.String())
		}
		for at, rows := range n.Unread {
			if one.Unread == nil {
				one.Unread = map[string]int{}
			}
			one.Unread[at.String()] = rows
		}
		s.NotRun = append(s.NotRun, one)
	}
	return s
}

func headOf(r *compare.Report, status string, notes [2][]register.Issue, lang string) compareHead {
	h := compareHead{
		Version: 1, Register: string(r.Kind), Direction: string(r.Direction), Status: status, Left: halfOf(r.Left, &r.LeftHalf, notes[0], lang), Right: halfOf(r.Right, &r.RightHalf, notes[1], lang),
		Matches: matchesShape(r.Matches), Counts: map[string]int{}, columnsShape: columnsOf(r.Columns(), r.NotRun),
	}
	for rule, n := range r.Counts {
		h.Counts[string(rule)] = n
	}
	return h
}

func halfOf(system compare.System, h *compare.Half, notes []register.Issue, lang string) halfShape {
	s := halfShape{
		System: string(system), File: h.File, Sum: h.Sum, Rows: h.Rows, Only: h.Only, Encoding: h.Encoding, Delimiter: h.Delimiter, Sheet: h.Sheet,
		Columns: map[string]string{}, Notes: []rowIssueShape{},
	}
	for field, header := range h.Columns {
		s.Columns[string(field)] = header
	}
	for _, i := range notes {
		s.Notes = append(s.Notes, rowIssueShape{Row: i.Row, Column: i.Column, Level: i.Level, Code: i.Code, Text: words.Say(lang, i.Message)})
	}
	return s
}

func findingOf(said *comparison.Words, f *compare.Finding) findingShape {
	s := findingShape{
		Rule: string(f.Rule), Level: string(said.Kind.Level(f.Rule)), Side: string(f.Side), Detail: said.Detail(f), Effect: said.Effect(f),
		Other: f.Other,
	}
	if s.Other == nil {
		s.Other = []int{}
	}
	if f.Side != compare.Right {
		s.LeftRow, s.LeftCode = &f.Left.Row, &f.Left.Code
	}
	if f.Side != compare.Left {
		s.RightRow, s.RightCode = &f.Right.Row, &f.Right.Code
	}
	return s
}

// writeReport writes a report as one object, a line for each finding, none of
// which is held.
func writeReport(ctx context.Context, w io.Writer, r *compare.Report, status string, notes [2][]register.Issue, lang string) error {
	var head bytes.Buffer
	if err := writeJSON(&head, headOf(r, status, notes, lang)); err != nil {
		return err
	}
	out := bufio.NewWriterSize(contextWriter{ctx, w}, 64<<10)
	put := func(b []byte) { _, _ = out.Write(b) } // Flush says what went wrong
	put(bytes.TrimSuffix(head.Bytes(), []byte("\n}\n")))
	put([]byte(",\n  \"findings\": ["))
	var one bytes.Buffer
	e := json.NewEncoder(&one)
	e.SetEscapeHTML(false)
	said := comparison.NewWords(&r.Plan, lang)
	for i := range r.Findings {
		one.Reset()
		if err := e.Encode(findingOf(said, &r.Findings[i])); err != nil {
			return fmt.Errorf("encode the output: %w", err)
		}
		if i > 0 {
			put([]byte(","))
		}
		put([]byte("\n    "))
		put(flows.EscapeUnseen(bytes.TrimSuffix(one.Bytes(), []byte("\n"))))
	}
	if len(r.Findings) > 0 {
		put([]byte("\n  "))
	}
	put([]byte("]\n}\n"))
	return out.Flush()
}
