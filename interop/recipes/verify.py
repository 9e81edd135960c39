# python3 verify.py app.tar.gz [sha384]: any key (package cryptography)
import sys
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding

file, name = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "sha256"
digest = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}[name]
key = serialization.load_pem_public_key(open("kms-public-key.pem", "rb").read())
signature, data = open(file + ".sig", "rb").read(), open(file, "rb").read()
if isinstance(key, ec.EllipticCurvePublicKey):
    key.verify(signature, data, ec.ECDSA(digest))
else:
    key.verify(signature, data, padding.PSS(padding.MGF1(digest), digest.digest_size), digest)
print("verified")
