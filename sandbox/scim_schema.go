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

// serviceProviderConfig says what of SCIM the sandbox can do.
func serviceProviderConfig(base string) map[string]any {
	able := func(yes bool) map[string]any { return map[string]any{"supported": yes} }
	return map[string]any{
		"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"},
		"patch":   able(true), "changePassword": able(false), "sort": able(false), "etag": able(false),
		"bulk":   map[string]any{"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
		"filter": map[string]any{"supported": true, "maxResults": maxResources},
		"authenticationSchemes": []map[string]any{{
			"type": "oauthbearertoken", "name": "OAuth Bearer Token", "description": "The bearer token of the SCIM connection", "primary": true,
		}},
		"meta": map[string]any{"resourceType": "ServiceProviderConfig", "location": base + "/ServiceProviderConfig"},
	}
}

// resourceTypes are the kinds of resources.
func resourceTypes(base string) []map[string]any {
	kind := func(id, endpoint, schema string) map[string]any {
		return map[string]any{
			"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:ResourceType"}, "id": id, "name": id,
			"endpoint": endpoint, "schema": schema,
			"meta": map[string]any{"resourceType": "ResourceType", "location": base + "/ResourceTypes/" + id},
		}
	}
	user := kind("User", "/Users", scimUserSchema)
	user["schemaExtensions"] = []map[string]any{{"schema": scimEnterpriseSchema, "required": false}}
	return []map[string]any{user, kind("Group", "/Groups", scimGroupSchema)}
}

// schemas are what the resources are made of.
func schemas(base string) []map[string]any {
	schema := func(id, name string, attributes ...map[string]any) map[string]any {
		return map[string]any{
			"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:Schema"}, "id": id, "name": name, "attributes": attributes,
			"meta": map[string]any{"resourceType": "Schema", "location": base + "/Schemas/" + id},
		}
	}
	return []map[string]any{
		schema(scimUserSchema, "User", userAttributes()...),
		schema(scimGroupSchema, "Group", required(plainAttribute("displayName", "string")),
			listAttribute("members", plainAttribute("value", "string"), plainAttribute("display", "string"), plainAttribute("type", "string"))),
		schema(scimEnterpriseSchema, "EnterpriseUser",
			plainAttribute("employeeNumber", "string"), plainAttribute("costCenter", "string"), plainAttribute("organization", "string"),
			plainAttribute("division", "string"), plainAttribute("department", "string"),
			complexAttribute("manager", plainAttribute("value", "string"), plainAttribute("displayName", "string"))),
	}
}

// userAttributes are those of the schema User.
func userAttributes() []map[string]any {
	attributes := []map[string]any{required(unique(plainAttribute("userName", "string")))}
	for _, name := range []string{"displayName", "nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone"} {
		attributes = append(attributes, plainAttribute(name, "string"))
	}
	attributes = append(attributes, plainAttribute("active", "boolean"), complexAttribute("name",
		plainAttribute("formatted", "string"), plainAttribute("familyName", "string"), plainAttribute("givenName", "string"),
		plainAttribute("middleName", "string"), plainAttribute("honorificPrefix", "string"), plainAttribute("honorificSuffix", "string")))
	for _, name := range []string{"emails", "phoneNumbers", "ims", "photos", "entitlements", "roles", "x509Certificates"} {
		attributes = append(attributes, listAttribute(name, plainAttribute("value", "string"), plainAttribute("type", "string"), plainAttribute("primary", "boolean")))
	}
	return append(attributes, listAttribute("addresses",
		plainAttribute("formatted", "string"), plainAttribute("streetAddress", "string"), plainAttribute("locality", "string"), plainAttribute("region", "string"),
		plainAttribute("postalCode", "string"), plainAttribute("country", "string"), plainAttribute("type", "string"), plainAttribute("primary", "boolean")))
}

func plainAttribute(name, kind string) map[string]any {
	return map[string]any{
		"name": name, "type": kind, "multiValued": false, "required": false, "caseExact": false,
		"mutability": "readWrite", "returned": "default", "uniqueness": "none",
	}
}

func complexAttribute(name string, parts ...map[string]any) map[string]any {
	a := plainAttribute(name, "complex")
	a["subAttributes"] = parts
	return a
}

func listAttribute(name string, parts ...map[string]any) map[string]any {
	a := complexAttribute(name, parts...)
	a["multiValued"] = true
	return a
}

func required(a map[string]any) map[string]any {
	a["required"] = true
	return a
}

func unique(a map[string]any) map[string]any {
	a["uniqueness"] = "server"
	return a
}
