// clearsign FILE: the text in FILE.clear.asc, by Go's clearsign, and that FILE is the same but for blanks at the ends of lines
package main

import (
	"bytes"
	"log"
	"os"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/clearsign"
)

func read(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return data
}

func lines(text []byte) []byte {
	var all [][]byte
	for _, line := range bytes.Split(bytes.TrimSuffix(text, []byte("\n")), []byte("\n")) {
		all = append(all, bytes.TrimRight(line, " \t\r"))
	}
	return bytes.Join(all, []byte("\n"))
}

func main() {
	keys, err := openpgp.ReadArmoredKeyRing(bytes.NewReader(read("kms-public-key.asc")))
	if err != nil {
		log.Fatal(err)
	}
	block, rest := clearsign.Decode(read(os.Args[1] + ".clear.asc"))
	if block == nil || len(bytes.TrimSpace(rest)) > 0 {
		log.Fatal("NOT VERIFIED: not one signed text")
	}
	if _, err := block.VerifySignature(keys, nil); err != nil {
		log.Fatal("NOT VERIFIED: ", err)
	}
	if !bytes.Equal(lines(block.Plaintext), lines(read(os.Args[1]))) {
		log.Fatal("NOT VERIFIED: another text")
	}
	log.Print("verified")
}
