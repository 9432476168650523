package scenarios

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"
)

var settingName = regexp.MustCompile(`^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$`)

// parseSet turns a --set option, key=value, into a document of one value.
// Values are written as in a file, but text needs no quotes, and a list of
// names no brackets: time.start=2020-04, funding.routes=new-money.
func parseSet(option string, rank int) (*document, *Error) {
	problem := func(key, message string) *Error {
		return &Error{File: setFile, Key: key, Message: message, rank: rank}
	}
	name, value, found := strings.Cut(option, "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	switch {
	case !found || !settingName.MatchString(name):
		if len(option) > 60 {
			option = option[:60] + "..."
		}
		return nil, problem("", quoted([]string{option})+" is not a setting; write key=value, for example funding.offered=20000")
	case name == "extends":
		return nil, problem(name, "cannot be set for one run; write it in a file, or name the other scenario")
	case strings.ContainsFunc(value, unicode.IsControl):
		return nil, problem(name, "the value contains a line break or another control character")
	}
	if _, message := excess(value); message != "" || len(value) > maxBytes {
		return nil, problem(name, "the value is too long or nested too deeply")
	}
	steps := strings.Split(name, ".")
	d := &document{file: setFile, rank: rank, tree: map[string]any{}}
	table := d.tree
	for _, step := range steps[:len(steps)-1] {
		inner := map[string]any{}
		table[step], table = inner, inner
	}
	table[steps[len(steps)-1]] = decodeValue(value, formOf(name))
	return d, nil
}

// formOf returns how the key's values are written.
func formOf(name string) form {
	for _, key := range keys() {
		if key.String() == name {
			return key.form
		}
	}
	return formValue
}

// decodeValue reads a value as TOML. Text without quotes comes back as it
// is; whether text may stand there is for the key to say.
func decodeValue(value string, form form) any {
	quotedOrList := strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'") || strings.HasPrefix(value, "[")
	if form == formValue || quotedOrList {
		var decoded struct{ V any }
		if _, err := toml.Decode("V = "+value, &decoded); err == nil {
			return listed(decoded.V, form)
		}
	}
	return listed(value, form)
}

// listed splits text into a list of names where a list is wanted.
func listed(value any, form form) any {
	text, isText := value.(string)
	if form != formNames || !isText {
		return value
	}
	names := []any{}
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}
