// java Verify.java app.tar.gz [sha384]: any key but secp256k1
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

public class Verify {
  public static void main(String[] args) throws Exception {
    int bits = args.length > 1 ? Integer.parseInt(args[1].substring(3)) : 256;
    String pem = Files.readString(Path.of("kms-public-key.pem")).replaceAll("-----[^-]+-----|\\s", "");
    byte[] spki = Base64.getDecoder().decode(pem);
    // The OID of rsaEncryption, 1.2.840.113549.1.1.1.
    boolean rsa = HexFormat.of().formatHex(spki).contains("2a864886f70d010101");
    var signature = Signature.getInstance(rsa ? "RSASSA-PSS" : "SHA" + bits + "withECDSA");
    if (rsa) {
      var mgf1 = new MGF1ParameterSpec("SHA-" + bits);
      signature.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", mgf1, bits / 8, 1));
    }
    signature.initVerify(KeyFactory.getInstance(rsa ? "RSA" : "EC").generatePublic(new X509EncodedKeySpec(spki)));
    signature.update(Files.readAllBytes(Path.of(args[0])));
    if (!signature.verify(Files.readAllBytes(Path.of(args[0] + ".sig")))) throw new Exception("NOT VERIFIED");
    System.out.println("verified");
  }
}
