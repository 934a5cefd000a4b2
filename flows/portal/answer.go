package portal

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// handler answers first with the faults that any server can have, then with
// those of a server that answers in JSON, then as the portal does.
func (s *server) handler() http.Handler {
	own := services[s.check]
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		if s.has("clock-skew") {
			w.Header().Set("Date", s.portal.cfg.Now().Add(10*time.Minute).UTC().Format(http.TimeFormat))
		} else {
			w.Header().Set("Date", s.portal.cfg.Now().UTC().Format(http.TimeFormat))
		}
		for _, fault := range answers {
			if s.has(fault.name) {
				fault.answer(s, w, r)
				return
			}
		}
		own(s, w, r)
	})
}

// answers are the faults that replace an answer.
var answers = []struct {
	name   string
	answer func(*server, http.ResponseWriter, *http.Request)
}{
	{"slow", (*server).slow},
	{"slow-body", (*server).slowBody},
	{"reset-midway", (*server).reset},
	{"not-http", func(f *server, w http.ResponseWriter, _ *http.Request) {
		f.hijack(w, func(c net.Conn) { _, _ = io.WriteString(c, "220 mail.example ESMTP\r\n") })
	}},
	{"redirect-elsewhere", func(_ *server, w http.ResponseWriter, r *http.Request) {
		// 307 keeps method and body: what follows it sends the secret along.
		http.Redirect(w, r, "https://elsewhere.example/collect", http.StatusTemporaryRedirect)
	}},
	{"proxy-page", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Via", "1.1 gateway.example")
		writePage(w, http.StatusOK, "Network sign-in", "Please sign in to use the internet.")
	}},
	{"proxy-password", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Proxy-Authenticate", `Basic realm="gateway"`)
		writePage(w, http.StatusProxyAuthRequired, "Proxy", "A password is needed.")
	}},
	{"huge", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"filler":%q}`, strings.Repeat("x", 2<<20))
	}},
	{"endless", (*server).endless},
	{"header-flood", (*server).endlessHeaders},
	{"429", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "30")
		writeJSON(w, http.StatusTooManyRequests, `{"error":"slow_down"}`)
	}},
	{"429-open", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusTooManyRequests, `{}`)
	}},
	{"408", func(_ *server, w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusRequestTimeout) }},
	{"503", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		writePage(w, http.StatusServiceUnavailable, "Maintenance", "We are back soon.")
	}},
	{"html", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		writePage(w, http.StatusOK, "Sign in", "Your browser is not supported.")
	}},
	{"404", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusNotFound, `{"message":"no such path"}`)
	}},
	{"not-json", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, `{"access_token": `)
	}},
	{"duplicate-keys", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, `{"access_token":"`+Token+`","access_token":"two","token_type":"Bearer","name":"A","name":"B"}`)
	}},
	{"packed", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Encoding", "br")
		_, _ = w.Write([]byte("\x0b\x02\x80\x00\x00\x00\x03")) // the client may have gone
	}},
	{"403-page", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Via", "1.1 edge.example")
		writePage(w, http.StatusForbidden, "Access denied", "Your request was blocked. Reference 18.2f4b.")
	}},
	{"gzip-bomb", func(_ *server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(decompressionBomb()) // the client may have gone
	}},
}

// writeJSON answers in JSON.
func writeJSON(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body) //nolint:gosec // JSON, and the client may have gone
}

// writePage answers with a page for people.
func writePage(w http.ResponseWriter, status int, title, text string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintf(w, "<!doctype html><title>%s</title><h1>%s</h1><p>%s", title, title, text)
}

// slow answers nothing until the client gives up.
func (s *server) slow(_ http.ResponseWriter, r *http.Request) { s.wait(r, holdTime) }

// wait waits; it returns false if the client or the portal is gone.
func (s *server) wait(r *http.Request, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-r.Context().Done():
		return false
	case <-s.quit:
		return false
	case <-t.C:
		return true
	}
}

// slowBody answers letter by letter, and never to the announced end.
func (s *server) slowBody(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", "1000000")
	for i := 0; time.Duration(i)*100*time.Millisecond < holdTime; i++ {
		if _, err := io.WriteString(w, " "); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		if !s.wait(r, 100*time.Millisecond) {
			return
		}
	}
}

// most bounds an answer without an end, in bytes.
const most = 64 << 20

func (s *server) endless(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	piece := []byte(strings.Repeat(" ", 32<<10))
	for n := 0; n < most && r.Context().Err() == nil; n += len(piece) {
		if _, err := w.Write(piece); err != nil {
			return
		}
	}
}

// reset cuts the connection in the middle of the answer.
func (s *server) reset(w http.ResponseWriter, _ *http.Request) {
	s.hijack(w, func(c net.Conn) {
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"access_")
	})
}

// endlessHeaders answers with headers that have no end.
func (s *server) endlessHeaders(w http.ResponseWriter, _ *http.Request) {
	s.hijack(w, func(c net.Conn) {
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\n")
		line := "X-Filler: " + strings.Repeat("x", 8<<10) + "\r\n"
		for n := 0; n < 10<<20; n += len(line) {
			if _, err := io.WriteString(c, line); err != nil {
				return
			}
		}
		_, _ = io.WriteString(c, "\r\n")
	})
}

// hijack takes over a connection, lets do write to it, and closes it.
func (s *server) hijack(w http.ResponseWriter, do func(net.Conn)) {
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return // it is gone
	}
	defer c.Close() //nolint:errcheck // it may be gone
	_ = c.SetDeadline(time.Now().Add(holdTime))
	do(c)
}

// decompressionBomb is 64 MiB of blanks, packed in members of 1 MiB, of which
// a gzip file may have several (RFC 1952, section 2.2). It is made once.
var decompressionBomb = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(strings.Repeat(" ", 1<<20))) // a buffer takes all
	_ = z.Close()
	return bytes.Repeat(b.Bytes(), 64)
})
