# the same with Sequoia; from version 1 on, `sq verify --cleartext --signer-file kms-public-key.asc`
FILE=app.txt
(
  TEXT=$(mktemp -d) && trap 'rm -rf "$TEXT"' EXIT
  lines() { awk '{ sub(/[ \t\r]+$/, ""); print }' < "$1"; }
  sq verify --signer-cert kms-public-key.asc --output "$TEXT/text" "$FILE.clear.asc" &&
    lines "$TEXT/text" > "$TEXT/signed" && lines "$FILE" | cmp - "$TEXT/signed"
)
