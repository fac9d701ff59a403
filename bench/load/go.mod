module example.com/orgdeck/bench/load

go 1.26
