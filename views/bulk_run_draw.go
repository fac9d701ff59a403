package views

import (
	"fmt"
	"strings"

	"example.com/orgdeck/api"
	"example.com/orgdeck/ui"
)

// View implements ui.View.
func (v *bulkRun) View() string {
	if v.over() {
		return strings.Join(append(v.head(), v.window()...), "\n")
	}
	th := v.env.Theme
	says := v.current.name + "…"
	if v.stopping {
		says = "Stopping after " + says
	}
	return v.progress.View(th, v.width) + "\n\n" + th.Muted.Render(ui.Cut(says, v.width))
}

// counts says in numbers what became of it.
func (v *bulkRun) counts() []string {
	done := v.progress.Done - v.progress.Failed
	counts := []string{plural(done, v.todo.unit) + " " + v.todo.does}
	if n := v.progress.Failed; n > 0 {
		counts = append(counts, fmt.Sprintf("%d failed", n))
	}
	if n := v.todo.n - v.progress.Done; n > 0 {
		counts = append(counts, fmt.Sprintf("%d not begun", n))
	}
	if n := v.todo.skipped; n > 0 {
		counts = append(counts, fmt.Sprintf("%d skipped", n))
	}
	return counts
}

// head stands above the failures, always in view.
func (v *bulkRun) head() []string {
	th := v.env.Theme
	style, sign := th.Warning, "! "
	if v.stopping {
		sign = "■ Stopped: "
	}
	lines := styled(style, ui.Wrap(sign+strings.Join(v.counts(), ", ")+".", v.width))
	lines = append(lines, styled(th.Muted, ui.Wrap(v.todo.remains, v.width))...)
	return append(lines, "")
}

// who is what a write was about that failed.
func (f bulkFailure) who() string {
	if f.write.address == "" || f.write.name == f.write.address {
		return f.write.name
	}
	return f.write.name + " · " + f.write.address
}

// failureLines tell of each write that failed, with the id of the request.
func (v *bulkRun) failureLines() []string {
	th := v.env.Theme
	var lines []string
	for _, f := range v.failures {
		lines = append(lines, th.Danger.Render("✗ "+ui.Cut(f.who(), v.width-2)))
		for _, line := range ui.Wrap(api.Explain(f.err), max(1, v.width-2)) {
			lines = append(lines, "  "+line)
		}
	}
	return lines
}

// room is how many lines of failures are in view.
func (v *bulkRun) room() int { return max(1, v.height-len(v.head())-1) }

// window is what is in view of the failures.
func (v *bulkRun) window() []string {
	lines := v.lines
	if len(lines) <= v.room()+1 {
		return lines
	}
	top := max(0, min(v.top, len(lines)-v.room()))
	shown := lines[top : top+v.room()]
	below := len(lines) - top - len(shown)
	return append(shown[:len(shown):len(shown)], v.env.Theme.Muted.Render(fmt.Sprintf("↑ %d  ↓ %d more lines", top, below)))
}
