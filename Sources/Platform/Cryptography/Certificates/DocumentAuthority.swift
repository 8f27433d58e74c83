import Crypto
import Foundation
package import Kernel
import SwiftASN1
import X509

/// Certifies the keys with which agencies sign their documents.
///
/// Keys come from the ring and lie nowhere else; certificates lie as PEM files in a folder beside it, made when first
/// needed. Where the government has an authority of its own, the operator puts that authority's certificate for the same
/// key in the file's place, its own first, then the chain.
package struct DocumentAuthority: Sendable {
    private let ring: KeyRing
    private let folder: String
    private let clock: any WallClock

    /// - Parameters:
    ///   - ring: where the keys come from.
    ///   - folder: where certificates lie; it exists.
    ///   - clock: when a certificate begins to count.
    package init(ring: KeyRing, folder: String, clock: any WallClock) {
        self.ring = ring
        self.folder = folder
        self.clock = clock
    }

    private static let lifetime: TimeInterval = 20 * 366 * 86_400

    /// Returns the certificate by which all others are checked, as PEM.
    package func rootText() throws(CryptographyError) -> String {
        try translating { try root().serializeAsPEM().pemString }
    }

    /// Returns how an agency signs.
    ///
    /// - Parameters:
    ///   - agency: its identifier, which names the key.
    ///   - name: what the certificate says, when it is made now.
    /// - Returns: its key and its certificates.
    /// - Throws: `CryptographyError.certificateOfOtherKey` when the file holds another key's certificate.
    package func signer(of agency: String, named name: String) throws(CryptographyError) -> DocumentSigner {
        let key = key(for: .documentSignature(agency: agency))
        let file = "\(folder)/\(Hexadecimal.encode(Array(agency.utf8))).pem"
        let chain: [Certificate]
        if let text = try DocumentAuthority.text(in: file) {
            chain = try translating {
                try PEMDocument.parseMultiple(pemString: text).map { try Certificate(pemDocument: $0) }
            }
            guard chain.first?.publicKey == Certificate.PublicKey(key.publicKey) else {
                throw .certificateOfOtherKey(path: file)
            }
        } else {
            chain = try translating {
                let own = try certificate(of: key, named: name, isAuthority: false, by: root())
                return [own, try root()]
            }
            let text = try translating { try chain.map { try $0.serializeAsPEM().pemString }.joined(separator: "\n") }
            guard try keep(text, in: file) else { return try signer(of: agency, named: name) }
        }
        return try DocumentSigner(key: key, chain: chain)
    }

    private func root() throws -> Certificate {
        let file = "\(folder)/authority.pem"
        if let text = try DocumentAuthority.text(in: file) { return try Certificate(pemEncoded: text) }
        let key = key(for: .documentAuthority)
        let made = try certificate(of: key, named: "衡鉴文书签名根证书", isAuthority: true, by: nil)
        guard try keep(made.serializeAsPEM().pemString, in: file) else { return try root() }
        return made
    }

    private func certificate(
        of key: P256.Signing.PrivateKey,
        named name: String,
        isAuthority: Bool,
        by issuer: Certificate?
    ) throws -> Certificate {
        let subject = try DistinguishedName {
            CountryName("CN")
            CommonName(name)
        }
        let begin = Date(timeIntervalSince1970: TimeInterval(clock.now.milliseconds / 1000))
        let signing = issuer == nil ? key : self.key(for: .documentAuthority)
        return try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: begin,
            notValidAfter: min(begin + DocumentAuthority.lifetime, issuer?.notValidAfter ?? .distantFuture),
            issuer: issuer?.subject ?? subject,
            subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(
                    isAuthority
                        ? BasicConstraints.isCertificateAuthority(maxPathLength: 0)
                        : BasicConstraints.notCertificateAuthority
                )
                Critical(
                    isAuthority ? KeyUsage(keyCertSign: true) : KeyUsage(digitalSignature: true, nonRepudiation: true)
                )
                SubjectKeyIdentifier(hash: Certificate.PublicKey(key.publicKey))
                AuthorityKeyIdentifier(
                    keyIdentifier: SubjectKeyIdentifier(hash: Certificate.PublicKey(signing.publicKey)).keyIdentifier
                )
            },
            issuerPrivateKey: Certificate.PrivateKey(signing)
        )
    }

    /// Nearly every 32 bytes are a key of the curve; the next hash of those that are not is.
    private func key(for purpose: KeyPurpose) -> P256.Signing.PrivateKey {
        var seed = ring.key(for: purpose).bytes
        while true {
            if let key = try? P256.Signing.PrivateKey(rawRepresentation: seed) { return key }
            seed = Array(SHA256.hash(data: seed))
        }
    }

    private static func text(in file: String) throws(CryptographyError) -> String? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        do throws(DurableFileError) {
            return String(decoding: try DurableFile.read(file, limit: 1 << 20), as: UTF8.self)
        } catch {
            throw .file(error)
        }
    }

    /// Returns whether the text was kept; `false` when another node kept its own a moment before.
    private func keep(_ text: String, in file: String) throws(CryptographyError) -> Bool {
        do throws(DurableFileError) {
            try DurableFile.write(Array(text.utf8), to: file, mode: 0o644, existing: .refuse)
            return true
        } catch .exists {
            return false
        } catch {
            throw .file(error)
        }
    }

    private func translating<Value>(_ body: () throws -> Value) throws(CryptographyError) -> Value {
        do {
            return try body()
        } catch let error as CryptographyError {
            throw error
        } catch {
            throw .certificate("\(error)")
        }
    }
}
