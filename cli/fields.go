package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// fieldFlags are the flags of a command that sends a request of the contract:
// one for each field that is a word, a number, a yes or no, or a list of words,
// and --set and --input for all.
type fieldFlags struct {
	endpoint b2b.Endpoint
	without  []string // fields that the rest of the command line says
	sets     []string
	input    string
}

// register adds the flags to cmd.
func (f *fieldFlags) register(cmd *cobra.Command) {
	for _, field := range f.endpoint.Request {
		if field.Secret || slices.Contains(f.without, field.Name) {
			continue // a secret never stands on a command line, where others can see it
		}
		f.flag(cmd, field)
	}
	cmd.Flags().StringArrayVar(&f.sets, "set", nil, "set any `field=value`, as JSON; of an object also field.key=value")
	cmd.Flags().StringVar(&f.input, "input", "", "`file` with the request as JSON; - is standard input; other flags win over it")
}

func (f *fieldFlags) flag(cmd *cobra.Command, field b2b.Field) {
	flags, name, usage := cmd.Flags(), flagName(field.Name), fieldUsage(field)
	switch field.Type {
	case "string", "timestamp":
		flags.String(name, "", usage)
	case "boolean":
		flags.Bool(name, false, usage)
	case "integer":
		flags.Int(name, 0, usage)
	case "array<string>":
		flags.StringSlice(name, nil, usage)
	default:
		return
	}
	if field.Enum != nil {
		// The flag was registered in the line above, so this cannot fail.
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(field.Enum, cobra.ShellCompDirectiveNoFileComp))
	}
}

func flagName(field string) string { return strings.ReplaceAll(field, "_", "-") }

// fieldUsage says what a field is, from the contract. Backquotes would name the
// value.
func fieldUsage(field b2b.Field) string {
	usage := strings.ReplaceAll(field.Note, "`", "'")
	if usage == "" {
		usage = "the " + api.Label(field.Name)
	}
	if field.Enum != nil && !strings.Contains(usage, "one of") {
		usage += ": " + strings.Join(field.Enum, ", ")
	}
	return usage
}

// request puts together what --input, the flags and --set say, into to, a
// pointer to a request of the contract, and checks it where that is all of it.
func (f *fieldFlags) request(w World, cmd *cobra.Command, to any) error {
	values, err := f.values(w, cmd)
	if err != nil {
		return err
	}
	data, err := json.Marshal(values)
	if err != nil {
		return &usageError{"the request is no JSON: " + err.Error()}
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(to); err != nil {
		return &usageError{"the request makes no sense: " + strings.TrimPrefix(err.Error(), "json: ")}
	}
	if f.without != nil {
		return nil
	}
	return checked(f.endpoint, to)
}

// checked refuses a request that the server would refuse.
func checked(e b2b.Endpoint, request any) error {
	wrong := api.Validate(e, request)
	if len(wrong) == 0 {
		return nil
	}
	sentences := make([]string, len(wrong))
	for i := range wrong {
		sentences[i] = strings.TrimSuffix(wrong[i].Error(), ".") + " (--" + flagName(wrong[i].Field) + ")"
	}
	return &usageError{strings.Join(sentences, "; ")}
}

func (f *fieldFlags) values(w World, cmd *cobra.Command) (map[string]json.RawMessage, error) {
	values := map[string]json.RawMessage{}
	body, err := readInput(w, f.input)
	if err != nil {
		return nil, err
	}
	if body != nil && (json.Unmarshal(body, &values) != nil || values == nil) {
		return nil, &usageError{"--input holds no JSON object"}
	}
	for _, field := range f.endpoint.Request {
		flag := cmd.Flags().Lookup(flagName(field.Name))
		if flag == nil || !flag.Changed {
			continue
		}
		if values[field.Name], err = flagValue(cmd, field); err != nil {
			return nil, err
		}
	}
	for _, set := range f.sets {
		if err := f.set(values, set); err != nil {
			return nil, err
		}
	}
	return values, f.known(values)
}

func flagValue(cmd *cobra.Command, field b2b.Field) (json.RawMessage, error) {
	flags, name := cmd.Flags(), flagName(field.Name)
	var value any
	var err error
	switch field.Type {
	case "boolean":
		value, err = flags.GetBool(name)
	case "integer":
		value, err = flags.GetInt(name)
	case "array<string>":
		value, err = flags.GetStringSlice(name)
	default:
		value, err = flags.GetString(name)
	}
	if err != nil {
		return nil, fmt.Errorf("read --%s: %w", name, err)
	}
	return json.Marshal(value)
}

// set takes one field=value. What is no JSON is text, where the field is one.
func (f *fieldFlags) set(values map[string]json.RawMessage, text string) error {
	name, value, found := strings.Cut(text, "=")
	if !found {
		return &usageError{fmt.Sprintf("--set %q has no =; write field=value", text)}
	}
	name, key, inside := strings.Cut(name, ".")
	field, _ := f.endpoint.Field(name)
	data := json.RawMessage(value)
	if !json.Valid(data) {
		if field.Type != "string" {
			return &usageError{fmt.Sprintf("--set %s: %q is no JSON", name, value)}
		}
		data, _ = json.Marshal(value) // a string always encodes
	}
	if !inside {
		values[name] = data
		return nil
	}
	object := map[string]json.RawMessage{}
	if values[name] != nil && json.Unmarshal(values[name], &object) != nil {
		return &usageError{"--set " + text + ": " + name + " is no object"}
	}
	object[key] = data
	var err error
	values[name], err = json.Marshal(object)
	return err
}

// known refuses fields that the request has not, and null, which would leave a
// field as it is.
func (f *fieldFlags) known(values map[string]json.RawMessage) error {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if _, ok := f.endpoint.Field(name); !ok {
			return &usageError{fmt.Sprintf("%q is no field of this request; it has %s", name, f.names())}
		}
		if string(values[name]) == "null" {
			return &usageError{fmt.Sprintf("%s is null, which means nothing here; leave it out, or send it empty", name)}
		}
	}
	return nil
}

func (f *fieldFlags) names() string {
	names := make([]string, len(f.endpoint.Request))
	for i, field := range f.endpoint.Request {
		names[i] = field.Name
	}
	return strings.Join(names, ", ")
}
