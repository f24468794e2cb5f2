package locales

import (
	"bytes"
	"encoding/json"
	"math"
)

// normal makes data what a template works on: maps with string keys, slices,
// strings, booleans, int64 for whole numbers and float64 for others. Whatever
// else comes is written as JSON and read back, so that a struct renders today
// as it will once it was stored.
func normal(v any) (any, error) {
	switch v := v.(type) {
	case nil, bool, string, int64:
		return v, nil
	case int:
		return int64(v), nil
	case float64:
		return whole(v), nil
	case json.Number:
		return number(v)
	case []any:
		return normalList(v)
	case map[string]any:
		return normalMap(v)
	}
	return throughJSON(v)
}

func normalList(list []any) (_ any, err error) {
	same := make([]any, len(list))
	for i, v := range list {
		if same[i], err = normal(v); err != nil {
			return nil, err
		}
	}
	return same, nil
}

func normalMap(m map[string]any) (_ any, err error) {
	same := make(map[string]any, len(m))
	for k, v := range m {
		if same[k], err = normal(v); err != nil {
			return nil, err
		}
	}
	return same, nil
}

func throughJSON(v any) (any, error) {
	written, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(written))
	decoder.UseNumber()
	var read any
	if err := decoder.Decode(&read); err != nil {
		return nil, err
	}
	return normal(read)
}

func number(n json.Number) (any, error) {
	if i, err := n.Int64(); err == nil {
		return i, nil
	}
	f, err := n.Float64()
	if err != nil {
		return nil, err
	}
	return whole(f), nil
}

// whole is the int64 a float64 stands for exactly, or the float64.
func whole(f float64) any {
	const exact = 1 << 53
	if f == math.Trunc(f) && math.Abs(f) < exact {
		return int64(f)
	}
	return f
}
