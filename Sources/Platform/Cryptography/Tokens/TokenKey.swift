import JWTKit

/// One public key of a set.
struct TokenKey: Decodable, Sendable {
    /// `kid`.
    let name: String?
    private let kind: String
    private let use: String?
    private let declared: String?
    private let curve: String?
    private let n, e, x, y: String?

    private enum CodingKeys: String, CodingKey {
        case name = "kid"
        case kind = "kty"
        case use
        case declared = "alg"
        case curve = "crv"
        case n, e, x, y
    }

    /// Tells whether the key may check signatures of an algorithm.
    func fits(_ algorithm: TokenAlgorithm) -> Bool {
        guard use ?? "sig" == "sig", declared ?? algorithm.rawValue == algorithm.rawValue else { return false }
        return kind == algorithm.kind && (kind == "RSA" || curve == algorithm.curve)
    }

    /// Tells whether a signature is by this key; a key that is none, or is too short, verifies nothing.
    func verifies(_ signature: [UInt8], of bytes: [UInt8], _ algorithm: TokenAlgorithm) async -> Bool {
        guard let algorithmOfKit = JWK.Algorithm(rawValue: algorithm.rawValue) else { return false }
        let identifier = JWKIdentifier(string: "key")
        let key: JWK? =
            switch kind {
            case "RSA": .rsa(algorithmOfKit, identifier: identifier, modulus: n, exponent: e)
            case "EC":
                .ecdsa(
                    algorithmOfKit,
                    identifier: identifier,
                    x: x,
                    y: y,
                    curve: curve.flatMap(ECDSACurve.init(rawValue:))
                )
            case "OKP":
                .octetKeyPair(
                    algorithmOfKit,
                    identifier: identifier,
                    x: x,
                    y: nil,
                    curve: curve.flatMap(EdDSACurve.init(rawValue:))
                )
            default: nil
            }
        guard let key else { return false }
        do {
            let collection = try await JWTKeyCollection().add(jwk: key)
            return try await collection.getKey(for: identifier, alg: algorithm.rawValue).verify(signature, signs: bytes)
        } catch {
            return false
        }
    }
}

/// The ways of signing that are accepted: all asymmetric.
///
/// `none` and keyed hashes are no cases, so no key can fit them.
///
/// - Source: RFC 7518 section 3.1, RFC 8037.
enum TokenAlgorithm: String, Sendable {
    case rs256 = "RS256"
    case rs384 = "RS384"
    case rs512 = "RS512"
    case ps256 = "PS256"
    case ps384 = "PS384"
    case ps512 = "PS512"
    case es256 = "ES256"
    case es384 = "ES384"
    case es512 = "ES512"
    case edDSA = "EdDSA"

    /// `kty` of the keys it works with.
    var kind: String {
        switch self {
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: "RSA"
        case .es256, .es384, .es512: "EC"
        case .edDSA: "OKP"
        }
    }

    /// `crv` of the keys it works with; `nil` where keys have none.
    var curve: String? {
        switch self {
        case .rs256, .rs384, .rs512, .ps256, .ps384, .ps512: nil
        case .es256: "P-256"
        case .es384: "P-384"
        case .es512: "P-521"
        case .edDSA: "Ed25519"
        }
    }
}
