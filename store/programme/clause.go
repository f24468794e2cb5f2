package programme

// Ours marks a rule that is a default of ours where the measure is silent.
const Ours = "P"

// A Clause is a numbered passage of the measure, S0.1 to S6.4d.
type Clause struct {
	ID    string `toml:"id"`
	Quote Words  `toml:"quote"` // Zh exactly as printed, En a plain rendering
	Plain Words  `toml:"plain"` // what it asks for, in a sentence
}

// Clause is the passage of an id; [Ours] and unknown ids have none.
func (p *Programme) Clause(id string) (Clause, bool) {
	return first(p.Clauses, func(c Clause) bool { return c.ID == id })
}
