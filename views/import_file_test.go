package views_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestImport_filesThatAreNone(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		for name, data := range map[string]string{
			"empty.csv": "", "head.csv": "email_address\n", "letter.csv": "Dear Sir,\nyours\n", "nobody.csv": "name,roles\nAda,\n",
			"table.xlsx": "PK\x03\x04\x00\x00", "quoted.csv": "email_address\n\"a\nb", "dir/x": "",
		} {
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				c.t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
				c.t.Fatal(err)
			}
		}
		c.Press("m", "I")
		for name, says := range map[string]string{
			"": "type the name of a file", "gone.csv": "no such file", "dir": "that is not a file", "empty.csv": "the file is empty",
			"head.csv": "nothing follows its first line", "letter.csv": "has the column", "nobody.csv": "names no column email_address",
			"table.xlsx": "is no text", "quoted.csv": "is no CSV",
		} {
			c.Press("ctrl+u")
			c.Type(name)
			c.Press("ctrl+s")
			c.Wait(second)
			c.sees("Import members into Acme Robotics", says)
			c.Press("shift+tab", "shift+tab", "shift+tab")
		}
	})
}

func TestImport_theFieldCompletesThePath(t *testing.T) {
	withSheet(t, 80, 24, peopleSheet(), func(c *importing) {
		if err := os.WriteFile("pe\x1b[2Jevil.csv", nil, 0o600); err != nil && runtime.GOOS != "windows" {
			c.t.Fatal(err)
		}
		c.Press("m", "I")
		c.Type("pe")
		c.Wait(second)
		c.sees("people.csv") // greyed
		if bad := control(c.Frame()); bad != "" {
			c.t.Fatalf("the frame holds %q", bad)
		}
		c.Press("alt+d", "right", "ctrl+s")
		c.Wait(second)
		c.sees("people.csv → Acme Robotics")
	})
}

func TestImport_aFileThatChangedIsReadAgain(t *testing.T) {
	withSheet(t, 80, 24, "email_address\n"+ada+"\n", func(c *importing) {
		c.plan("people.csv")
		c.sees("= 1 skip")
		c.Press("enter")
		c.sees("There is nobody to import: 1 skip.")
		if err := os.WriteFile("people.csv", []byte("email_address\n"+newcomer+"\n"), 0o600); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r")
		c.Wait(second)
		c.sees("+ 1 create")
		if err := os.Remove("people.csv"); err != nil {
			c.t.Fatal(err)
		}
		c.Press("r")
		c.Wait(second)
		c.sees("Could not plan the import of people.csv", "no such file")
	})
}

func TestImport_hostileCellsStayInTheirPlace(t *testing.T) {
	cell := strings.ToValidUTF8(strings.NewReplacer("\r", "", "\n", "").Replace(hostile), "")
	sheet := "email_address,name,roles\n" + newcomer + "," + cell + ",\n\"" + cell + "\",x,\"" + cell + "\"\n" + ada + "," + cell + ",\xff\xfe\n"
	withSheet(t, 80, 24, sheet, func(c *importing) {
		c.plan("people.csv")
		for _, keys := range [][]string{{}, {"down"}, {"down"}, {"y"}, {"esc"}, {"f"}, {"esc"}, {"enter"}, {"ctrl+d"}, {"ctrl+d"}, {"y"}, {"G"}, {"y"}} {
			c.Press(keys...)
			c.Wait(second)
			if bad := control(c.Frame()); bad != "" {
				c.t.Fatalf("after %v the frame holds %q:\n%q", keys, bad, c.Frame())
			}
		}
		data, err := os.ReadFile("people.results.csv")
		if err != nil || strings.ContainsAny(string(data), "\x1b\a") {
			c.t.Errorf("the results hold %q, %v", data, err)
		}
	})
}
