package sandbox_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image/png"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/pquerna/otp/totp"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox"
)

// began is when every sandbox of these tests starts, in the middle of a TOTP step.
var began = time.Date(2026, time.November, 20, 12, 0, 15, 0, time.UTC)

// bench is a sandbox behind HTTP with a client of it, one organization and one
// active member.
type bench struct {
	*testing.T
	server *sandbox.Server
	client *api.Client
	org    b2b.Organization
	member b2b.Member
}

// openServer opens a sandbox at path whose real time stands still.
func openServer(t *testing.T, path string) *sandbox.Server {
	t.Helper()
	server, err := sandbox.Open(t.Context(), sandbox.Options{Path: path, Now: func() time.Time { return began }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	return server
}

// clientOf serves handler and returns a client of it.
func clientOf(t *testing.T, handler http.Handler) *api.Client {
	t.Helper()
	web := httptest.NewServer(handler)
	t.Cleanup(web.Close)
	client, err := api.New(api.Config{ProjectID: sandbox.DefaultProjectID, Secret: sandbox.DefaultSecret, BaseURL: web.URL})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func newBench(t *testing.T, settings b2b.CreateOrganization) *bench {
	t.Helper()
	b := &bench{T: t, server: openServer(t, ":memory:")}
	b.client = clientOf(t, b.server)
	settings.OrganizationName = "Acme Robotics"
	b.org = do(t, b.client.Organizations.Create(settings))
	b.member = b.addMember("ada.lovelace@acme-robotics.example")
	return b
}

func (b *bench) addMember(email string) b2b.Member {
	b.Helper()
	return do(b.T, b.client.Members.Create(b.org.OrganizationID, b2b.CreateMember{EmailAddress: email}))
}

// do sends a change that must succeed.
func do[T any](t *testing.T, change api.Change[T]) T {
	t.Helper()
	answer, err := change.Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// refused sends a change that must fail with that status and error type.
func refused[T any](t *testing.T, change api.Change[T], status int, kind string) {
	t.Helper()
	_, err := change.Do(t.Context())
	wantRefusal(t, err, status, kind)
}

func wantRefusal(t *testing.T, err error, status int, kind string) {
	t.Helper()
	var e *api.Error
	if !errors.As(err, &e) || e.StatusCode != status || e.Type != kind {
		t.Fatalf("got %v, want %d %s", err, status, kind)
	}
}

// advance moves the sandbox's clock on.
func (b *bench) advance(d time.Duration) {
	b.Helper()
	body := `{"advance_seconds":` + strconv.Itoa(int(d.Seconds())) + `}`
	if _, err := b.client.Raw(b.Context(), http.MethodPut, "/sandbox/v1/clock", []byte(body)); err != nil {
		b.Fatal(err)
	}
}

// now is the sandbox's time.
func (b *bench) now() time.Time {
	b.Helper()
	return clockOf(b.T, b.client).Now
}

type clock struct {
	Now           time.Time `json:"now"`
	OffsetSeconds int64     `json:"offset_seconds"`
}

func clockOf(t *testing.T, client *api.Client) clock {
	t.Helper()
	return fetch[clock](t, client, "/sandbox/v1/clock")
}

func fetch[T any](t *testing.T, client *api.Client, path string) (answer T) {
	t.Helper()
	raw, err := client.Raw(t.Context(), http.MethodGet, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw.Body, &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// code is what an authenticator app shows, so many steps from now.
func (b *bench) code(secret b2b.Secret, steps int) b2b.Secret {
	b.Helper()
	code, err := totp.GenerateCode(secret.Reveal(), b.now().Add(time.Duration(steps)*30*time.Second))
	if err != nil {
		b.Fatal(err)
	}
	return b2b.Secret(code)
}

// wrongCode is one that no step near now has.
func (b *bench) wrongCode(secret b2b.Secret) b2b.Secret {
	b.Helper()
	for n := range 10 {
		guess := b2b.Secret(strings.Repeat(strconv.Itoa(n), 6))
		if guess != b.code(secret, -1) && guess != b.code(secret, 0) && guess != b.code(secret, 1) {
			return guess
		}
	}
	b.Fatal("no wrong code")
	return ""
}

func (b *bench) enrol() b2b.CreateTOTPResponse {
	b.Helper()
	return do(b.T, b.client.TOTPs.Create(b.member, b2b.CreateTOTP{}))
}

// activate enrols the member and authenticates the first code.
func (b *bench) activate() (b2b.CreateTOTPResponse, b2b.AuthenticateTOTPResponse) {
	b.Helper()
	created := b.enrol()
	return created, b.authenticate(b2b.AuthenticateTOTP{Code: b.code(created.Secret, 0)})
}

func (b *bench) authenticate(request b2b.AuthenticateTOTP) b2b.AuthenticateTOTPResponse {
	b.Helper()
	return do(b.T, b.client.TOTPs.Authenticate(b.member, request))
}

// decodeQR reads the URI off the picture in a data URI.
func decodeQR(t *testing.T, picture b2b.Secret) *url.URL {
	t.Helper()
	encoded, found := strings.CutPrefix(picture.Reveal(), "data:image/png;base64,")
	raw, err := base64.StdEncoding.DecodeString(encoded)
	if !found || err != nil {
		t.Fatalf("not a data URI: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
	if err != nil {
		t.Fatal(err)
	}
	uri, err := url.Parse(result.GetText())
	if err != nil {
		t.Fatal(err)
	}
	return uri
}

func ptr[T any](v T) *T { return &v }
