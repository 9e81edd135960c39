# sha256sum.sh [HASH]: once SHA256SUMS (SHA384SUMS, SHA512SUMS) is verified like any file: all files that are here against it
case "${1:-sha256}" in
  sha256) sha256sum --ignore-missing -c SHA256SUMS ;;
  sha384) sha384sum --ignore-missing -c SHA384SUMS ;;
  sha512) sha512sum --ignore-missing -c SHA512SUMS ;;
esac
