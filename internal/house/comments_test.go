package house

import (
	"fmt"
	"go/ast"
)

// comments complains of exported identifiers without a doc comment. Fields
// of structs and methods of interfaces are left to their type's comment. A
// group of constants or variables may have one comment for all.
func comments(s source) []string {
	if s.isTest() {
		return nil
	}
	var complaints []string
	complain := func(node ast.Node, name string) {
		complaints = append(complaints, fmt.Sprintf("%s: %s is exported and has no doc comment", s.at(node), name))
	}
	for _, declaration := range s.tree.Decls {
		switch declaration := declaration.(type) {
		case *ast.FuncDecl:
			if receiver := receiverName(declaration); declaration.Name.IsExported() && ast.IsExported(receiver) && empty(declaration.Doc) {
				complain(declaration, declaration.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range declaration.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					single := !declaration.Lparen.IsValid() && !empty(declaration.Doc)
					if spec.Name.IsExported() && !single && empty(spec.Doc) {
						complain(spec, spec.Name.Name)
					}
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						if name.IsExported() && empty(declaration.Doc) && empty(spec.Doc) && empty(spec.Comment) {
							complain(name, name.Name)
						}
					}
				}
			}
		}
	}
	return complaints
}

// receiverName returns the type whose method a function is. A function
// without a receiver counts as exported by its own name alone.
func receiverName(declaration *ast.FuncDecl) string {
	if declaration.Recv == nil || len(declaration.Recv.List) == 0 {
		return declaration.Name.Name
	}
	expression := declaration.Recv.List[0].Type
	for {
		switch inner := expression.(type) {
		case *ast.StarExpr:
			expression = inner.X
		case *ast.IndexExpr:
			expression = inner.X
		case *ast.IndexListExpr:
			expression = inner.X
		case *ast.ParenExpr:
			expression = inner.X
		case *ast.Ident:
			return inner.Name
		default:
			return ""
		}
	}
}

// empty reports whether a comment says nothing: it is missing or holds
// directives for tools only.
func empty(comment *ast.CommentGroup) bool { return comment == nil || comment.Text() == "" }

// packageComments complains of packages none of whose files has a package
// comment.
func packageComments(sources []source) []string {
	var complaints []string
	first, explained := make(map[string]string), make(map[string]bool)
	var folders []string
	for _, s := range sources {
		if s.isTest() {
			continue
		}
		if _, seen := first[s.room()]; !seen {
			first[s.room()] = s.path
			folders = append(folders, s.room())
		}
		if !empty(s.tree.Doc) {
			explained[s.room()] = true
		}
	}
	for _, folder := range folders {
		if !explained[folder] {
			complaints = append(complaints, fmt.Sprintf("%s: package %s has no package comment", first[folder], folder))
		}
	}
	return complaints
}
