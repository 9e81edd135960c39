# gpgv-clear.sh FILE: the same with gpgv
TEXT=$(mktemp -d) && trap 'rm -rf "$TEXT"' EXIT
gpgv --keyring ./kms-public-key.gpg --output - "$1.clear.asc" > "$TEXT/text"
lines() { awk '{ sub(/[ \t\r]+$/, ""); print }' "$1"; }
lines "$TEXT/text" > "$TEXT/signed" && lines "$1" | cmp - "$TEXT/signed"
