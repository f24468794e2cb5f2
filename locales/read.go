package locales

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"text/template"
	"text/template/parse"
)

//go:embed zh/*.html zh/*.txt en/*.html en/*.txt
var files embed.FS

// A source is one text as it stands in its file.
type source struct {
	tree  *parse.Tree
	where string // file:line:column
	plain bool
}

// read adds the texts of one language by name.
func read(files fs.FS, lang string, sources map[string]source) error {
	entries, err := fs.ReadDir(files, lang)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := readFile(files, path.Join(lang, entry.Name()), sources); err != nil {
			return err
		}
	}
	return nil
}

func readFile(files fs.FS, file string, sources map[string]source) error {
	content, err := fs.ReadFile(files, file)
	if err != nil {
		return err
	}
	plain := path.Ext(file) == ".txt"
	set, err := template.New(file).Funcs(template.FuncMap(functions(nil, plain))).Parse(string(content))
	if err != nil {
		return err
	}
	if set.Tree != nil && !parse.IsEmptyTree(set.Root) {
		return fmt.Errorf("%s: there is text outside of {{define}}", location(set.Tree, firstText(set.Root)))
	}
	for _, one := range set.Templates() {
		if err := addSource(sources, file, one, plain); err != nil {
			return err
		}
	}
	return nil
}

func addSource(sources map[string]source, file string, one *template.Template, plain bool) error {
	if one.Name() == file {
		return nil
	}
	where := location(one.Tree, one.Root)
	if parse.IsEmptyTree(one.Root) {
		return fmt.Errorf("%s: %q is empty", where, one.Name())
	}
	if before, ok := sources[one.Name()]; ok {
		return fmt.Errorf("%s: %q is already defined at %s", where, one.Name(), before.where)
	}
	sources[one.Name()] = source{one.Tree, where, plain}
	return nil
}

func location(tree *parse.Tree, node parse.Node) string {
	where, _ := tree.ErrorContext(node)
	return where
}

// firstText is the first node that is more than blank space, where its words begin.
func firstText(list *parse.ListNode) parse.Node {
	for _, node := range list.Nodes {
		if parse.IsEmptyTree(node) {
			continue
		}
		if text, ok := node.(*parse.TextNode); ok {
			blank := len(text.Text) - len(bytes.TrimLeft(text.Text, " \t\r\n"))
			return &parse.TextNode{NodeType: parse.NodeText, Pos: text.Pos + parse.Pos(blank), Text: text.Text[blank:]}
		}
		return node
	}
	return list
}
