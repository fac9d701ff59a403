package sandbox

import (
	"slices"
	"strings"

	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/sandbox/store"
)

// organizationConnectedApps lists the apps that members have let in.
func (s *Server) organizationConnectedApps(req *request[none]) (*b2b.GetOrganizationConnectedAppsResponse, error) {
	grants, err := req.tx.Grants(req.org.Seq, 0, 0)
	if err != nil {
		return nil, err
	}
	grants = slices.CompactFunc(grants, func(a, b store.GrantedApp) bool { return a.Seq == b.Seq })
	answer := &b2b.GetOrganizationConnectedAppsResponse{}
	for _, g := range grants {
		answer.ConnectedApps = append(answer.ConnectedApps, b2b.OrganizationConnectedApp{
			ConnectedAppID: g.ClientID, Name: g.ClientName, Description: g.ClientDescription, ClientType: g.ClientType, LogoURL: g.LogoURL,
		})
	}
	return answer, nil
}

// organizationConnectedApp shows an app that members have let in, and who.
func (s *Server) organizationConnectedApp(req *request[none]) (*b2b.GetOrganizationConnectedAppResponse, error) {
	app, err := req.app(req.path["connected_app_id"])
	if err != nil {
		return nil, err
	}
	grants, err := req.tx.Grants(req.org.Seq, 0, app.Seq)
	if err != nil {
		return nil, err
	}
	if len(grants) == 0 {
		return nil, refuse(b2b.ErrConnectedAppNotFound, "no member of the organization has connected it")
	}
	answer := &b2b.GetOrganizationConnectedAppResponse{
		ConnectedAppID: app.ClientID, Name: app.ClientName, Description: app.ClientDescription, ClientType: app.ClientType, LogoURL: app.LogoURL,
	}
	for _, g := range grants {
		answer.ActiveMembers = append(answer.ActiveMembers, b2b.OrganizationConnectedAppActiveMember{MemberID: g.MemberID, GrantedScopes: g.Scopes})
	}
	return answer, nil
}

// memberConnectedApps lists the apps that the member has let in.
func (s *Server) memberConnectedApps(req *request[none]) (*b2b.GetMemberConnectedAppsResponse, error) {
	grants, err := req.tx.Grants(req.org.Seq, req.member.Seq, 0)
	if err != nil {
		return nil, err
	}
	answer := &b2b.GetMemberConnectedAppsResponse{}
	for _, g := range grants {
		answer.ConnectedApps = append(answer.ConnectedApps, b2b.MemberConnectedApp{
			ConnectedAppID: g.ClientID, Name: g.ClientName, Description: g.ClientDescription, ClientType: g.ClientType,
			ScopesGranted: strings.Join(g.Scopes, " "), LogoURL: g.LogoURL,
		})
	}
	return answer, nil
}

// revokeConnectedApp ends what an app may do for the member: its tokens too.
func (s *Server) revokeConnectedApp(req *request[none]) (*b2b.RevokeMemberConnectedAppResponse, error) {
	app, err := req.app(req.path["connected_app_id"])
	if err != nil {
		return nil, err
	}
	had, err := req.tx.RevokeGrant(app.Seq, req.member.Seq)
	if err != nil {
		return nil, err
	}
	if !had {
		return nil, refuse(b2b.ErrConnectedAppNotFound, "the member has not connected it")
	}
	return &b2b.RevokeMemberConnectedAppResponse{}, nil
}
