package ui_test

import (
	"flag"
	"fmt"
	"testing"

	bubbles "github.com/charmbracelet/bubbles/table"
	tea "github.com/charmbracelet/bubbletea"

	"example.com/orgdeck/theme"
)

// benchTable is a cursor-down over n rows, in the middle of the list, where
// every key scrolls.
func benchTable(n int) func(b *testing.B) {
	rows := people(n)
	return func(b *testing.B) {
		colours(b)
		table := peopleTable(theme.New(true))
		table.SetSize(120, 40)
		table.SetRows(rows)
		table.Move(n / 2)
		down := tea.KeyMsg{Type: tea.KeyDown}
		b.ReportAllocs()
		for left := n / 2; b.Loop(); left-- {
			if left == 1 {
				table.Move(-n / 2)
				left = n / 2
			}
			table.Update(down)
			if table.View() == "" {
				b.Fatal("nothing drawn")
			}
		}
	}
}

// benchBubbles is the same with the table of bubbles, whose columns have no
// styles; its cells are styled beforehand, which is to its advantage.
func benchBubbles(n int) func(b *testing.B) {
	th := theme.New(true)
	rows := make([]bubbles.Row, n)
	for i, p := range people(n) {
		rows[i] = bubbles.Row{p.name, p.email, th.Success.Render(p.status), th.Accent.Render(p.role), th.Warning.Render(p.mfa), p.id}
	}
	return func(b *testing.B) {
		colours(b)
		table := bubbles.New(
			bubbles.WithColumns([]bubbles.Column{{Title: "Name", Width: 30}, {Title: "E-mail", Width: 32}, {Title: "Status", Width: 8},
				{Title: "Role", Width: 8}, {Title: "MFA", Width: 6}, {Title: "ID", Width: 16}}),
			bubbles.WithRows(rows), bubbles.WithFocused(true), bubbles.WithHeight(40), bubbles.WithWidth(120))
		table.SetCursor(n / 2)
		down := tea.KeyMsg{Type: tea.KeyDown}
		b.ReportAllocs()
		for left := n / 2; b.Loop(); left-- {
			if left == 1 {
				table.SetCursor(n / 2)
				left = n / 2
			}
			table, _ = table.Update(down)
			if table.View() == "" {
				b.Fatal("nothing drawn")
			}
		}
	}
}

func BenchmarkTable(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("ours/%d", n), benchTable(n))
	}
}

func BenchmarkBubblesTable(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprintf("bubbles/%d", n), benchBubbles(n))
	}
}

// fastest runs each benchmark several times in turn and keeps its best: on a
// busy machine the others measure the neighbours.
func fastest(t *testing.T, rounds int, benches ...func(*testing.B)) []testing.BenchmarkResult {
	length := flag.Lookup("test.benchtime").Value
	before := length.String()
	if err := length.Set("100ms"); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = length.Set(before) }()
	results := make([]testing.BenchmarkResult, len(benches))
	for round := range rounds {
		for i, bench := range benches {
			if r := testing.Benchmark(bench); round == 0 || r.NsPerOp() < results[i].NsPerOp() {
				results[i] = r
			}
		}
	}
	return results
}

func TestTable_isFastWhateverTheNumberOfRows(t *testing.T) {
	const rounds = 4
	results := fastest(t, rounds, benchTable(1_000), benchTable(1_000_000), benchBubbles(1_000))
	small, large, theirs := results[0], results[1], results[2]
	t.Logf("1k rows %v, 1M rows %v, bubbles/table 1k rows %v", small, large, theirs)
	if n := large.AllocsPerOp(); n > 50 {
		t.Errorf("%d allocations a key", n)
	}
	if ratio := float64(theirs.NsPerOp()) / float64(small.NsPerOp()); ratio < 20 {
		t.Errorf("only %.1f times as fast as bubbles/table", ratio)
	}
	if ratio := float64(large.NsPerOp()) / float64(small.NsPerOp()); ratio > 1.2 {
		t.Errorf("a key costs %.2f times as much over 1M rows as over 1k", ratio)
	}
}
