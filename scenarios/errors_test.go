package scenarios

import "testing"

func TestPartsOfAnError(t *testing.T) {
	for _, c := range []struct{ message, wrong, hint, reason string }{
		{`unknown key; did you mean "offered"?`, "unknown key", `did you mean "offered"?`, "advice stands behind a semicolon"},
		{`"a; b" is text; write a number`, `"a; b" is text`, "write a number", "one within quotation marks is the user's"},
		{"one; two; three", "one", "two; three", "the first counts"},
		{"all said", "all said", "", "no advice"},
		{"a;b", "a;b", "", "no blank behind it, so it divides nothing"},
	} {
		if wrong, hint := (Error{Message: c.message}).Parts(); wrong != c.wrong || hint != c.hint {
			t.Errorf("%q is %q and %q, want %q and %q: %s", c.message, wrong, hint, c.wrong, c.hint, c.reason)
		}
	}
}
