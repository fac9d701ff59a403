package sandbox

import (
	"math"
	"time"

	"golang.org/x/time/rate"
)

// limiter lets so many requests a second through, all callers together.
type limiter struct{ bucket *rate.Limiter }

// newLimiter allows perSecond requests; 0 allows any number.
func newLimiter(perSecond int) *limiter {
	if perSecond <= 0 {
		return &limiter{bucket: rate.NewLimiter(rate.Inf, 0)}
	}
	return &limiter{bucket: rate.NewLimiter(rate.Limit(perSecond), perSecond)}
}

// take admits a request and returns 0, or returns the seconds after which it may
// be tried again.
func (l *limiter) take(now time.Time) int {
	if l.bucket.AllowN(now, 1) {
		return 0
	}
	missing := 1 - l.bucket.TokensAt(now)
	return max(1, int(math.Ceil(missing/float64(l.bucket.Limit()))))
}
