package register

import (
	"context"
	"errors"
	"io"
	"sync"
)

// ErrIrregular says that Scan does not take a file: Open and Next do, or say what
// is wrong with it and where.
var ErrIrregular = errors.New("not a regular CSV")

// Wanted says what Scan gives of a row.
type Wanted struct {
	Columns [4]int // indexes of columns; -1: the cell is empty
	After   int    // records that are left out at the beginning: the header, and what stands above it
	Width   int    // cells that the header has
	// Drop is asked about rows whose wanted cells are all empty, or the same as
	// Header's: whether they are left out.
	Header [4]string
	Drop   func(cells []string) bool
}

// ScanRow is a row that Scan gives.
type ScanRow struct {
	Row int       // the line on which it begins, as an editor counts
	At  int       // of its first cell in the batch's text
	Len [4]uint32 // of the wanted cells, which stand one after the other
}

// Batch is some rows, in the order of the file, their cells trimmed.
type Batch struct {
	Text string
	Rows []ScanRow
	// How many rows have fewer cells than the header, more, and a quote where none
	// belongs; and the first of each.
	Ragged, Surplus, Odd Tally
}

// Tally counts rows.
type Tally struct{ N, First int }

func (t *Tally) add(row int) {
	if t.N++; t.N == 1 {
		t.First = row
	}
}

// Join adds the rows of a later part.
func (t *Tally) Join(u Tally) {
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
	if err != nil || d.eol != '\n' || d.decoder() != nil || kindFault(head) != nil || src.Size > MaxFile || src.Size == 0 {
		return Info{}, ErrIrregular
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	_, text := d.textOf(nil)
	s := &scan{ctx: ctx, wanted: w, dialect: d, code: text, chunk: max(scanChunk, d.bom), work: make(chan *piece, scanAhead), order: make(chan *piece, scanAhead), free: make(chan []byte, 2*scanAhead)}
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
var scanChunk = 1 << 20

// scan is a file that is being scanned.
type scan struct {
	ctx     context.Context
	wanted  Wanted
	dialect dialect
	order   chan *piece // as they stand in the file
	work    chan *piece
	free    chan []byte

	columns []column // the wanted ones, from left to right
	chunk   int

	code code // how bytes are letters, as far as is known
	err  error
	sum  string
}

// column is a wanted one.
type column struct{ index, slot int }

// piece is a part of the file that ends with a record.
type piece struct {
	text  []byte
	line  int  // that it begins with
	high  bool // it has bytes beyond ASCII
	code  code // how they are letters
	quote bool // it has a quote
	batch *Batch
	err   error
	done  chan struct{}
}

// plan sorts the wanted columns.
func (s *scan) plan() {
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
	}
	return s.err
}

// split splits pieces until there are no more.
func (s *scan) split() {
	for p := range s.work {
		r := &rower{scan: s, piece: p, batch: &Batch{}}
		p.err = r.run()
		p.batch = r.batch
		select {
		case s.free <- p.text[:0]:
		default:
		}
		p.text = nil
		close(p.done)
	}
}
