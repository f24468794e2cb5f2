package playground

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// table.json holds, of the Bot API 10.1, the methods a bot of this kind may
// call, their parameters and the objects in them, each with its type; an
// exclamation mark says that it must be given. Unions are flattened into one
// object. What this box does not have is left out: business connections,
// topics, paid and rich messages, inline mode, media of other kinds, requests
// for users and chats. The disabled button and force_reply on a keyboard are
// of Bot API 10.3. Field names come from the MIT-licensed description at
// github.com/PaulSonOfLars/telegram-bot-api-spec.
//
//go:embed table.json
var tableJSON []byte

type fields map[string]string

var table = func() (t struct {
	Methods map[string]fields
	Types   map[string]fields
	Updates []string
}) {
	if err := json.Unmarshal(tableJSON, &t); err != nil {
		panic("playground: table.json: " + err.Error())
	}
	return t
}()

// check refuses what is unknown, missing or of the wrong type, by name.
func (f fields) check(at string, given map[string]json.RawMessage) error {
	for name, raw := range given {
		kind, known := f[name]
		if !known {
			return bad("unknown parameter %q", at+name)
		}
		if err := checkType(at+name, strings.TrimSuffix(kind, "!"), raw); err != nil {
			return err
		}
	}
	for name, kind := range f {
		if _, ok := given[name]; !ok && strings.HasSuffix(kind, "!") {
			return bad("parameter %q is required", at+name)
		}
	}
	return nil
}

func checkType(at, kinds string, raw json.RawMessage) error {
	for kind := range strings.SplitSeq(kinds, "|") {
		if inner, ok := strings.CutPrefix(kind, "Array of "); ok && raw[0] == '[' {
			return checkArray(at, inner, raw)
		}
		if f, ok := table.Types[kind]; ok && raw[0] == '{' {
			var given map[string]json.RawMessage
			if err := json.Unmarshal(raw, &given); err != nil {
				return bad("can't parse %q: %v", at, err)
			}
			return f.check(at+".", given)
		}
		if isBasic(kind, raw) {
			return nil
		}
	}
	return bad("parameter %q must be of type %s", at, strings.ReplaceAll(kinds, "|", " or "))
}

func checkArray(at, inner string, raw json.RawMessage) error {
	var all []json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		return bad("can't parse %q: %v", at, err)
	}
	for i, one := range all {
		if err := checkType(fmt.Sprintf("%s[%d]", at, i), inner, one); err != nil {
			return err
		}
	}
	return nil
}

func isBasic(kind string, raw json.RawMessage) bool {
	switch kind {
	case "String", "InputFile":
		return raw[0] == '"'
	case "Boolean":
		return slices.Contains([]string{"true", "false"}, string(raw))
	case "Integer":
		var n int64
		return raw[0] != 'n' && json.Unmarshal(raw, &n) == nil
	}
	return false
}
