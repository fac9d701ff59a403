package sandbox

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// offered is how many members the page offers to be.
const offered = 20

// Bounds of what is typed into the page.
const (
	maxTyped       = 256 // characters of a field
	maxForm        = 64 << 10
	maxTypedGroups = 100
)

const signInStyle = `body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1c1c28;background:#fff}
h1{font-size:1.4rem}label{display:block;margin:.8rem 0 .2rem}input{width:100%;padding:.5rem;font:inherit;box-sizing:border-box}
button{font:inherit;padding:.4rem .8rem;margin:.3rem 0;cursor:pointer}ul{list-style:none;padding:0}li button{width:100%;text-align:left}
p.note{color:#5b5b6b;font-size:.9rem}p.wrong{color:#a40000}
@media(prefers-color-scheme:dark){body{color:#eee;background:#16161e}p.note{color:#a0a0b0}p.wrong{color:#ff8080}}`

// signInPage has no script, and no secret: its forms are sent to its own address,
// which holds the state.
const signInPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.Title}}</title><style>{{.Style}}</style></head>
<body>
<h1>{{.Title}}</h1>
<p class="note">This page of the orgdeck sandbox stands for {{.Provider}}. Whoever you choose to be has signed in there.</p>
{{if .Wrong}}<p class="wrong" role="alert">{{.Wrong}}</p>{{end}}
{{if .Members}}<form method="post"><ul>
{{range .Members}}<li><button name="email" value="{{.EmailAddress}}">{{.EmailAddress}}{{if .Name}} · {{.Name}}{{end}}</button></li>
{{end}}</ul></form>
<h2>Somebody else</h2>{{end}}
<form method="post">
<label for="email">E-mail address</label><input id="email" name="email" type="email" required maxlength="254" value="{{.Email}}" autofocus>
<label for="name">Name</label><input id="name" name="name" maxlength="256">
{{if .HasTenant}}<label for="tenant">Tenant</label><input id="tenant" name="tenant" maxlength="256">{{end}}
{{if .HasGroups}}<label for="groups">Groups, with commas between them</label><input id="groups" name="groups">{{end}}
<p><button>Sign in</button></p>
</form>
</body>
</html>
`

// signInView is what the page shows.
type signInView struct {
	Title, Provider, Email, Wrong string
	Style                         template.CSS
	Members                       []b2b.Member
	HasTenant, HasGroups          bool
}

// showSignIn shows the page of a flow that is under way.
func (s *Server) showSignIn(w http.ResponseWriter, r *http.Request) {
	var view signInView
	err := s.store.Read(r.Context(), func(tx *store.Tx) (err error) {
		view, err = s.signInView(s.browsing(r, tx), r.URL.Query().Get("state"))
		return err
	})
	s.writePage(w, r, view, http.StatusOK, err)
}

// signInView fills the page of a flow.
func (s *Server) signInView(c *call, state string) (signInView, error) {
	_, flow, err := c.openFlow(state)
	if err != nil {
		return signInView{}, err
	}
	view := signInView{Style: signInStyle, Provider: flow.Connection, HasGroups: flow.Kind == flowSSO}
	if p, ok := oauthProviders()[flow.Provider]; ok {
		view.Provider, view.HasTenant = p.name, p.tenants != ""
	}
	view.Title = "Sign in with " + view.Provider
	if c.org == nil {
		return view, nil
	}
	view.Title += " to " + c.org.OrganizationName
	found, err := c.tx.SearchMembers([]int64{c.org.Seq}, store.Query{Limit: offered})
	if err != nil {
		return view, err
	}
	for _, m := range found.Items {
		view.Members = append(view.Members, m.Member)
	}
	return view, nil
}

// writePage sends the page, or why there is none.
func (s *Server) writePage(w http.ResponseWriter, r *http.Request, view signInView, status int, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	page, err := template.New("sign-in").Parse(signInPage)
	if err != nil {
		s.fail(w, r, fmt.Errorf("read page: %w", err))
		return
	}
	sum := sha256.Sum256([]byte(signInStyle))
	h := w.Header()
	noStore(w)
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	if err := page.Execute(w, view); err != nil {
		s.log.DebugContext(r.Context(), "page not sent", "error", err)
	}
}

// noStore keeps an answer with a token in its address out of caches and referrers.
func noStore(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
}

// takeIdentity takes whom somebody has chosen to be, and sends the browser back
// with a code for it.
func (s *Server) takeIdentity(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		s.fail(w, r, refuse(b2b.ErrBadRequest, "the form cannot be read"))
		return
	}
	state := r.URL.Query().Get("state")
	var back string
	var wrong signInView
	err := s.browse(r, func(c *call) error {
		_, flow, err := c.openFlow(state)
		if err != nil {
			return err
		}
		who, problem := readIdentity(r.PostForm, *flow)
		if problem != "" {
			wrong, err = s.signInView(c, state)
			wrong.Wrong, wrong.Email = problem, r.PostForm.Get("email")
			return err
		}
		if err := c.nameKnown(who); err != nil {
			return err
		}
		code, err := c.issueCode(state, who)
		back = flow.callback() + "?" + url.Values{"state": {state}, "code": {code}}.Encode()
		return err
	})
	if err != nil || wrong.Wrong != "" {
		s.writePage(w, r, wrong, http.StatusBadRequest, err)
		return
	}
	noStore(w)
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// issueCode keeps an identity under a code that counts with its state only.
func (c *call) issueCode(state string, who *identity) (string, error) {
	text, err := json.Marshal(who)
	if err != nil {
		return "", fmt.Errorf("write identity: %w", err)
	}
	code := newToken()
	kept := store.Token{
		Hash: hashToken(state + code), Kind: store.TokenProviderCode, Email: who.Email, Doc: string(text),
		CreatedAt: c.now.Unix(), ExpiresAt: c.now.Add(codeTime).Unix(),
	}
	return code, c.tx.AddToken(kept)
}

// readIdentity reads the form; problem says what is wrong with it.
func readIdentity(form url.Values, flow providerFlow) (who *identity, problem string) {
	who = &identity{
		Flow: flow, Challenge: flow.Challenge, Email: strings.ToLower(strings.TrimSpace(form.Get("email"))),
		Name: strings.TrimSpace(form.Get("name")), Tenant: strings.TrimSpace(form.Get("tenant")),
	}
	for group := range strings.SplitSeq(form.Get("groups"), ",") {
		if group = strings.TrimSpace(group); group != "" {
			who.Groups = append(who.Groups, group)
		}
	}
	switch {
	case !isEmail(who.Email):
		return nil, "That is not an e-mail address."
	case len(who.Name) > maxTyped || len(who.Tenant) > maxTyped || len(who.Groups) > maxTypedGroups:
		return nil, "That is too long."
	}
	sum := sha256.Sum256([]byte(flow.Provider + flow.Connection + " " + who.Email))
	who.Subject = hex.EncodeToString(sum[:12])
	return who, ""
}

// nameKnown gives an identity without a name that of the member.
func (c *call) nameKnown(who *identity) error {
	if who.Name != "" || c.org == nil {
		return nil
	}
	m, err := c.tx.MemberByEmail(c.org.Seq, who.Email)
	if m != nil {
		who.Name = m.Name
	}
	return err
}
