package keymap

// The sessions of a member.
const (
	SessionRevoke    ID = "session.revoke"
	SessionRevokeAll ID = "session.revoke_all"
	SessionJWT       ID = "session.look_into_jwt"
	JWTReveal        ID = "jwt.reveal"
	JWTTake          ID = "jwt.take"
	JWTCopy          ID = "jwt.copy_claims"
)

const (
	sessions scope = "sessions"
	session  scope = "session"
	jwt      scope = "JWT"
)

func sessionsKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, list, sessions},
			{global, session},
			{jwt},
		},
		entries: []entry{
			on(SessionRevoke, sessions, "end", "d"),
			on(SessionRevokeAll, sessions, "end all", "D"),
			on(SessionJWT, sessions, "look into a JWT", "J"),
			on(JWTTake, jwt, "have one made of a session token", "enter"),
			on(JWTReveal, jwt, "show or hide", "ctrl+r"),
			on(JWTCopy, jwt, "copy the claims", "ctrl+y"),
		},
		shared: []also{
			{SessionRevoke, session},
			{SessionJWT, session},
			{MemberMFA, sessions},
		},
	}
}
