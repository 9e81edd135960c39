// java -cp bcpg.jar:bcprov.jar:. Verify FILE KEY: FILE.asc by Bouncy Castle, with which repositories verify what they are sent
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

public class Verify {
  static InputStream open(String name) throws Exception {
    return PGPUtil.getDecoderStream(Files.newInputStream(Path.of(name)));
  }

  public static void main(String[] args) throws Exception {
    var keys = new PGPPublicKeyRingCollection(open(args[1]), new BcKeyFingerprintCalculator());
    var objects = new BcPGPObjectFactory(open(args[0] + ".asc"));
    PGPSignature signature = ((PGPSignatureList) objects.nextObject()).get(0);
    PGPPublicKey key = keys.getPublicKey(signature.getKeyID());
    if (key == null) throw new Exception("NOT VERIFIED: signed by another key");
    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
    signature.update(Files.readAllBytes(Path.of(args[0])));
    if (!signature.verify()) throw new Exception("NOT VERIFIED");
    System.out.println("verified");
  }
}
