package register

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// ErrIrregular says that Scan does not take a file: Open and Next do, or say what
// is wrong with it and where.
var ErrIrregular = errors.New("not a regular CSV")

// Wanted says what Scan gives of a row.
type Wanted struct {
	Columns [4]int   // indexes of columns; -1: the cell is empty
	After   int      // records that are left out at the beginning: the header, and what stands above it
	Header  []string // its cells; as many empty ones where there is none
}

// ScanRow is a row that Scan gives.
type ScanRow struct {
	Row int       // the line on which it begins, as an editor counts
	At  int       // of its first cell in the batch's text
	Len [4]uint32 // of the wanted cells, which stand one after the other
}

// Batch is some rows, in the order of the file, their cells trimmed. Blank rows,
// and those that repeat the header, are left out.
type Batch struct {
	Text string
	Rows []ScanRow // until take ends
	Size int       // bytes of the file that they were made of
	// Uncommon is HasUncommon of all columns: where it is false, so is that of Text.
	Uncommon bool
	Oddities
}

// Oddities count what is odd about rows, and name the first of each kind.
type Oddities struct {
	Ragged  Tally // fewer cells than the header
	Surplus Tally // more cells than the header, and not empty
	Quote   Tally // a quote where none belongs
	Again   Tally // the header again; left out
}

// IsHeaderAgain reports whether cells are those of the header again: blanks
// around them, and empty ones at the end, do not count.
func IsHeaderAgain(cells, header []string) bool { return sameCells(cells, header) }

func sameCells[C []byte | string](cells []C, header []string) bool {
	for i := range max(len(cells), len(header)) {
		var cell, name string
		if i < len(cells) {
			cell = trimBlanks(string(cells[i]))
		}
		if i < len(header) {
			name = trimBlanks(header[i])
		}
		if cell != name {
			return false
		}
	}
	return true
}

func trimBlanks(s string) string { return strings.TrimFunc(s, IsBlank) }

// Take looks at a record of the width that the header has, and counts what is
// odd about it.
func (o *Oddities) Take(rec *Record, width int) {
	switch n := len(rec.Cells); {
	case n < width:
		o.Ragged.Add(rec.Row)
	case n > width && !IsBlankRow(rec.Cells[width:]):
		o.Surplus.Add(rec.Row)
	}
	if rec.Odd {
		o.Quote.Add(rec.Row)
	}
}

// Join adds what is odd about a later part.
func (o *Oddities) Join(p *Oddities) {
	o.Ragged.join(p.Ragged)
	o.Surplus.join(p.Surplus)
	o.Quote.join(p.Quote)
	o.Again.join(p.Again)
}

// Tally counts rows.
type Tally struct{ N, First int }

// Add counts a row.
func (t *Tally) Add(row int) {
	if t.N++; t.N == 1 {
		t.First = row
	}
}

func (t *Tally) join(u Tally) {
	if t.N == 0 {
		t.First = u.First
	}
	t.N += u.N
}

// Scan reads some columns of a CSV, in several goroutines, and gives what Open
// and Next would give of it; what is not as it should be, or rare, ends it with
// ErrIrregular. take hears the batches in order, from the goroutine that called.
func Scan(ctx context.Context, src Source, o Options, w Wanted, take func(*Batch) error) (Info, error) {
	head := make([]byte, min(src.Size, sampleSize))
	if n, err := src.R.ReadAt(head, 0); n < len(head) || err != nil && !errors.Is(err, io.EOF) {
		return Info{}, ErrIrregular
	}
	d, err := detect(head, int64(len(head)) == src.Size, o)
	if err != nil || d.eol != '\n' || d.decoder() != nil || !slices.Contains(delimiters, d.comma) || isForeign(head) != nil || src.Size > MaxFile || src.Size == 0 {
		return Info{}, ErrIrregular
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	_, text := d.textOf(nil)
	s := &scan{ctx: ctx, wanted: w, dialect: d, code: text, page: d.page(), chunk: max(scanChunk, d.bom), work: make(chan *piece, scanAhead), order: make(chan *piece, scanAhead), free: make(chan []byte, 2*scanAhead), spare: make(chan []ScanRow, scanAhead)}
	s.plan()
	var wg sync.WaitGroup
	for range scanWorkers {
		wg.Go(s.split)
	}
	wg.Go(func() { s.cut(newStream(ctx, src, o.Progress)) })
	err = s.gather(take)
	cancel()
	wg.Wait()
	return Info{Name: src.Name, Kind: "csv", Size: src.Size, Sum: s.sum, Encoding: s.encoding(), Delimiter: delimiterName(d.comma)}, err
}

const (
	scanWorkers = 2 // beside the one that reads
	scanAhead   = 4 // pieces that are read and not split
)

// scanChunk is how much is read at once; tests make it small.
var scanChunk = 256 << 10

// scan is a file that is being scanned.
type scan struct {
	ctx     context.Context
	wanted  Wanted
	dialect dialect
	order   chan *piece // as they stand in the file
	work    chan *piece
	free    chan []byte
	spare   chan []ScanRow

	columns []column  // the wanted ones, from left to right
	header  [4]string // what it has in them, trimmed
	chunk   int

	code code // how bytes are letters, as far as is known
	page func([]byte) []byte
	err  error
	sum  string
}

// column is a wanted one.
type column struct{ index, slot int }

// piece is a part of the file that ends with a record.
type piece struct {
	text     []byte
	line     int  // that it begins with
	high     bool // it has bytes beyond ASCII
	uncommon bool // see Batch
	code     code // how they are letters
	quote    bool // it has a quote
	batch    *Batch
	err      error
	done     chan struct{}
}

// plan sorts the wanted columns.
func (s *scan) plan() {
	for slot, index := range s.wanted.Columns {
		if index >= 0 && index < len(s.wanted.Header) {
			s.header[slot] = trimBlanks(s.wanted.Header[index])
		}
	}
	for at := 0; len(s.columns) < len(s.wanted.Columns) && at < MaxColumns; at++ {
		for slot, index := range s.wanted.Columns {
			if index == at {
				s.columns = append(s.columns, column{index, slot})
			}
		}
	}
}

// encoding is the one that the file turned out to have.
func (s *scan) encoding() string {
	if s.dialect.encoding != "" {
		return s.dialect.encoding
	}
	return s.code.name()
}

// gather hands on the batches in order.
func (s *scan) gather(take func(*Batch) error) error {
	for p := range s.order {
		select {
		case <-p.done:
		case <-s.ctx.Done():
			return s.ctx.Err()
		}
		if p.err != nil {
			return p.err
		}
		if err := take(p.batch); err != nil {
			return err
		}
		select {
		case s.spare <- p.batch.Rows[:0]:
		default:
		}
	}
	return s.err
}

// rows is room for some that is not in use any more, or new.
func (s *scan) rows() []ScanRow {
	select {
	case rows := <-s.spare:
		return rows
	default:
		return make([]ScanRow, 0, s.chunk/100+1)
	}
}

// split splits pieces until there are no more.
func (s *scan) split() {
	r := &rower{scan: s}
	for p := range s.work {
		runtime.Gosched() // the screen's keys are handled in the same process
		p.err = r.run(p)
		select {
		case s.free <- p.text[:0]:
		default:
		}
		p.text = nil
		close(p.done)
	}
}
