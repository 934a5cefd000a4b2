package main

import (
	_ "charm.land/bubbles/v2/textinput"
	_ "charm.land/bubbletea/v2"
	_ "charm.land/fang/v2"
	_ "charm.land/huh/v2"
	_ "charm.land/lipgloss/v2"
	_ "filippo.io/age"
	_ "github.com/adrg/xdg"
	_ "github.com/charmbracelet/x/exp/golden"
	_ "github.com/creack/pty"
	_ "github.com/expr-lang/expr"
	_ "github.com/goccy/go-yaml"
	_ "github.com/hinshun/vt10x"
	_ "github.com/mattn/go-runewidth"
	_ "github.com/mattn/go-sqlite3"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/spf13/cobra"
	_ "github.com/yuin/goldmark"
	_ "github.com/zalando/go-keyring"
	_ "golang.org/x/net/idna"
	_ "golang.org/x/text/unicode/norm"
)

func main() {}
