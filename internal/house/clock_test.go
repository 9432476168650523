package house

import (
	"fmt"
	"go/ast"
	"slices"
)

// clockNames are the names of package time that look at the clock or wait
// for it.
var clockNames = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep"}

// clock complains of clocks anywhere but in cmd and lab, where a person
// waits. Tests outside sim and model may wait.
func clock(s source) []string {
	if within(s.room(), "cmd") || within(s.room(), "lab") || s.isTest() && !within(s.room(), "sim") && !within(s.room(), "model") {
		return nil
	}
	var complaints []string
	for _, target := range s.imports() {
		if target.path != "time" {
			continue
		}
		if target.name == "." {
			complaints = append(complaints, s.at(target.spec)+": a dot import hides the clock")
		}
		s.uses(target.name, func(use *ast.SelectorExpr) {
			if slices.Contains(clockNames, use.Sel.Name) {
				complaints = append(complaints, fmt.Sprintf("%s: time.%s looks at the clock, which only cmd may: a result must not depend on when it is made", s.at(use), use.Sel.Name))
			}
		})
	}
	return complaints
}
