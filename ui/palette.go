package ui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/api/async"
	"example.com/orgdeck/keymap"
)

// paletteDelay is how long the user has to pause before the source is asked.
const paletteDelay = 150 * time.Millisecond

// paletteFinds says what can be typed, to whom nothing was found.
const paletteFinds = "Commands of this screen go by their name, organizations by name, slug or id, members by e-mail, phone or id."

// PaletteSource finds what the palette can go to beside the actions, such as
// organizations and members, for what was typed. It is asked within Update; the
// call it returns may take its time, and a newer query cancels it.
type PaletteSource func(query string) async.Call[[]Item]

// palette is the menu of everything that can be done now.
type palette struct {
	*Menu
	source PaletteSource
	ctx    context.Context
	found  async.Remote[[]Item]
}

// openPalette shows every action of the view in front and of the shell, and the
// tabs to go to. What is chosen is looked up again when it runs, since the view may
// have changed.
func (a *App) openPalette() tea.Cmd {
	var items, sections []Item
	for _, action := range a.actions() {
		does := action.Key.Help().Desc
		if does == "" || action.ID == keymap.Palette || action.ID == keymap.Back {
			continue
		}
		item := Item{
			Name:    strings.ToUpper(does[:1]) + does[1:],
			Also:    keymap.Also(action.ID),
			Keys:    helpKey(action.Key),
			Blocked: a.refusal(action),
			Run:     func() tea.Cmd { return a.performAgain(action) },
		}
		if a.leads(action) {
			item.Detail = "section"
			sections = append(sections, item)
			continue
		}
		items = append(items, item)
	}
	items = slices.Concat(items, a.tabsHere(items), sections, a.tabsElsewhere())
	p := &palette{Menu: NewMenu("Commands", items...), source: a.options.Palette}
	if p.source != nil {
		p.typed, p.arrive, p.finds = p.search, p.take, paletteFinds
	}
	return a.begin(&a.dialogs, p)
}

// leads reports whether an action leads to a section.
func (a *App) leads(action Action) bool {
	return slices.ContainsFunc(a.sections, func(s section) bool { return s.ID == action.ID })
}

// performAgain runs what an action is now.
func (a *App) performAgain(was Action) tea.Cmd {
	for _, now := range a.actions() {
		if now.ID == was.ID && now.Key.Help() == was.Key.Help() {
			return a.perform(now)
		}
	}
	return a.toasts.add(Info, "That is not possible here any more.")
}

// Init implements View.
func (p *palette) Init(ctx context.Context) tea.Cmd {
	p.ctx = ctx
	return nil
}

// search asks the source for what is typed now, once typing pauses.
func (p *palette) search() tea.Cmd {
	query := strings.TrimSpace(p.filter.value)
	find := p.source(query)
	p.note = "Searching…"
	return p.found.Load(p.ctx, func(ctx context.Context) ([]Item, error) {
		if query == "" {
			return nil, nil
		}
		select {
		case <-time.After(paletteDelay):
			return find(ctx)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	})
}

func (p *palette) take(msg tea.Msg) {
	if !p.found.Take(msg) {
		return
	}
	p.note = ""
	if err := p.found.Err(); err != nil {
		p.note = "Search failed: " + err.Error()
	}
	p.more, _ = p.found.Value()
	p.match()
}

// holds says that the menu and the palette are one dialog.
func (p *palette) holds(v View) bool { return v == View(p.Menu) }
