// cargo run -- app.tar.gz [sha384]: any key, by the crates that interop/rust/Cargo.toml names
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::pkcs8::DecodePublicKey;
use rsa::pss;
use sha2::{Digest, Sha256, Sha384, Sha512};
use std::{env, error::Error, fs};

// secp256k1 is verified with the lower of the two values of s alone; KMS gives either.
macro_rules! verify_ec {
    ($curve:ident, $key:expr, $digest:expr, $signature:expr) => {{
        let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(&$key.to_sec1_bytes())?;
        let signature = $curve::ecdsa::Signature::from_der(&$signature)?;
        key.verify_prehash(&$digest, &signature.normalize_s().unwrap_or(signature))?
    }};
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().collect();
    let hash = args.get(2).map_or("sha256", String::as_str);
    let pem = fs::read_to_string("kms-public-key.pem")?;
    let file = fs::read(&args[1])?;
    let signature = fs::read(format!("{}.sig", args[1]))?;
    let digest = match hash {
        "sha256" => Sha256::digest(&file).to_vec(),
        "sha384" => Sha384::digest(&file).to_vec(),
        "sha512" => Sha512::digest(&file).to_vec(),
        _ => return Err("sha256, sha384 or sha512".into()),
    };
    if let Ok(key) = p256::PublicKey::from_public_key_pem(&pem) {
        verify_ec!(p256, key, digest, signature);
    } else if let Ok(key) = p384::PublicKey::from_public_key_pem(&pem) {
        verify_ec!(p384, key, digest, signature);
    } else if let Ok(key) = p521::PublicKey::from_public_key_pem(&pem) {
        verify_ec!(p521, key, digest, signature);
    } else if let Ok(key) = k256::PublicKey::from_public_key_pem(&pem) {
        verify_ec!(k256, key, digest, signature);
    } else {
        let key = rsa::RsaPublicKey::from_public_key_pem(&pem)?;
        let signature = pss::Signature::try_from(signature.as_slice())?;
        match hash {
            "sha256" => {
                pss::VerifyingKey::<Sha256>::new(key).verify_prehash(&digest, &signature)?
            }
            "sha384" => {
                pss::VerifyingKey::<Sha384>::new(key).verify_prehash(&digest, &signature)?
            }
            _ => pss::VerifyingKey::<Sha512>::new(key).verify_prehash(&digest, &signature)?,
        }
    }
    println!("verified");
    Ok(())
}
