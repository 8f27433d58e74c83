import CArgon2
import Foundation
package import Kernel

/// Hashes and checks passwords with argon2id on threads of its own, a few at a time.
package final class PasswordHashing: Sendable {
    private let cost: PasswordCost
    private let threads: WorkerThreads
    private let waitingLimit: Int

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - cost: what new hashes cost.
    ///   - concurrent: how many passwords are hashed at once; each takes a core and `cost.memoryKiB`.
    ///   - waitingLimit: how many may wait; more are refused, so that a flood of sign-ins stays one.
    package init(cost: PasswordCost = .standard, concurrent: Int = 1, waitingLimit: Int = 256) {
        self.cost = cost
        self.waitingLimit = waitingLimit
        threads = WorkerThreads(label: "password-hashing", count: concurrent)
    }

    /// Returns the hash to store, with 16 fresh bytes of salt.
    package func hash(_ password: String, randomness: any Randomness) async throws(CryptographyError) -> PasswordHash {
        let cost = cost
        let salt = randomness.bytes(16)
        return try await queued { () throws(CryptographyError) in
            try PasswordHashing.compute(PasswordHashing.normal(password), salt: salt, cost: cost)
        }
    }

    /// Tells whether `password` is the one that was hashed.
    ///
    /// Give nil when there is no such account: it takes as long and answers false, so that nobody learns who has one.
    package func verify(
        _ password: String,
        against stored: PasswordHash?
    ) async throws(CryptographyError) -> Bool {
        let cost = cost
        return try await queued { () throws(CryptographyError) in
            let bytes = PasswordHashing.normal(password)
            guard let stored else {
                _ = try PasswordHashing.compute(bytes, salt: [UInt8](repeating: 0, count: 16), cost: cost)
                return false
            }
            return try PasswordHashing.matches(bytes, stored)
        }
    }

    /// Tells whether the hash was made at another cost than today's and should be renewed at the next sign-in.
    package func needsRehash(_ stored: PasswordHash) -> Bool { stored.cost != cost }

    private func queued<Value: Sendable>(
        _ work: @escaping @Sendable () throws(CryptographyError) -> Value
    ) async throws(CryptographyError) -> Value {
        guard threads.waiting < waitingLimit else { throw .passwordsOverloaded(limit: waitingLimit) }
        return try await threads.run(work)
    }

    /// The same password typed on another keyboard gives the same bytes (NFKC, NIST SP 800-63B 5.1.1.2).
    private static func normal(_ password: String) -> [UInt8] {
        Array(password.precomposedStringWithCompatibilityMapping.utf8)
    }

    private static func compute(
        _ password: [UInt8],
        salt: [UInt8],
        cost: PasswordCost
    ) throws(CryptographyError) -> PasswordHash {
        let hashLength = 32
        let capacity = argon2_encodedlen(
            cost.passes,
            cost.memoryKiB,
            cost.lanes,
            UInt32(salt.count),
            UInt32(hashLength),
            Argon2_id
        )
        var encoded = [CChar](repeating: 0, count: capacity)
        let code = argon2id_hash_encoded(
            cost.passes,
            cost.memoryKiB,
            cost.lanes,
            password,
            password.count,
            salt,
            salt.count,
            hashLength,
            &encoded,
            encoded.count
        )
        guard code == ARGON2_OK.rawValue else { throw .argon2(code: code) }
        let text = String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let hash = PasswordHash(text) else { throw .passwordHash }
        return hash
    }

    private static func matches(_ password: [UInt8], _ stored: PasswordHash) throws(CryptographyError) -> Bool {
        let code = argon2id_verify(stored.text, password, password.count)
        switch code {
        case ARGON2_OK.rawValue: return true
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        case ARGON2_MEMORY_ALLOCATION_ERROR.rawValue, ARGON2_THREAD_FAIL.rawValue: throw .argon2(code: code)
        default: throw .passwordHash
        }
    }
}
