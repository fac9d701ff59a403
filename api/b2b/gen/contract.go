package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

// contract is contract.json as far as Go code is made of it.
type contract struct {
	Objects       ordered[object]    `json:"objects"`
	Endpoints     []endpoint         `json:"endpoints"`
	ErrorTypes    ordered[errorType] `json:"error_types"`
	RBACDefaults  rbacDefaults       `json:"rbac_defaults"`
	SearchFilters searchFilters      `json:"search_filters"`
	IDFormats     ordered[string]    `json:"id_formats"`
}

type object struct {
	Fields ordered[field] `json:"fields"`
	Note   string         `json:"note"`
}

type field struct {
	Type                 string   `json:"type"`
	Required             bool     `json:"required"`
	Nullable             bool     `json:"nullable"`
	Enum                 []string `json:"enum"`
	Limits               limits   `json:"limits"`
	Default              any      `json:"default"`
	Accepts              []string `json:"accepts"`
	Format               string   `json:"format"`
	Note                 string   `json:"note"`
	RBACAction           *string  `json:"rbac_action"`
	RBACSelfAction       string   `json:"rbac_self_action"`
	ForbiddenWithSession bool     `json:"forbidden_with_session"`
}

type limits struct {
	Min                  *int   `json:"min"`
	Max                  *int   `json:"max"`
	MinLength            int    `json:"min_length"`
	MaxLength            int    `json:"max_length"`
	MaxBytes             int    `json:"max_bytes"`
	MaxTopLevelKeys      int    `json:"max_top_level_keys"`
	Pattern              string `json:"pattern"`
	UniqueIn             string `json:"unique_in"`
	PowerOfTwo           bool   `json:"power_of_two"`
	NeedsOneAlphanumeric bool   `json:"needs_one_alphanumeric"`
}

type endpoint struct {
	Resource       string         `json:"resource"`
	Operation      string         `json:"operation"`
	Method         string         `json:"method"`
	Path           string         `json:"path"`
	PathParams     ordered[field] `json:"path_params"`
	QueryParams    ordered[field] `json:"query_params"`
	Request        ordered[field] `json:"request"`
	Response       ordered[field] `json:"response"`
	ContentType    string         `json:"content_type"`
	SuccessStatus  int            `json:"success_status"`
	SessionHeaders bool           `json:"session_headers"`
	RBAC           *permission    `json:"rbac"`
	Exclusive      []exclusive    `json:"exclusive"`
	Errors         []string       `json:"errors"`
	InSeeds        bool           `json:"in_seeds"`
	Scope          string         `json:"scope"`
	Notes          []string       `json:"notes"`
}

type permission struct {
	Resource     string `json:"resource"`
	Action       string `json:"action"`
	SelfResource string `json:"self_resource"`
}

type exclusive struct {
	Rule   string   `json:"rule"`
	Fields []string `json:"fields"`
}

type errorType struct {
	Status   int    `json:"status"`
	Evidence string `json:"evidence"`
	When     string `json:"when"`
}

type rbacDefaults struct {
	Roles []struct {
		RoleID      string `json:"role_id"`
		Note        string `json:"note"`
		Permissions []struct {
			ResourceID string   `json:"resource_id"`
			Actions    []string `json:"actions"`
		} `json:"permissions"`
	} `json:"roles"`
	Resources ordered[[]string] `json:"resources"`
	Scopes    []string          `json:"scopes"`
}

type searchFilters struct {
	Organizations  []filter        `json:"organizations"`
	Members        []filter        `json:"members"`
	MembersAliases ordered[string] `json:"members_aliases"`
	M2MClients     []filter        `json:"m2m_clients"`
}

type filter struct {
	Name     string `json:"filter_name"`
	Value    string `json:"value"`
	FuzzyMin int    `json:"fuzzy_min"`
	Match    string `json:"match"`
}

// ordered is a JSON object that keeps the order of its members, so that the
// generated code reads like the contract and never changes by itself.
type ordered[T any] struct {
	Names  []string
	Values map[string]T
}

// UnmarshalJSON implements json.Unmarshaler.
func (o *ordered[T]) UnmarshalJSON(data []byte) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		return fmt.Errorf("want an object, got %v (%w)", tok, err)
	}
	o.Values = map[string]T{}
	for dec.More() {
		tok, err := dec.Token()
		if err != nil {
			return err
		}
		name, ok := tok.(string)
		if !ok {
			return fmt.Errorf("want a member name, got %v", tok)
		}
		var v T
		if err := dec.Decode(&v); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		o.Names = append(o.Names, name)
		o.Values[name] = v
	}
	return nil
}

func readContract(name string) (*contract, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	var c contract
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, fmt.Errorf("parse %s: %w", name, err)
	}
	return &c, nil
}
