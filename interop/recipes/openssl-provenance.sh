# an elliptic-curve key; the statement is signed by it and names the file with its digest
FILE=app.tar.gz
HASH=sha256
STATEMENT=$(mktemp)
SIGNATURE=$(mktemp)
jq -er .dsseEnvelope.payload provenance.sigstore.json | base64 -d > "$STATEMENT"
jq -er '.dsseEnvelope.signatures[0].sig' provenance.sigstore.json | base64 -d > "$SIGNATURE"
(
  printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < "$STATEMENT")"
  cat "$STATEMENT"
) | openssl dgst -"$HASH" -verify kms-public-key.pem -signature "$SIGNATURE" &&
  jq -e --arg hash "$HASH" --arg digest "$(openssl dgst -r -"$HASH" "$FILE" | cut -d ' ' -f 1)" \
    'any(.subject[]; .digest[$hash] == $digest)' "$STATEMENT"
