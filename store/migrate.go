package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"github.com/pressly/goose/v3"

	"luling/store/failpoint"
	"luling/store/migrations"
)

// migrate brings the file to the schema of this program, one transaction per
// step, on a connection of its own. It may be killed anywhere and run again.
func migrate(ctx context.Context, path string, log *slog.Logger) (err error) {
	db, err := migrating().pool(path, 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := quickCheck(ctx, db); err != nil {
		return fmt.Errorf("%w; keep the file, and start with a restored copy", err)
	}
	steps, err := provider(db)
	if err != nil {
		return err
	}
	have, want, err := versions(ctx, steps)
	if err != nil || have == want {
		return err
	}
	if err := keepCopy(ctx, db, path, have, want); err != nil {
		return err
	}
	log.Info("migrate the database", "from", have, "to", want)
	return stepUp(ctx, db, steps, want-have)
}

func provider(db *sql.DB) (*goose.Provider, error) {
	dir, err := fs.Sub(migrations.SQLite, "sqlite")
	if err != nil {
		return nil, err
	}
	steps, err := goose.NewProvider(goose.DialectSQLite3, db, dir, goose.WithDisableGlobalRegistry(true))
	return steps, named(err, "read the migrations")
}

// versions compares the schema of the file with that of the program.
func versions(ctx context.Context, steps *goose.Provider) (have, want int64, err error) {
	have, want, err = steps.GetVersions(ctx)
	if err != nil {
		return 0, 0, named(err, "read the schema's version")
	}
	if have > want {
		return 0, 0, fmt.Errorf("%w: schema %d, this program knows %d; install the newer program, or restore an older copy",
			ErrNewer, have, want)
	}
	return have, want, nil
}

// current refuses a file whose schema is not that of this program; it changes nothing.
func current(ctx context.Context, db *sql.DB) error {
	steps, err := provider(db)
	if err != nil {
		return err
	}
	have, want, err := versions(ctx, steps)
	if err == nil && have < want {
		err = fmt.Errorf("schema %d is older than %d; start the program once so that it migrates", have, want)
	}
	return err
}

// keepCopy keeps the database as it was before the first step. A copy left by an
// interrupted migration to the same version is the true one and stays.
func keepCopy(ctx context.Context, db *sql.DB, path string, have, want int64) error {
	into := fmt.Sprintf("%s.before-%04d", path, want)
	if _, err := os.Stat(into); have == 0 || err == nil {
		return nil
	}
	if err := failpoint.Hit("store.migrate.backup.before"); err != nil {
		return err
	}
	half := into + ".half"
	if err := os.Remove(half); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := backup(ctx, db, half); err != nil {
		return named(err, "copy the database to %s before migrating", half)
	}
	if err := os.Rename(half, into); err != nil {
		return err
	}
	return failpoint.Hit("store.migrate.backup.after")
}

func stepUp(ctx context.Context, db *sql.DB, steps *goose.Provider, n int64) error {
	for range n {
		if err := failpoint.Hit("store.migrate.step.before"); err != nil {
			return err
		}
		if _, err := steps.UpByOne(ctx); errors.Is(err, goose.ErrNoNextVersion) {
			break
		} else if err != nil {
			return named(err, "migrate")
		}
		if err := failpoint.Hit("store.migrate.step.after"); err != nil {
			return err
		}
	}
	return orphans(ctx, db)
}

// orphans refuses a database in which a row points at nothing.
func orphans(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT \"table\", COUNT(*) FROM pragma_foreign_key_check GROUP BY 1")
	if err != nil {
		return named(err, "check references")
	}
	defer rows.Close()
	if rows.Next() {
		var table string
		var n int
		if err := rows.Scan(&table, &n); err != nil {
			return err
		}
		return fmt.Errorf("%w: %d rows of %s point at nothing", ErrDamaged, n, table)
	}
	return rows.Err()
}
