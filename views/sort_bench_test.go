package views

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"example.com/orgdeck/theme"
	"example.com/orgdeck/ui"
)

// BenchmarkSort_membersByText sorts members by name, in as many languages as the
// demo data has.
func BenchmarkSort_membersByText(b *testing.B) {
	names := []string{"Ada Lovelace", "zoë müller", "Łukasz Wójcik", "محمد المنصوري", "Siobhán O’Brien", "田中 太郎", "Ødegård 7"}
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			table := ui.NewTable(theme.New(true), memberRowID)
			sort := sorting[memberRow]{orders: memberOrders(false), by: 1}
			rows, random := manyMembers(n), rand.New(rand.NewPCG(1, 2))
			for i := range rows {
				rows[i].Name = fmt.Sprintf("%s %d", names[random.IntN(len(names))], random.IntN(n))
			}
			b.ReportAllocs()
			for b.Loop() {
				table.SetRows(rows)
				sort.apply(table)
			}
		})
	}
}
