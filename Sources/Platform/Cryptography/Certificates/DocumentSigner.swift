import Crypto
import SwiftASN1
import X509

/// An agency's key and certificate, as it signs documents (ECDSA on P-256 with SHA-256).
package struct DocumentSigner: Sendable {
    private let key: P256.Signing.PrivateKey
    /// Its own first, the authority's last.
    private let chain: [Certificate]
    private let encoded: [[UInt8]]

    init(key: P256.Signing.PrivateKey, chain: [Certificate]) throws(CryptographyError) {
        self.key = key
        self.chain = chain
        do {
            encoded = try chain.map { certificate in
                var serializer = DER.Serializer()
                try serializer.serialize(certificate)
                return serializer.serializedBytes
            }
        } catch {
            throw .certificate("\(error)")
        }
    }

    /// Returns a detached signature over `message`, with the certificates by which it is checked (CMS, RFC 5652; CAdES-B).
    ///
    /// The certificate itself is covered by the signature, so that none can be put in its place (RFC 5035).
    package func container(over message: [UInt8]) throws(CryptographyError) -> [UInt8] {
        let digest = Array(SHA256.hash(data: message))
        let attributes = [
            attribute(Identifier.contentType, DERText.identifier(Identifier.data)),
            attribute(Identifier.messageDigest, DERText.octets(digest)),
            attribute(
                Identifier.signingCertificate,
                DERText.sequence(
                    DERText.sequence(DERText.sequence(DERText.octets(Array(SHA256.hash(data: encoded[0])))))
                )
            ),
        ]
        do {
            // Signed as a set of its own; carried under the tag of its place.
            let signature = try key.signature(for: DERText.set(attributes)).derRepresentation
            var issuer = DER.Serializer()
            try issuer.serialize(chain[0].issuer)
            let sha256 = DERText.sequence(DERText.identifier(Identifier.sha256))
            let signerInfo = DERText.sequence(
                DERText.integer([1]),
                DERText.sequence(issuer.serializedBytes, DERText.integer(chain[0].serialNumber.bytes)),
                sha256,
                DERText.set(attributes, tag: 0xA0),
                DERText.sequence(DERText.identifier(Identifier.ecdsaWithSHA256)),
                DERText.octets(Array(signature))
            )
            let signedData = DERText.sequence(
                DERText.integer([1]),
                DERText.set([sha256]),
                DERText.sequence(DERText.identifier(Identifier.data)),
                DERText.set(encoded, tag: 0xA0),
                DERText.set([signerInfo])
            )
            return DERText.sequence(DERText.identifier(Identifier.signedData), DERText.value(0xA0, signedData))
        } catch {
            throw .certificate("\(error)")
        }
    }

    private func attribute(_ identifier: [UInt], _ value: [UInt8]) -> [UInt8] {
        DERText.sequence(DERText.identifier(identifier), DERText.set([value]))
    }

    private enum Identifier {
        static let data: [UInt] = [1, 2, 840, 113_549, 1, 7, 1]
        static let signedData: [UInt] = [1, 2, 840, 113_549, 1, 7, 2]
        static let contentType: [UInt] = [1, 2, 840, 113_549, 1, 9, 3]
        static let messageDigest: [UInt] = [1, 2, 840, 113_549, 1, 9, 4]
        static let signingCertificate: [UInt] = [1, 2, 840, 113_549, 1, 9, 16, 2, 47]
        static let sha256: [UInt] = [2, 16, 840, 1, 101, 3, 4, 2, 1]
        static let ecdsaWithSHA256: [UInt] = [1, 2, 840, 10_045, 4, 3, 2]
    }
}
