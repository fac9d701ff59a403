package keymap

// The request log.
const (
	RequestCurl    ID = "requests.copy_curl"
	RequestCommand ID = "requests.copy_command"
	RequestBody    ID = "requests.copy_body"
	RequestClear   ID = "requests.clear"
)

const (
	requests scope = "requests"
)

func requestsKeys() group {
	return group{
		screens: [][]scope{
			{global, list, requests},
		},
		entries: []entry{
			on(RequestCurl, requests, "copy as curl", "C"),
			on(RequestCommand, requests, "copy as orgdeck command", "O"),
			on(RequestBody, requests, "copy the answer", "B"),
			on(RequestClear, requests, "clear the log", "X"),
		},
	}
}
