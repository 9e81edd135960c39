# once SHA256SUMS (SHA384SUMS, SHA512SUMS) is verified like any file: all files that are here against it
HASH=sha256
SUMS="SHA${HASH#sha}SUMS"
# Nothing but entries: any other text that the key signed, with one line that looks like one, could stand in for it.
! LC_ALL=C grep -avE '^\\?([0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}) [ *]' "$SUMS" &&
  "${HASH}sum" --ignore-missing -c "$SUMS"
