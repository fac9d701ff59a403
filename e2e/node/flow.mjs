// A whole day with the official Node SDK, against a sandbox: sign-up by discovery,
// MFA by TOTP, sessions, RBAC and a machine. It is an ordinary program: the address
// of the API is all that it is told of the sandbox, but for the reading of mail.
//
// BASE_URL, STYTCH_PROJECT_ID and STYTCH_SECRET say where and who.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import stytch from "stytch";

const { BASE_URL, STYTCH_PROJECT_ID, STYTCH_SECRET } = process.env;
const warn = console.warn;
console.warn = () => {}; // that the address is not Stytch's own is the point
const client = new stytch.B2BClient({ project_id: STYTCH_PROJECT_ID, secret: STYTCH_SECRET, env: `${BASE_URL}/` });
console.warn = warn;

const founder = "ada.lovelace@flow.example";
const colleague = "grace.hopper@flow.example";
const redirect = "http://localhost:3000/authenticate";

// mail returns the newest message of a kind to an address.
async function mail(to, kind) {
  const credentials = Buffer.from(`${STYTCH_PROJECT_ID}:${STYTCH_SECRET}`).toString("base64");
  const query = new URLSearchParams({ to, kind, limit: "1" });
  const answer = await fetch(`${BASE_URL}/sandbox/v1/outbox?${query}`, { headers: { Authorization: `Basic ${credentials}` } });
  const { messages } = await answer.json();
  assert.equal(messages.length, 1, `no ${kind} mail to ${to}`);
  return messages[0];
}

// totp is the code of a secret in base32, so many steps from now (RFC 6238).
function totp(secret, steps = 0) {
  let bits = "";
  for (const letter of secret) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

// refused runs what must fail with that status and error type.
async function refused(status, type, call) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof stytch.StytchError, `not an error of the API: ${error}`);
    assert.deepEqual([error.status_code, error.error_type], [status, type]);
    assert.match(error.request_id, /^request-id-test-/);
    return true;
  });
}

async function step(name, run) {
  const result = await run();
  console.log(`ok ${name}`);
  return result;
}

const created = await step("sign-up by discovery", async () => {
  await client.magicLinks.email.discovery.send({ email_address: founder, discovery_redirect_url: redirect });
  const link = new URL((await mail(founder, "discovery")).url);
  assert.equal(link.searchParams.get("stytch_token_type"), "discovery");
  const found = await client.magicLinks.discovery.authenticate({ discovery_magic_links_token: link.searchParams.get("token") });
  assert.equal(found.email_address, founder);
  assert.deepEqual(found.discovered_organizations, []);
  const created = await client.discovery.organizations.create({
    intermediate_session_token: found.intermediate_session_token,
    organization_name: "Flow Works",
    organization_slug: "flow-works",
    session_duration_minutes: 60,
  });
  assert.equal(created.member_authenticated, true);
  assert.equal(created.organization.organization_slug, "flow-works");
  assert.ok(created.member.roles.some((role) => role.role_id === "stytch_admin"), "the founder is no admin");
  return created;
});

const organization_id = created.organization.organization_id;
const member_id = created.member.member_id;

await step("the session's JWT is verified locally", async () => {
  const { member_session } = await client.sessions.authenticateJwt({ session_jwt: created.session_jwt });
  assert.equal(member_session.member_id, member_id);
  assert.equal(member_session.member_session_id, created.member_session.member_session_id);
});

const secret = await step("TOTP enrolment", async () => {
  const enrolment = await client.totps.create({ organization_id, member_id, session_token: created.session_token });
  assert.equal(enrolment.recovery_codes.length, 10);
  assert.match(enrolment.qr_code, /^data:image\/png;base64,/);
  const wrong = totp(enrolment.secret) === "000000" ? "111111" : "000000";
  await refused(401, "unable_to_authenticate_totp", () =>
    client.totps.authenticate({ organization_id, member_id, code: wrong, session_token: created.session_token }),
  );
  const proven = await client.totps.authenticate({
    organization_id,
    member_id,
    code: totp(enrolment.secret),
    session_token: created.session_token,
    set_mfa_enrollment: "enroll",
    set_default_mfa: true,
  });
  assert.equal(proven.member.mfa_enrolled, true);
  assert.equal(proven.member.default_mfa_method, "totp");
  return enrolment.secret;
});

const session = await step("sign-in with MFA", async () => {
  await client.magicLinks.email.loginOrSignup({ organization_id, email_address: founder, login_redirect_url: redirect });
  const { token } = await mail(founder, "login");
  const first = await client.magicLinks.authenticate({ magic_links_token: token });
  assert.equal(first.member_authenticated, false);
  assert.equal(first.session_token, "");
  assert.equal(first.member_session, null);
  assert.ok(first.mfa_required.member_options.totp_registration_id);
  await refused(401, "unable_to_auth_magic_link", () => client.magicLinks.authenticate({ magic_links_token: token }));
  const second = await client.totps.authenticate({
    organization_id,
    member_id,
    code: totp(secret, 1), // a code works once
    intermediate_session_token: first.intermediate_session_token,
    session_duration_minutes: 30,
  });
  const factors = second.member_session.authentication_factors.map((factor) => factor.type).sort();
  assert.deepEqual(factors, ["magic_link", "totp"]);
  return second;
});

await step("session authentication", async () => {
  const byToken = await client.sessions.authenticate({ session_token: session.session_token, session_custom_claims: { plan: "free" } });
  assert.equal(byToken.member_session.custom_claims.plan, "free");
  const byJWT = await client.sessions.authenticate({ session_jwt: byToken.session_jwt });
  assert.equal(byJWT.session_token, session.session_token);
  const { member_sessions } = await client.sessions.get({ organization_id, member_id });
  assert.equal(member_sessions.length, 2);
});

await step("RBAC", async () => {
  const may = { organization_id, resource_id: "stytch.organization", action: "update.info.name" };
  const asked = await client.sessions.authenticate({ session_token: session.session_token, authorization_check: may });
  assert.equal(asked.verdict.authorized, true);
  assert.deepEqual(asked.verdict.granting_roles, ["stytch_admin"]);
  await client.sessions.authenticateJwtLocal({ session_jwt: asked.session_jwt, authorization_check: may });

  await client.organizations.members.create({ organization_id, email_address: colleague });
  await client.otps.email.loginOrSignup({ organization_id, email_address: colleague });
  const plain = await client.otps.email.authenticate({ organization_id, email_address: colleague, code: (await mail(colleague, "otp")).code });
  assert.equal(plain.member_authenticated, true);
  await refused(403, "session_authorization_error", () =>
    client.sessions.authenticate({ session_token: plain.session_token, authorization_check: may }),
  );
  const rename = (session_token) =>
    client.organizations.update({ organization_id, organization_name: "Flow Works Ltd" }, { authorization: { session_token } });
  await refused(403, "session_authorization_error", () => rename(plain.session_token));
  assert.equal((await rename(session.session_token)).organization.organization_name, "Flow Works Ltd");
});

await step("a machine", async () => {
  const { m2m_client } = await client.m2m.clients.create({ client_name: "Robot", scopes: ["read:parts"] });
  const { access_token, token_type } = await client.m2m.token({ client_id: m2m_client.client_id, client_secret: m2m_client.client_secret });
  assert.equal(token_type, "bearer");
  const verified = await client.m2m.authenticateToken({ access_token, required_scopes: ["read:parts"] });
  assert.equal(verified.client_id, m2m_client.client_id);
  await refused(401, "invalid_client_secret", () => client.m2m.token({ client_id: m2m_client.client_id, client_secret: "a wrong one" }));
});

await step("sign-out", async () => {
  await client.sessions.revoke({ session_token: session.session_token });
  await refused(404, "session_not_found", () => client.sessions.authenticate({ session_token: session.session_token }));
});
