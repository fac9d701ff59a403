package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	_ "github.com/pocketbase/pocketbase/migrations" // makes its own tables
)

// servePocketBase runs PocketBase over the database in dir until it is killed. The
// first line of its output is a superuser's token.
func servePocketBase(dir, address string) error {
	app := core.NewBaseApp(core.BaseAppConfig{DataDir: dir})
	if err := app.Bootstrap(); err != nil {
		return fmt.Errorf("start PocketBase: %w", err)
	}
	if err := app.RunAllMigrations(); err != nil {
		return fmt.Errorf("make the tables of PocketBase: %w", err)
	}
	app.Settings().Logs.MaxDays = 0 // orgdeck writes no request to a database either
	if err := app.Save(app.Settings()); err != nil {
		return fmt.Errorf("set PocketBase up: %w", err)
	}
	token, err := superuser(app)
	if err != nil {
		return fmt.Errorf("make a superuser: %w", err)
	}
	if err := collections(app); err != nil {
		return fmt.Errorf("make the collections: %w", err)
	}
	if _, err := fmt.Fprintln(os.Stdout, token); err != nil {
		return err
	}
	return apis.Serve(app, apis.ServeConfig{HttpAddr: address})
}

func superuser(app core.App) (token string, err error) {
	accounts, err := app.FindCollectionByNameOrId(core.CollectionNameSuperusers)
	if err != nil {
		return "", err
	}
	account := core.NewRecord(accounts)
	account.SetEmail("bench@example.com")
	account.SetRandomPassword()
	if err := app.Save(account); err != nil {
		return "", err
	}
	return account.NewStaticAuthToken(24 * time.Hour)
}

// collections makes what the comparison needs, with the indexes that its searches
// can use. Members are no auth collection: that would hash a password for each.
func collections(app core.App) error {
	organizations := core.NewBaseCollection("organizations")
	organizations.Fields.Add(&core.TextField{Name: "name", Required: true}, &core.TextField{Name: "slug", Required: true}, created())
	organizations.AddIndex("organizations_slug", true, "slug", "")
	if err := app.Save(organizations); err != nil {
		return err
	}
	members := core.NewBaseCollection("members")
	members.Fields.Add(
		&core.RelationField{Name: "organization", Required: true, CollectionId: organizations.Id, MaxSelect: 1, CascadeDelete: true},
		&core.EmailField{Name: "email", Required: true}, &core.TextField{Name: "name"},
		&core.SelectField{Name: "status", Required: true, Values: []string{"active", "pending", "invited", "deleted"}, MaxSelect: 1},
		&core.JSONField{Name: "trusted_metadata"}, created(), &core.AutodateField{Name: "updated", OnCreate: true, OnUpdate: true},
	)
	members.AddIndex("members_email", true, "organization, email", "")
	members.AddIndex("members_order", false, "organization, created, id", "")
	members.AddIndex("members_order_all", false, "created, id", "")
	members.AddIndex("members_email_all", false, "email", "")
	return app.Save(members)
}

func created() core.Field { return &core.AutodateField{Name: "created", OnCreate: true} }

// discard drops what a server says once it runs.
func discard(from io.Reader) { _, _ = io.Copy(io.Discard, from) }
