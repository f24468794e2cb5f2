package bot

import (
	"context"
	"log/slog"
	"regexp"
)

// discreet is a log that repeats nobody's words. Errors of the standard library,
// of the database and of the messenger quote what they could not read; what
// stands in quotes in an error is left out of the log, whoever logs it.
type discreet struct{ slog.Handler }

// Handle implements slog.Handler.
func (d discreet) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(wordless(a))
		return true
	})
	return d.Handler.Handle(ctx, clean)
}

// WithAttrs implements slog.Handler.
func (d discreet) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = wordless(a)
	}
	return discreet{d.Handler.WithAttrs(clean)}
}

// WithGroup implements slog.Handler.
func (d discreet) WithGroup(name string) slog.Handler { return discreet{d.Handler.WithGroup(name)} }

func wordless(a slog.Attr) slog.Attr {
	if err, is := a.Value.Any().(error); is {
		a.Value = slog.StringValue(unquoted(err))
	}
	return a
}

// quoted is what stands in quotes, as Go writes it; a quote that does not end
// reaches to the end.
var quoted = regexp.MustCompile(`(?s)"(?:\\.|[^"\\])*(?:"|$)|` + "`[^`]*(?:`|$)")

// unquoted is what an error says but for what it quotes.
func unquoted(err error) string { return quoted.ReplaceAllString(err.Error(), `"…"`) }
