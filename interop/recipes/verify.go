// go run verify.go app.tar.gz [sha384]: any key but secp256k1
package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	_ "crypto/sha256"
	_ "crypto/sha512"
	"crypto/x509"
	"encoding/pem"
	"log"
	"os"
)

func read(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return data
}

func main() {
	hash := crypto.SHA256
	if len(os.Args) > 2 {
		hash = map[string]crypto.Hash{"sha256": crypto.SHA256, "sha384": crypto.SHA384, "sha512": crypto.SHA512}[os.Args[2]]
	}
	block, _ := pem.Decode(read("kms-public-key.pem"))
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		log.Fatal(err)
	}
	h := hash.New()
	h.Write(read(os.Args[1]))
	signature := read(os.Args[1] + ".sig")
	verified := false
	switch key := key.(type) {
	case *ecdsa.PublicKey:
		verified = ecdsa.VerifyASN1(key, h.Sum(nil), signature)
	case *rsa.PublicKey:
		options := &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash}
		verified = rsa.VerifyPSS(key, hash, h.Sum(nil), signature, options) == nil
	}
	if !verified {
		log.Fatal("NOT VERIFIED")
	}
	log.Print("verified")
}
