package playground

import "encoding/json"

// The table was checked before, so a parameter that is there has its type.

func (c *call) has(name string) bool { _, ok := c.args[name]; return ok }

func (c *call) text(name string) (v string) { c.object(name, &v); return v }

func (c *call) number(name string) (v int64) { c.object(name, &v); return v }

func (c *call) flag(name string) (v bool) { c.object(name, &v); return v }

// object decodes a parameter into v and leaves v alone if it was not given.
func (c *call) object(name string, v any) bool {
	raw, ok := c.args[name]
	return ok && json.Unmarshal(raw, v) == nil
}

// chatID reads a chat's id, or 0 for a name such as @channel, which no private
// chat has.
func (c *call) chatID(name string) int64 { return c.number(name) }
