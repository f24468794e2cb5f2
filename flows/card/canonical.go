package card

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Bytes is the content as canonical JSON: keys sorted, no blanks, no escapes
// that JSON does not ask for.
func (c Content) Bytes() ([]byte, error) {
	plain, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("compose content: %w", err)
	}
	var sorted any
	decoder := json.NewDecoder(bytes.NewReader(plain))
	decoder.UseNumber()
	if err := decoder.Decode(&sorted); err != nil {
		return nil, fmt.Errorf("compose content: %w", err)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(sorted); err != nil {
		return nil, fmt.Errorf("compose content: %w", err)
	}
	return bytes.TrimSpace(out.Bytes()), nil
}

// Hash is the hex SHA-256 of canonical bytes.
func Hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// shortHash is how many signs of a hash people compare.
const shortHash = 12

// Short is the beginning of a hash, as people compare it.
func Short(hash string) string { return hash[:min(len(hash), shortHash)] }
