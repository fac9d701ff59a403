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
// the window scrolls.
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

// pace is the best of several runs of the same benchmarks in turn: on a busy
// machine the others measure the neighbours.
type pace struct{ small, large, theirs testing.BenchmarkResult }

func (p pace) ratio() float64  { return float64(p.theirs.NsPerOp()) / float64(p.small.NsPerOp()) }
func (p pace) growth() float64 { return float64(p.large.NsPerOp()) / float64(p.small.NsPerOp()) }

// shorten makes benchmarks within a test short.
func shorten(t *testing.T) {
	length := flag.Lookup("test.benchtime").Value
	before := length.String()
	if err := length.Set("60ms"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = length.Set(before) })
}

func TestTable_isFastWhateverTheNumberOfRows(t *testing.T) {
	shorten(t)
	const least, growth, most, rounds = 20, 1.2, 50, 10
	small, large, theirs := benchTable(1_000), benchTable(1_000_000), benchBubbles(1_000)
	p := pace{testing.Benchmark(small), testing.Benchmark(large), testing.Benchmark(theirs)}
	for round := 1; round < rounds && (p.ratio() < least || p.growth() > growth); round++ {
		p = pace{faster(p.small, testing.Benchmark(small)), faster(p.large, testing.Benchmark(large)), faster(p.theirs, testing.Benchmark(theirs))}
	}
	t.Logf("1k rows %v, 1M rows %v, bubbles/table 1k rows %v", p.small, p.large, p.theirs)
	if n := p.large.AllocsPerOp(); n > most {
		t.Errorf("%d allocations a key", n)
	}
	if p.ratio() < least {
		t.Errorf("only %.1f times as fast as bubbles/table", p.ratio())
	}
	if p.growth() > growth {
		t.Errorf("a key costs %.2f times as much over 1M rows as over 1k", p.growth())
	}
}

func faster(a, b testing.BenchmarkResult) testing.BenchmarkResult {
	if b.NsPerOp() < a.NsPerOp() {
		return b
	}
	return a
}
