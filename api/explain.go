package api

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"
	"unicode"
	"unicode/utf8"

	"example.com/orgdeck/api/b2b"
)

// Explain says in one sentence, for people, what could not be done and why, with
// the request id where there is one. It takes any error; nil is "".
func Explain(err error) string {
	if err == nil {
		return ""
	}
	c, ok := errors.AsType[*CallError](err)
	if !ok {
		return sentence(reason(err, "the server"))
	}
	if errors.Is(err, context.Canceled) {
		return sentence("stopped: " + doing(c.Endpoint))
	}
	text := "could not " + doing(c.Endpoint) + ": " + strings.TrimSuffix(reason(c.Err, c.Host), ".")
	if id := RequestID(err); id != "" {
		text += " [" + id + "]"
	}
	return sentence(text)
}

// Reason is the part of Explain that says why: a sentence for where what was
// being done, and the request id, are said already. nil is "".
func Reason(err error) string {
	if err == nil {
		return ""
	}
	if c, ok := errors.AsType[*CallError](err); ok {
		return sentence(reason(c.Err, c.Host))
	}
	return sentence(reason(err, "the server"))
}

// sentence is text with a capital letter and a full stop.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	text = string(unicode.ToUpper(first)) + text[size:]
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "]") {
		return text
	}
	return text + "."
}

// reason says why, without saying what was being done.
func reason(err error, host string) string {
	if e, ok := errors.AsType[*PermissionError](err); ok {
		return e.reason(reason(e.Err, host))
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.reason()
	}
	if e, ok := errors.AsType[*AnswerError](err); ok {
		return e.reason(host)
	}
	if text := ownReason(err); text != "" {
		return text
	}
	return networkReason(err, host)
}

// ownReason is for what was refused here, before anything was sent.
func ownReason(err error) string {
	_, readOnly := errors.AsType[*ReadOnlyError](err)
	switch {
	case readOnly:
		return "this session is read-only, so nothing was sent"
	case errors.Is(err, ErrNothingToChange):
		return err.Error()
	}
	if e, ok := errors.AsType[*Conflict](err); ok {
		return "somebody else has changed " + e.labels() + " meanwhile, so nothing was sent"
	}
	if e, ok := errors.AsType[*ActingError](err); ok {
		return e.Problem
	}
	if e, ok := errors.AsType[*QueryError](err); ok {
		return Label(e.Filter) + " " + e.Problem
	}
	if e, ok := errors.AsType[*ArgumentError](err); ok {
		return "the " + Label(e.Name) + " is missing or not an identifier"
	}
	return ""
}

func networkReason(err error, host string) string {
	certificate, untrusted := errors.AsType[*tls.CertificateVerificationError](err)
	_, plain := errors.AsType[tls.RecordHeaderError](err)
	dns, unresolved := errors.AsType[*net.DNSError](err)
	op, isOp := errors.AsType[*net.OpError](err)
	timeout, isNet := errors.AsType[net.Error](err)
	switch {
	case errors.Is(err, context.Canceled):
		return "it was stopped"
	case untrusted:
		return "the certificate of " + host + " cannot be trusted (" + certificate.Err.Error() + ")"
	case plain:
		return host + " does not speak TLS: is the address right?"
	case unresolved && dns.IsNotFound:
		return "there is no host " + dns.Name + ": are the address and the network right?"
	case unresolved:
		return "the name " + dns.Name + " could not be looked up: is the network there?"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "nothing answers at " + host + ": is the server running?"
	case errors.Is(err, context.DeadlineExceeded), isNet && timeout.Timeout():
		return host + " did not answer in time"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "the connection to " + host + " was cut"
	case isOp && op.Op == "dial":
		return host + " cannot be reached: is the network there?"
	}
	return err.Error()
}

func (e *AnswerError) reason(host string) string {
	switch e.Problem {
	case Cut:
		return "the connection to " + host + " was cut in the middle of the answer"
	case NotJSON:
		return fmt.Sprintf("%s did not answer in JSON (status %d): is it the Stytch API?", host, e.StatusCode)
	case BadShape:
		return host + " answered in a shape that is not the API's (" + e.Err.Error() + ")"
	}
	return fmt.Sprintf("the answer of %s %s (status %d)", host, e.Problem, e.StatusCode)
}

func (e *Error) reason() string {
	text := e.said()
	switch {
	case e.StatusCode == http.StatusUnauthorized && isCredentials(e.Type):
		return "the server refused the credentials: check " + EnvProjectID + " and " + EnvSecret
	case e.StatusCode == http.StatusTooManyRequests && e.RetryAfter > 0:
		return strings.TrimSuffix(text, ".") + fmt.Sprintf("; try again in %s", e.RetryAfter.Round(time.Second))
	case e.StatusCode == http.StatusTooManyRequests:
		return strings.TrimSuffix(text, ".") + "; try again in a moment"
	}
	return text
}

func isCredentials(errorType string) bool {
	switch errorType {
	case "", b2b.ErrUnauthorizedCredentials, b2b.ErrInvalidProjectIDAuthentication, b2b.ErrInvalidSecretAuthentication:
		return true
	}
	return false
}

// said is what the server said; where it said nothing, what the contract says of
// the error type, or HTTP of the status.
func (e *Error) said() string {
	known, _ := b2b.LookupError(e.Type)
	switch {
	case e.Message != "":
		return e.Message
	case known.When != "":
		return known.When
	case e.Type != "":
		return Label(e.Type)
	}
	return fmt.Sprintf("the server answered %d %s", e.StatusCode, http.StatusText(e.StatusCode))
}

// doing says what a call of e is for: "search members".
func doing(e b2b.Endpoint) string {
	switch text, ok := purposes[e.ID()]; {
	case ok:
		return text
	case e.Resource == "":
		return e.Method + " " + e.Path
	}
	things := e.Resource[strings.LastIndexByte(e.Resource, '.')+1:]
	return Label(e.Operation) + " " + Label(things)
}

// purposes are what endpoints are for, in words that follow "could not".
var purposes = map[string]string{
	"organizations.create":                            "create the organization",
	"organizations.get":                               "read the organization",
	"organizations.search":                            "search organizations",
	"organizations.update":                            "change the organization",
	"organizations.delete":                            "delete the organization",
	"organizations.connected_apps":                    "list the connected apps",
	"organizations.get_connected_app":                 "read the connected app",
	"organizations.delete_external_id":                "remove the external ID",
	"organizations.metrics":                           "count the members",
	"organizations.members.create":                    "create the member",
	"organizations.members.get":                       "read the member",
	"organizations.members.search":                    "search members",
	"organizations.members.update":                    "change the member",
	"organizations.members.delete":                    "delete the member",
	"organizations.members.dangerously_get":           "read the member",
	"organizations.members.delete_mfa_phone_number":   "remove the phone number",
	"organizations.members.delete_password":           "delete the password",
	"organizations.members.get_connected_apps":        "list the connected apps",
	"organizations.members.delete_external_id":        "remove the external ID",
	"organizations.members.oidc_providers":            "read the OIDC providers",
	"organizations.members.reactivate":                "reactivate the member",
	"organizations.members.start_email_update":        "start the e-mail update",
	"organizations.members.delete_totp":               "delete the authenticator app",
	"organizations.members.unlink_retired_email":      "free the retired e-mail address",
	"organizations.members.oauth_providers.github":    "read the GitHub tokens",
	"organizations.members.oauth_providers.google":    "read the Google tokens",
	"organizations.members.oauth_providers.hubspot":   "read the HubSpot tokens",
	"organizations.members.oauth_providers.microsoft": "read the Microsoft tokens",
	"organizations.members.oauth_providers.slack":     "read the Slack tokens",
	"organizations.members.connected_apps.revoke":     "revoke the connected app",
	"oauth.authenticate":                              "sign in by OAuth",
	"oauth.discovery.authenticate":                    "find organizations by OAuth",
	"sso.authenticate":                                "sign in by SSO",
	"sso.get_connections":                             "list the connections",
	"sso.delete_connection":                           "delete the connection",
	"sso.saml.create_connection":                      "create the SAML connection",
	"sso.saml.update_connection":                      "change the SAML connection",
	"sso.saml.update_by_url":                          "update the SAML connection from its metadata",
	"sso.saml.delete_verification_certificate":        "delete the verification certificate",
	"sso.saml.delete_encryption_private_key":          "delete the encryption key",
	"sso.oidc.create_connection":                      "create the OIDC connection",
	"sso.oidc.update_connection":                      "change the OIDC connection",
	"sso.external.create_connection":                  "create the external connection",
	"sso.external.update_connection":                  "change the external connection",
	"scim.connection.create":                          "create the SCIM connection",
	"scim.connection.get":                             "read the SCIM connection",
	"scim.connection.update":                          "change the SCIM connection",
	"scim.connection.delete":                          "delete the SCIM connection",
	"scim.connection.get_groups":                      "list the groups of the directory",
	"scim.connection.rotate_start":                    "make a second SCIM token",
	"scim.connection.rotate_complete":                 "replace the SCIM token",
	"scim.connection.rotate_cancel":                   "drop the second SCIM token",
	"totps.create":                                    "enrol the authenticator app",
	"totps.authenticate":                              "check the code",
	"totps.migrate":                                   "take over the authenticator app",
	"recovery_codes.get":                              "read the recovery codes",
	"recovery_codes.recover":                          "use the recovery code",
	"recovery_codes.rotate":                           "replace the recovery codes",
}
