package seal

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"strings"
)

// line is what is known of a line of a body when its end was read.
type line struct {
	sum   [lineSum]byte // of the line without its line feed
	plain [lineSum]byte // without the carriage return before it, too
	start int64         // where it begins
	seal  bool          // it begins as the line of a seal does
}

// splitter splits what is written to it into lines, of any length, at line feeds.
type splitter struct {
	each func(line)

	h     hash.Hash
	room  [sha256.Size]byte
	begin []byte // of the line, as far as a seal's can be told by it
	at    int64
	start int64
	cr    bool // the line so far ends with a carriage return that h does not have yet
}

func newSplitter(each func(line)) *splitter { return &splitter{each: each, h: sha256.New()} }

// Write is of io.Writer; it does not fail.
func (s *splitter) Write(p []byte) (int, error) {
	n := len(p)
	for {
		end := bytes.IndexByte(p, '\n')
		if end < 0 {
			s.add(p)
			return n, nil
		}
		s.add(p[:end])
		s.at++
		s.next()
		p = p[end+1:]
	}
}

// add adds a part of the line.
func (s *splitter) add(p []byte) {
	if len(p) == 0 {
		return
	}
	s.at += int64(len(p))
	if more := longestMark - len(s.begin); more > 0 {
		s.begin = append(s.begin, p[:min(len(p), more)]...)
	}
	if s.cr {
		_, _ = s.h.Write([]byte{'\r'}) // a hash does not fail
	}
	if s.cr = p[len(p)-1] == '\r'; s.cr {
		p = p[:len(p)-1]
	}
	_, _ = s.h.Write(p)
}

// next ends the line.
func (s *splitter) next() {
	l := line{start: s.start, seal: beginsSeal(s.begin)}
	copy(l.plain[:], s.h.Sum(s.room[:0]))
	l.sum = l.plain
	if s.cr {
		_, _ = s.h.Write([]byte{'\r'})
		copy(l.sum[:], s.h.Sum(s.room[:0]))
	}
	s.each(l)
	s.h.Reset()
	s.begin, s.cr, s.start = s.begin[:0], false, s.at
}

// finish ends a line that has no line feed.
func (s *splitter) finish() {
	if s.at > s.start {
		s.next()
	}
}

// longestMark is how much of a line tells whether it is a seal's.
var longestMark = func() (n int) {
	for _, p := range places {
		n = max(n, len(p.before))
	}
	return n
}()

// beginsSeal reports whether a line begins as that of a seal.
func beginsSeal(begin []byte) bool {
	for _, p := range places {
		if strings.HasPrefix(string(begin), p.before) {
			return true
		}
	}
	return false
}
