package sandbox

import (
	"context"
	"errors"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/sandbox/store"
)

// Sign returns a JWT of any claims, signed with the key that the sessions' are
// signed with. There must be one already.
func (s *Server) Sign(ctx context.Context, claims jwt.MapClaims) (text string, err error) {
	err = s.store.Read(ctx, func(tx *store.Tx) error {
		keys, err := s.signingKeys(tx, s.now())
		if err != nil || len(keys) == 0 {
			return errors.Join(err, errors.New("no signing key"))
		}
		token := jwt.NewWithClaims(jwt.SigningMethodRS256, claims)
		token.Header["kid"] = keys[0].id
		text, err = token.SignedString(keys[0].private)
		return err
	})
	return text, err
}

// Cursor returns the cursor that continues a search of that kind after a position.
func (s *Server) Cursor(kind string, createdAt int64, id string) string {
	return *s.cursor(searchKind{name: kind}, &store.Position{CreatedAt: createdAt, ID: id})
}
