import Foundation
import JWTKit

/// The public keys by which somebody's signed tokens are checked.
///
/// - Source: RFC 7517 (JSON Web Key), RFC 7515 (JSON Web Signature), RFC 8725 (best current practices).
package struct TokenKeys: Sendable {
    private let keys: [TokenKey]

    /// Reads a set of keys; keys for other uses, of other kinds or without their public part are passed over.
    ///
    /// - Throws: `TokenFault.malformedKeys` if it is no such set, or has more than a hundred keys.
    package init(json: [UInt8]) throws(TokenFault) {
        guard let set = try? JSONDecoder().decode(KeySet.self, from: Data(json)), set.keys.count <= 100 else {
            throw .malformedKeys
        }
        keys = set.keys.compactMap(\.key)
    }

    /// Returns what a token says, once its signature is found to be by one of the keys.
    ///
    /// Asymmetric algorithms only; the key decides which of them fit, never the token alone.
    ///
    /// - Parameter token: compact form: three parts in base64url.
    /// - Returns: the payload's JSON; issuer, times and the rest are for the caller to check.
    /// - Throws: `TokenFault`.
    package func payload(of token: String) async throws(TokenFault) -> [UInt8] {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard token.utf8.count <= 65_536, parts.count == 3,
            let header = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]), !signature.isEmpty,
            let head = try? JSONDecoder().decode(TokenHeader.self, from: Data(header))
        else { throw .malformed }
        guard let algorithm = TokenAlgorithm(rawValue: head.alg) else { throw .algorithm(head.alg) }
        // Whatever must be understood to read the token is not understood here.
        guard head.crit == nil else { throw .malformed }
        let key = try key(named: head.kid, for: algorithm)
        guard
            await key.verifies(signature, of: Array(token.utf8.prefix(parts[0].count + 1 + parts[1].count)), algorithm)
        else { throw .signature }
        return payload
    }

    private func key(named name: String?, for algorithm: TokenAlgorithm) throws(TokenFault) -> TokenKey {
        let named = keys.filter { $0.name == name || name == nil }
        guard !named.isEmpty else { throw .unknownKey }
        let fitting = named.filter { $0.fits(algorithm) }
        guard let key = fitting.first else { throw .algorithm(algorithm.rawValue) }
        // Without a name only a set of one key leaves no doubt.
        guard fitting.count == 1 else { throw .unknownKey }
        return key
    }
}

/// Why a signed token is not believed.
package enum TokenFault: Error, Hashable, Sendable {
    case malformedKeys
    case malformed
    /// Not asymmetric, or none that the key was made for.
    case algorithm(String)
    /// No key of that name: the keys may have changed since they were read.
    case unknownKey
    case signature
}

private struct TokenHeader: Decodable {
    let alg: String
    let kid: String?
    let crit: [String]?
}

/// Reads each key for itself, so that one of an unknown kind does not spoil the set.
private struct KeySet: Decodable {
    let keys: [Entry]

    struct Entry: Decodable {
        let key: TokenKey?

        init(from decoder: any Decoder) throws { key = try? TokenKey(from: decoder) }
    }
}
