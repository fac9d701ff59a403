package api

import (
	"context"

	"example.com/orgdeck/api/b2b"
)

// ProjectService tells about the project that the client speaks for.
type ProjectService service

// Whoami returns the project that the credentials belong to:
// GET /v1/debug/whoami.
func (s *ProjectService) Whoami(ctx context.Context) (*b2b.GetDebugWhoamiResponse, error) {
	return call[b2b.GetDebugWhoamiResponse](ctx, s.client, b2b.DebugWhoami, nil)
}

// Metrics counts what the project has, by the values of metric_type:
// GET /v1/projects/metrics.
func (s *ProjectService) Metrics(ctx context.Context) ([]b2b.ProjectMetric, error) {
	r, err := call[b2b.GetProjectMetricsResponse](ctx, s.client, b2b.ProjectMetrics, nil)
	if err != nil {
		return nil, err
	}
	return r.Metrics, nil
}
