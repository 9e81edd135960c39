// helm 3|4 CHART KEYRING: what `helm verify --keyring KEYRING CHART` of Helm 3 or 4 does, by Helm's own package
package main

import (
	"log"
	"os"
	"path/filepath"

	helm3 "helm.sh/helm/v3/pkg/provenance"
	helm4 "helm.sh/helm/v4/pkg/provenance"
)

func by3(chart, keyring string) error {
	signatory, err := helm3.NewFromKeyring(keyring, "")
	if err != nil {
		return err
	}
	_, err = signatory.Verify(chart, chart+".prov")
	return err
}

func by4(chart, keyring string) error {
	signatory, err := helm4.NewFromKeyring(keyring, "")
	if err != nil {
		return err
	}
	archive, err := os.ReadFile(chart)
	if err != nil {
		return err
	}
	provenance, err := os.ReadFile(chart + ".prov")
	if err != nil {
		return err
	}
	_, err = signatory.Verify(archive, provenance, filepath.Base(chart))
	return err
}

func main() {
	if len(os.Args) != 4 {
		log.Fatal("helm 3|4 CHART KEYRING")
	}
	verify, known := map[string]func(string, string) error{"3": by3, "4": by4}[os.Args[1]]
	if !known {
		log.Fatal("no such Helm: ", os.Args[1])
	}
	if err := verify(os.Args[2], os.Args[3]); err != nil {
		log.Fatal("NOT VERIFIED: ", err)
	}
	log.Print("verified")
}
