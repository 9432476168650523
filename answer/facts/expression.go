package facts

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/types"
	"github.com/expr-lang/expr/vm"
)

// An expression is checked against the names it may use. It is shared by
// runs; each has a machine of its own.
type expression struct {
	program *vm.Program
	names   []string // that it uses, sorted; those of two parts joined by a dot
}

// compile checks an expression. It must be a truth where wantsTruth is given,
// and a number, or a truth counted as 1 and 0, where not.
func compile(text string, names types.Map, wantsTruth bool) (*expression, error) {
	program, err := expr.Compile(text, expr.Env(names))
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return nil, fmt.Errorf("%q: %s", text, first)
	}
	result := program.Node().Type()
	isTruth := result != nil && result.Kind() == reflect.Bool
	switch {
	case wantsTruth && !isTruth:
		return nil, fmt.Errorf("%q is neither true nor false: write a condition", text)
	case !wantsTruth && !isTruth && !isNumber(result):
		return nil, fmt.Errorf("%q is not a number", text)
	}
	used := namesOf(program.Node(), names)
	if len(used) == 0 {
		return nil, fmt.Errorf("%q uses no name: it is the same for all", text)
	}
	return &expression{program, used}, nil
}

func isNumber(t reflect.Type) bool {
	return t != nil && (t.Kind() == reflect.Float64 || t.Kind() == reflect.Int)
}

// namesOf lists the names that a tree uses.
func namesOf(tree ast.Node, names types.Map) []string {
	finder := &finder{names: names, found: map[string]bool{}}
	ast.Walk(&tree, finder)
	var all []string
	for name := range finder.found {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// A finder notes the names of a tree.
type finder struct {
	names types.Map
	found map[string]bool
}

// Visit implements ast.Visitor.
func (f *finder) Visit(node *ast.Node) {
	switch node := (*node).(type) {
	case *ast.IdentifierNode:
		if _, single := f.names[node.Value].(types.Map); !single && f.names[node.Value] != nil {
			f.found[node.Value] = true
		}
	case *ast.MemberNode:
		arm, isName := node.Node.(*ast.IdentifierNode)
		statistic, isText := node.Property.(*ast.StringNode)
		if isName && isText {
			f.found[arm.Value+"."+statistic.Value] = true
		}
	}
}

// value runs an expression. Truths count as 1 and 0.
func (x *expression) value(machine *vm.VM, names map[string]any) (float64, error) {
	result, err := machine.Run(x.program, names)
	if err != nil {
		return math.NaN(), err
	}
	switch result := result.(type) {
	case float64:
		return result, nil
	case int:
		return float64(result), nil
	case bool:
		if result {
			return 1, nil
		}
		return 0, nil
	}
	return math.NaN(), fmt.Errorf("gives %v, not a number", result)
}
