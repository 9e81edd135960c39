# gpgv-clear.sh FILE: the same with gpgv
TEXT=$(mktemp -d) && trap 'rm -rf "$TEXT"' EXIT
lines() { awk '{ sub(/[ \t\r]+$/, ""); print }' < "$1"; }
gpgv --keyring ./kms-public-key.gpg --output - "$1.clear.asc" > "$TEXT/text" &&
  lines "$TEXT/text" > "$TEXT/signed" && lines "$1" | cmp - "$TEXT/signed"
