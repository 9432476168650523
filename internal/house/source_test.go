package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strconv"
	"strings"
)

// module is the module's path, which begins every import of our own.
const module = "skillmix"

// A file is a file of the repository: its slash-separated path from the top
// and its text.
type file struct{ path, text string }

// A rule looks at one file at a time and returns its complaints.
type rule func(source) []string

// A source is a parsed Go file.
type source struct {
	file
	tree      *ast.File
	positions *token.FileSet
}

// parse reads a Go file.
func parse(f file) (source, error) {
	positions := token.NewFileSet()
	tree, err := parser.ParseFile(positions, f.path, f.text, parser.ParseComments|parser.SkipObjectResolution)
	return source{f, tree, positions}, err
}

// room returns the folder of the file: a package's path in the module.
func (s source) room() string { return path.Dir(s.path) }

// isTest reports whether the file is compiled for tests only.
func (s source) isTest() bool { return strings.HasSuffix(s.path, "_test.go") }

// at writes the place of a node as path:line.
func (s source) at(node ast.Node) string {
	return s.path + ":" + strconv.Itoa(s.positions.Position(node.Pos()).Line)
}

// An imported package: its path, and the name it has in the file.
type imported struct {
	path, name string
	spec       *ast.ImportSpec
}

// imports lists the file's imports.
func (s source) imports() []imported {
	var list []imported
	for _, spec := range s.tree.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the compiler refuses it
		}
		name := path.Base(target)
		if strings.HasPrefix(name, "v") && strings.Trim(name[1:], "0123456789") == "" {
			name = path.Base(path.Dir(target)) // math/rand/v2 is rand
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		list = append(list, imported{target, name, spec})
	}
	return list
}

// uses calls visit for every mention of the named package's exported names.
func (s source) uses(name string, visit func(*ast.SelectorExpr)) {
	ast.Inspect(s.tree, func(node ast.Node) bool {
		if selector, ok := node.(*ast.SelectorExpr); ok {
			if x, ok := selector.X.(*ast.Ident); ok && x.Name == name {
				visit(selector)
			}
		}
		return true
	})
}

// within reports whether a path is the folder or lies below it.
func within(target, folder string) bool {
	return target == folder || strings.HasPrefix(target, folder+"/")
}
