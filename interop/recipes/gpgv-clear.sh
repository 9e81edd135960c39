# the same with gpgv
FILE=app.txt
(
  TEXT=$(mktemp -d) && trap 'rm -rf "$TEXT"' EXIT
  lines() { awk '{ sub(/[ \t\r]+$/, ""); print }' < "$1"; }
  gpgv --keyring ./kms-public-key.gpg --output - "$FILE.clear.asc" > "$TEXT/text" &&
    lines "$TEXT/text" > "$TEXT/signed" && lines "$FILE" | cmp - "$TEXT/signed"
)
