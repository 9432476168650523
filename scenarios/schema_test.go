package scenarios

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaFile is the schema as it ships in the repository, for editors.
var schemaFile = filepath.Join("schema", fmt.Sprintf("scenario.v%d.json", SchemaVersion))

func TestSchemaIsFresh(t *testing.T) {
	if *Update {
		if err := os.WriteFile(schemaFile, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shipped, err := os.ReadFile(schemaFile)
	if err != nil || !bytes.Equal(shipped, Schema()) {
		t.Errorf("%s is stale (%v): run make golden", schemaFile, err)
	}
}

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("scenario.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("scenario.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// instance is a TOML document as an editor's schema check sees it. JSON has no
// dates and no NaN: they become what no key may hold.
func instance(t *testing.T, text []byte) (any, error) {
	t.Helper()
	var tree map[string]any
	if _, err := toml.Decode(string(text), &tree); err != nil {
		return nil, err
	}
	encoded, err := json.Marshal(plain(tree))
	if err != nil {
		t.Fatal(err)
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(encoded))
}

func plain(value any) any {
	switch v := value.(type) {
	case map[string]any:
		all := map[string]any{}
		for name, inner := range v {
			all[name] = plain(inner)
		}
		return all
	case []map[string]any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = plain(v[i])
		}
		return all
	case []any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = plain(v[i])
		}
		return all
	case time.Time:
		return nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
	}
	return value
}

// Every built-in scenario, as it is written and as it is resolved, obeys the
// schema.
func TestBuiltinsObeyTheSchema(t *testing.T) {
	schema := compiledSchema(t)
	for _, name := range builtins() {
		text, err := Source(name)
		if err != nil {
			t.Fatal(err)
		}
		scenario, err := Load(name, nil)
		if err != nil {
			t.Fatal(err)
		}
		for what, text := range map[string][]byte{"as written": text, "resolved": scenario.Resolved()} {
			tree, err := instance(t, text)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(tree); err != nil {
				t.Errorf("%s %s: %v", name, what, err)
			}
		}
	}
}

// beyondSchema are the files of the corpus that the reader refuses and the
// schema does not, and why: a schema sees one key at a time, and one file.
var beyondSchema = map[string]string{
	"fractional-months":          "12.0 is a whole number in JSON",
	"early-start":                "the schema knows what a month looks like, not which it is",
	"late-start":                 "the same",
	"arrs-too-early":             "the same",
	"funding-ends-before-start":  "two months are compared",
	"funding-before-run":         "two months are compared",
	"funding-after-run":          "two months are compared",
	"support-ends-before-start":  "two months are compared",
	"arrs-ends-before-start":     "two months are compared",
	"change-ends-before-start":   "two months are compared",
	"change-after-run":           "two months are compared",
	"change-before-run":          "two months are compared",
	"hiring-before-start":        "two months are compared",
	"hiring-after-end":           "two months are compared",
	"announced-after-end":        "two months are compared",
	"role-cap-ends-before-start": "two months are compared",
	"role-caps-overlap":          "two months are compared",
	"role-twice":                 "two blocks are compared",
	"role-acp-upskilled":         "a name and a truth are compared",
	"role-too-many":              "names are compared with those there are",
	"without-slip":               "an added role may have any name",
	"without-unknown":            "the same",
	"range-out-of-order":         "three numbers are compared",
	"block-name-twice":           "two blocks are compared",
	"block-merged-wrong":         "the schema sees one file",
	"block-merged-slip":          "the same",
	"vary-one":                   "the schema does not look into [vary]",
	"vary-number":                "the schema does not look into [vary]",
	"vary-time":                  "the schema does not look into [vary]",
	"vary-out-of-range":          "the schema does not look into [vary]",
	"vary-twice":                 "the schema does not look into [vary]",
	"vary-slip":                  "the schema does not look into [vary]",
	"vary-range-alone":           "two sections are compared",
	"vary-too-many":              "the schema does not look into [vary]",
	"sample-of-nothing":          "two sections are compared",
	"sample-too-large":           "numbers are compared",
	"law-out-of-range":           "a distribution's numbers have no limits in the schema",
	"law-falling":                "numbers are compared",
	"law-mode-outside":           "the same",
	"law-lognormal-zero":         "the same: the parameter may be 0",
	"law-cut-off":                "the distribution is worked out",
	"law-weights-short":          "two lists are compared",
	"law-discrete-one":           "values are compared",
	"extends-missing":            "the schema sees one file",
	"extends-itself":             "the same",
	"extends-circle":             "the same",
	"extends-circle-2":           "the same",
}

// The reader and the schema agree on every file of the corpus, but for those
// listed.
func TestSchemaAndReaderAgree(t *testing.T) {
	schema := compiledSchema(t)
	for _, test := range bad {
		file := filepath.Join("testdata", "bad", test.file+".toml")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		reason, listed := beyondSchema[test.file]
		tree, err := instance(t, text)
		if err != nil {
			continue // no TOML at all: neither gets so far
		}
		var invalid *jsonschema.ValidationError
		switch err := schema.Validate(tree); {
		case err == nil && !listed:
			t.Errorf("%s: the reader refuses it and the schema does not: %s", test.file, test.reason)
		case err != nil && listed:
			t.Errorf("%s is listed (%s), and the schema refuses it: %v", test.file, reason, err)
		case err != nil && !errors.As(err, &invalid):
			t.Errorf("%s: %v", test.file, err)
		}
	}
	for file := range beyondSchema {
		if _, err := os.Stat(filepath.Join("testdata", "bad", file+".toml")); err != nil {
			t.Error(err)
		}
	}
}
