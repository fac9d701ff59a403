package sandbox

import (
	"example.com/orgdeck/api/b2b"
)

// projectName is what the sandbox's project is called.
const projectName = "orgdeck sandbox"

// projectRoutes are the endpoints that speak of the project itself.
func projectRoutes() []route {
	return []route{
		handle(&b2b.DebugWhoami, (*Server).whoami),
		handle(&b2b.ProjectMetrics, (*Server).projectMetrics),
	}
}

// whoami tells the project that the credentials belong to.
func (s *Server) whoami(*request[none]) (*b2b.GetDebugWhoamiResponse, error) {
	return &b2b.GetDebugWhoamiResponse{ProjectID: s.projectID, Name: projectName}, nil
}

// projectMetrics counts what the project has. Users belong to the consumer
// product: a B2B project has none.
func (s *Server) projectMetrics(req *request[none]) (*b2b.GetProjectMetricsResponse, error) {
	counts, err := req.tx.Counts()
	if err != nil {
		return nil, err
	}
	return &b2b.GetProjectMetricsResponse{ProjectID: s.projectID, Metrics: []b2b.ProjectMetric{
		{MetricType: b2b.MetricTypeUserCount, Count: 0},
		{MetricType: b2b.MetricTypeOrganizationCount, Count: counts.Organizations},
		{MetricType: b2b.MetricTypeMemberCount, Count: counts.Members},
		{MetricType: b2b.MetricTypeM2MClientCount, Count: counts.M2MClients},
	}}, nil
}
