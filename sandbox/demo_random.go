package sandbox

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"math/rand/v2"
)

// generator makes the values of a seeded project. It is the same sequence on every
// machine: nothing in it may depend on the time, the environment or a map's order.
type generator struct{ rng *rand.Rand }

func newGenerator() *generator {
	return &generator{rng: rand.New(rand.NewPCG(0x6f7267, 0x6465636b))}
}

// chance is true in percent of a hundred cases.
func (g *generator) chance(percent int) bool { return g.rng.IntN(100) < percent }

// pick returns one of list.
func pick[T any](g *generator, list []T) T { return list[g.rng.IntN(len(list))] }

// bytes returns n random bytes.
func (g *generator) bytes(n int) []byte {
	b := make([]byte, 0, n+7)
	for len(b) < n {
		v := g.rng.Uint64()
		b = append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24), byte(v>>32), byte(v>>40), byte(v>>48), byte(v>>56))
	}
	return b[:n]
}

// id returns an identifier of the shape "<prefix>-test-<uuid4>".
func (g *generator) id(prefix string) string {
	raw := g.bytes(16)
	raw[6] = raw[6]&0x0f | 0x40
	raw[8] = raw[8]&0x3f | 0x80
	text := make([]byte, 0, len(prefix)+6+36)
	text = append(append(text, prefix...), "-test-"...)
	for i, b := range raw {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			text = append(text, '-')
		}
		text = hex.AppendEncode(text, []byte{b})
	}
	return string(text)
}

// token returns a token of 44 URL-safe characters.
func (g *generator) token() string { return base64.URLEncoding.EncodeToString(g.bytes(33)) }

// totpSecret returns 32 characters of base32.
func (g *generator) totpSecret() string { return base32.StdEncoding.EncodeToString(g.bytes(20)) }

// recoveryCodes returns a full set of them.
func (g *generator) recoveryCodes() []string {
	codes := make([]string, recoveryCodeCount)
	for i := range codes {
		codes[i] = recoveryCode(func(n int) int { return g.rng.IntN(n) })
	}
	return codes
}
