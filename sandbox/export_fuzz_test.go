package sandbox

import (
	"context"

	"github.com/golang-jwt/jwt/v5"

	"example.com/orgdeck/sandbox/store"
)

// Sign returns a JWT of any claims, signed as the sessions' are.
func (s *Server) Sign(ctx context.Context, claims jwt.MapClaims) (text string, err error) {
	err = s.store.Write(ctx, func(tx *store.Tx) (err error) {
		text, err = s.sign(tx, s.now(), claims)
		return err
	})
	return text, err
}

// Cursor returns the cursor that continues a search of that kind after a position.
func (s *Server) Cursor(kind string, createdAt int64, id string) string {
	return *s.cursor(searchKind{name: kind}, &store.Position{CreatedAt: createdAt, ID: id})
}
