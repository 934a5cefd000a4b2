package command

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// liveOptions are how the right register is read from Rackbeat itself.
type liveOptions struct {
	url    string
	secret bool // the key comes on stdin
	ca     string
	here   bool // addresses of this machine may be asked
}

// rackbeatHere stands for Rackbeat's own address.
const rackbeatHere = "rackbeat"

func (o *compareOptions) liveFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.live.url, "right-live", "", o.text("cmd.flag_live", "word", rackbeatHere))
	f.BoolVar(&o.live.secret, "secret-stdin", false, o.text("cmd.flag_live_secret"))
	f.StringVar(&o.live.ca, "ca", "", o.text("cmd.flag_ca"))
	f.BoolVar(&o.live.here, "allow-loopback", false, o.text("cmd.flag_loopback"))
}

// refuse says what does not go together.
func (l *liveOptions) refuse(right *sideOptions) error {
	switch given := l.url != ""; {
	case !given && (l.secret || l.ca != "" || l.here):
		return usage("cmd.with_live")
	case given && right.path != "":
		return usage("cmd.live_or_file")
	case given && !strings.EqualFold(right.system, string(compare.Rackbeat)):
		return usage("cmd.live_system", "system", short(right.system))
	case given && !l.secret:
		return usage("cmd.live_key")
	}
	return nil
}

// readLive reads the right register from Rackbeat.
func (o *compareOptions) readLive(ctx context.Context, k compare.Kind, progress func(done, size int64)) (*compare.Register, error) {
	key, err := o.secretFrom(ctx, o.In, o.text("cmd.the_key"))
	if err != nil {
		return nil, err
	}
	if o.live.ca == "" {
		o.live.ca = o.gently(ctx, "ca")
	}
	off, err := o.offline(ctx)
	if err != nil {
		return nil, err
	}
	network := &outside.Network{Getenv: o.Getenv, Now: o.Now, CA: o.live.ca, Loopback: o.live.here, Off: off}
	runner := check.NewRunner(check.Env{Now: o.Now, Net: network.For, Secret: func(context.Context, run.Mode, string) (run.Secret, error) {
		return key, nil
	}})
	live := check.Live{Kind: k, URL: o.live.url, Mode: run.Real}
	if live.URL == rackbeatHere {
		live.URL = ""
	}
	r, err := runner.ReadLive(ctx, live, func(done float64) {
		if progress != nil {
			progress(int64(done*1000), 1000)
		}
	})
	if err != nil {
		return nil, &sideError{sideNames[1], "Rackbeat", err}
	}
	return r, nil
}

// liveFailure says why Rackbeat's register could not be read; nil where that is
// not why.
func liveFailure(err error) error {
	var fault *check.LiveFault
	if errors.As(err, &fault) {
		return flows.Refuse(flows.RefusalKind(fault.Finding), nil, "cmd.at", "at", "Rackbeat", "what", fault.Message)
	}
	return nil
}
