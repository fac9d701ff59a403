package sandbox

// The schemas and messages of SCIM 2.0 that the sandbox speaks.
const (
	scimUserSchema       = "urn:ietf:params:scim:schemas:core:2.0:User"
	scimGroupSchema      = "urn:ietf:params:scim:schemas:core:2.0:Group"
	scimEnterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
	scimListMessage      = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
	scimPatchMessage     = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
	scimErrorMessage     = "urn:ietf:params:scim:api:messages:2.0:Error"
)
