package views_test

import (
	"os"
	"path/filepath"
	"testing"
)

func TestImport_theResultsGoWhereOneSays(t *testing.T) {
	withSheet(t, 80, 24, "email_address,name\n"+newcomer+",Alan Turing\n", func(c *importing) {
		if err := os.Mkdir("out", 0o700); err != nil {
			c.t.Fatal(err)
		}
		c.Press("m", "I")
		c.Type("people.csv")
		c.Press("tab", "tab", "tab")
		c.Type("people.csv/results.csv") // the parent is a file
		c.Press("ctrl+s")
		c.Wait(second)
		c.sees("Import members into Acme Robotics", "nothing can be written in people.csv", "people.csv/results.csv")
		c.Press("ctrl+u")
		c.Type("out")
		c.Press("ctrl+s")
		c.Wait(second)
		c.sees("out is not a file")
		c.Type("/came.csv")
		c.Press("ctrl+s")
		c.Wait(second)
		c.sees("people.csv → Acme Robotics", "+ 1 create")
		c.Press("enter", "y")
		c.Wait(second)
		c.sees("✓ 1 created", "The results are in came.csv")
		if data, err := os.ReadFile(filepath.Join("out", "came.csv")); err != nil || len(data) == 0 {
			c.t.Errorf("the results are %q, %v", data, err)
		}
		if left := c.files(); len(left) != 2 {
			c.t.Errorf("left behind: %q", left)
		}
	})
}
