//go:build campaign && unix

package journey

import (
	"slices"
	"strconv"
	"strings"
)

// doings are what the system calls do to a disk, and to which paths.
var doings = map[string]func(c sysCall, fd int) (paths []string, do func(*disk), err error){
	"openat":    opens,
	"pwrite64":  writes,
	"write":     writes,
	"fsync":     syncs,
	"fdatasync": syncs,
	"ftruncate": truncates,
	"lseek":     seeks,
	"mkdirat":   makes,
	"unlinkat":  removes,
	"renameat":  renames,
	"renameat2": renames,
	"linkat":    links,
	"mkdir":     func(c sysCall, fd int) ([]string, func(*disk), error) { return makes(c.at(), fd) },
	"unlink":    func(c sysCall, fd int) ([]string, func(*disk), error) { return removes(c.at(), fd) },
	"rmdir":     func(c sysCall, fd int) ([]string, func(*disk), error) { return removes(c.at(), fd) },
	"rename":    func(c sysCall, fd int) ([]string, func(*disk), error) { return renames(c.at(), fd) },
	"link":      func(c sysCall, fd int) ([]string, func(*disk), error) { return links(c.at(), fd) },
}

// at is a call with paths as its sibling that has folders for them, too.
func (c sysCall) at() sysCall {
	var args []string
	for _, a := range c.args {
		if strings.HasPrefix(a, `"`) {
			args = append(args, "AT_FDCWD<>")
		}
		args = append(args, a)
	}
	return sysCall{c.name, args, c.result}
}

func opens(c sysCall, _ int) ([]string, func(*disk), error) {
	path, err := c.path(0)
	flags := strings.Split(c.args[2], "|")
	does := func(d *disk) {
		n := d.find(path)
		if in, name := d.place(path); n == nil && in != nil && slices.Contains(flags, "O_CREAT") {
			n = &node{}
			in.do(move{name: name, to: n})
		}
		delete(d.open, int(c.result))
		if n == nil {
			return
		}
		if slices.Contains(flags, "O_TRUNC") && n.size() > 0 {
			n.loose = append(n.loose, write{})
		}
		d.open[int(c.result)] = &handle{node: n, path: path, appended: slices.Contains(flags, "O_APPEND")}
	}
	return []string{path}, does, err
}

func writes(c sysCall, fd int) ([]string, func(*disk), error) {
	path, err := c.text(0)
	if err != nil || strings.HasSuffix(path, "-shm") || path == "" || path[0] != '/' {
		return nil, nil, nil //nolint:nilerr // not a file: a pipe, a socket
	}
	data, err := c.text(1)
	if err != nil {
		return nil, nil, err
	}
	b := []byte(data)[:c.result]
	at := int64(-1)
	if c.name == "pwrite64" {
		if at, err = c.number(3); err != nil {
			return nil, nil, err
		}
	}
	return []string{path}, func(d *disk) {
		h := d.open[fd]
		if h == nil || len(b) == 0 {
			return
		}
		to := at
		if h.appended {
			to = h.size()
		} else if at < 0 {
			to = h.at
		}
		if at < 0 {
			h.at = to + int64(len(b))
		}
		h.loose = append(h.loose, write{to, b})
	}, nil
}

func syncs(c sysCall, fd int) ([]string, func(*disk), error) {
	path, err := c.text(0)
	return []string{path}, func(d *disk) {
		if h := d.open[fd]; h != nil {
			h.sync()
		}
	}, err
}

func truncates(c sysCall, fd int) ([]string, func(*disk), error) {
	path, err := c.text(0)
	if err != nil {
		return nil, nil, err
	}
	size, err := strconv.ParseInt(c.args[1], 0, 64)
	return []string{path}, func(d *disk) {
		if h := d.open[fd]; h != nil {
			h.loose = append(h.loose, write{at: size})
		}
	}, err
}

func seeks(c sysCall, fd int) ([]string, func(*disk), error) {
	path, err := c.text(0)
	if err != nil || path == "" || path[0] != '/' {
		return nil, nil, nil //nolint:nilerr // not a file
	}
	return []string{path}, func(d *disk) {
		if h := d.open[fd]; h != nil {
			h.at = c.result
		}
	}, nil
}

func makes(c sysCall, _ int) ([]string, func(*disk), error) {
	path, err := c.path(0)
	return []string{path}, func(d *disk) {
		if in, name := d.place(path); in != nil {
			in.do(move{name: name, to: newFolder()})
		}
	}, err
}

func removes(c sysCall, _ int) ([]string, func(*disk), error) {
	path, err := c.path(0)
	return []string{path}, func(d *disk) {
		if in, name := d.place(path); in != nil {
			in.do(move{away: name})
		}
	}, err
}

func renames(c sysCall, _ int) ([]string, func(*disk), error) {
	return twoPaths(c, func(from, to *node, was, is string) {
		n := from.names[was]
		if from == to {
			from.do(move{was, is, n})
			return
		}
		from.do(move{away: was})
		to.do(move{name: is, to: n})
	})
}

func links(c sysCall, _ int) ([]string, func(*disk), error) {
	return twoPaths(c, func(from, to *node, was, is string) { to.do(move{name: is, to: from.names[was]}) })
}

func twoPaths(c sysCall, does func(from, to *node, was, is string)) ([]string, func(*disk), error) {
	old, err := c.path(0)
	if err != nil {
		return nil, nil, err
	}
	path, err := c.path(2)
	return []string{old, path}, func(d *disk) {
		from, was := d.place(old)
		to, is := d.place(path)
		if from != nil && to != nil {
			does(from, to, was, is)
		}
	}, err
}
