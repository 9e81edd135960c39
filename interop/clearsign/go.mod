module clearsign

go 1.19

require github.com/ProtonMail/go-crypto v1.0.0

require (
	github.com/cloudflare/circl v1.3.3 // indirect
	golang.org/x/crypto v0.7.0 // indirect
	golang.org/x/sys v0.6.0 // indirect
)
