package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/config"
	"example.com/orgdeck/sandbox"
)

// defaultListen is where serve answers unless it is told otherwise: to this
// machine only.
const defaultListen = "127.0.0.1:4010"

type serveFlags struct {
	listen    string
	rateLimit int
	userInfo  string
	publicURL string
	redirects []string
	passwordFlags
	sandboxFlags
}

func serveCommand(w World) *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the sandbox to other programs",
		Long: `Serve the sandbox to other programs, such as the official SDKs: give them its
address as base URL.

The project id and secret that it accepts come from STYTCH_PROJECT_ID and
STYTCH_SECRET; when neither is set, a secret is made up and printed once.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return f.run(cmd.Context(), w) },
	}
	cmd.Flags().StringVar(&f.listen, "listen", defaultListen, "`address` to listen on; port 0 takes a free one")
	cmd.Flags().IntVar(&f.rateLimit, "rate-limit", 0, "answer 429 to more than `N` requests a second; 0 is no limit")
	cmd.Flags().StringSliceVar(&f.redirects, "redirect-allow", nil, "let links lead to this `HOST` beside this machine, and to no other; may be repeated")
	cmd.Flags().StringVar(&f.userInfo, "userinfo-url", "", "`URL` that tells whose session of an earlier system it is, for sessions/migrate")
	cmd.Flags().StringVar(&f.publicURL, "public-url", "", "`URL` that addresses in answers begin with, such as https://auth.test (default: http and the host that was asked)")
	f.passwordFlags.register(cmd)
	f.sandboxFlags.register(cmd)
	return cmd
}

func (f *serveFlags) run(ctx context.Context, w World) error {
	if f.rateLimit < 0 {
		return &usageError{"--rate-limit is a number of requests a second"}
	}
	if !isOrigin(f.publicURL) {
		return &usageError{fmt.Sprintf("--public-url is %q; it must be like https://auth.test, without a path", f.publicURL)}
	}
	cfg, err := config.Load(config.File())
	if err != nil {
		return err
	}
	spec, err := f.spec(cfg)
	if err != nil {
		return err
	}
	var madeUp bool
	if spec.credentials, madeUp, err = acceptedCredentials(w); err != nil {
		return err
	}
	if spec.passwords, err = f.rules(); err != nil {
		return err
	}
	spec.rateLimit, spec.redirects = f.rateLimit, f.redirects
	spec.userInfo, spec.publicURL = f.userInfo, f.publicURL
	spec.log = slog.New(slog.NewTextHandler(w.Err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	spec.progress = progressOn(w.Err)
	greeting := ""
	if madeUp {
		greeting = fmt.Sprintf("%s=%s\n%s=%s\n", api.EnvProjectID, spec.credentials.ProjectID, api.EnvSecret, spec.credentials.Secret.Reveal())
	}
	return serve(ctx, w.Out, f.listen, greeting, spec)
}

// isOrigin reports whether text is scheme and host of a server; "" is, of none.
func isOrigin(text string) bool {
	u, err := url.Parse(text)
	if text == "" || err != nil {
		return err == nil
	}
	bare := url.URL{Scheme: u.Scheme, Host: u.Host}
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && strings.TrimSuffix(text, "/") == bare.String()
}

// serve listens first: an address that cannot be had is told before a database
// is touched.
func serve(ctx context.Context, out io.Writer, address, greeting string, spec sandboxSpec) (err error) {
	listener, err := sandbox.Listen(ctx, address)
	if err != nil {
		return err
	}
	server, err := openSandbox(ctx, spec)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer func() { err = errors.Join(err, server.Close()) }()
	collectRarely()
	if _, err := fmt.Fprintf(out, "%slistening on http://%s\n", greeting, listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	return sandbox.Serve(ctx, listener, server)
}

// collectRarely makes answers cheaper: a server whose own memory is small would
// otherwise collect garbage all the time. What the environment says of it stays.
func collectRarely() {
	const percent, limit = 300, 48 << 20
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(limit)
	}
}

// acceptedCredentials returns what serve lets in: the credentials of the
// environment, or made-up ones.
func acceptedCredentials(w World) (c api.Config, madeUp bool, err error) {
	c, _ = config.Credentials(w.Lookup, "")
	c.BaseURL = embeddedURL // the environment's is for clients; it says nothing about a server
	if c.ProjectID == "" && c.Secret == "" {
		c.ProjectID, c.Secret = sandbox.DefaultProjectID, makeUpSecret()
		return c, true, nil
	}
	_, err = api.New(c)
	return c, false, err
}

func makeUpSecret() b2b.Secret { return b2b.Secret("secret-test-" + rand.Text() + rand.Text()) }
