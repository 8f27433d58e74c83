import Cryptography
import Database
import Kernel

extension PublicAccounts {
    /// Sends six digits to a number; who asks learns nothing about whether it has an account.
    ///
    /// A number that cannot use the code gets a row all the same, so that asking, waiting and guessing go alike.
    ///
    /// - Throws: `AccessError.codesTooMany`, whatever the number; `.noSender`.
    package func sendCode(to mobile: String, for purpose: CodePurpose, from address: String) async throws {
        guard let sender else { throw AccessError.noSender }
        let now = access.clock.now
        let number = name(of: mobile).text
        let code = PublicAccounts.sixDigits(access.randomness)
        let id = access.randomness.code(20)
        let digest = digest(of: code, id).hex
        let sent = access.entry(.codeSent, by: "", on: number, from: address, remark: purpose.rawValue)
        let isKnown = try await access.database.write { writer in
            try writer.queueTries(of: number)
            let earlier = try writer.codesSent(to: number, since: now + .seconds(-86_400))
            if let until = limits.waitsUntil(sent: earlier, now: now) { throw AccessError.codesTooMany(until: until) }
            let isKnown = try writer.storedAccount(named: number).map { !$0.account.isDisabled } ?? false
            // A row that nobody holds the code of stands where the code would lead nowhere.
            let isOfUse = isKnown == (purpose == .recover)
            try writer.insertCode(id, to: number, purpose, digest: isOfUse ? digest : "", at: now)
            try writer.append(sent)
            return isKnown
        }
        switch (purpose, isKnown) {
        case (.register, false), (.change, false), (.recover, true):
            try await sender.send(.code(code, purpose), to: mobile)
        case (.register, true), (.change, true): try await sender.send(.registeredAlready, to: mobile)
        case (.recover, false): break
        }
    }

    /// Counts a try at the newest code of a number, and returns the code's id if it was right.
    ///
    /// - Throws: `AccessError.codeWrong`: wrong, too old, tried too often, used, or never sent; which, is not said.
    func prove(
        _ code: String,
        of mobile: String,
        for purpose: CodePurpose,
        from address: String
    ) async throws -> String {
        let now = access.clock.now
        let number = name(of: mobile).text
        let given = code.filter { !$0.isWhitespace }
        let failed = access.entry(.codeFailed, by: "", on: number, from: address, remark: purpose.rawValue)
        let limits = limits
        let proof = try await access.database.write { writer -> String? in
            let newest = try writer.newestCode(to: number, purpose, since: now - limits.lifetime)
            guard let newest, try writer.countTry(of: newest.id, most: limits.tries),
                let stored = Digest(hex: newest.digest),
                ConstantTime.equal(stored.bytes, digest(of: given, newest.id).bytes)
            else {
                try writer.append(failed)
                return nil
            }
            return newest.id
        }
        guard let proof else { throw AccessError.codeWrong }
        return proof
    }

    /// Removes codes and messages that can no longer be used.
    package func sweep() async throws {
        let day = access.clock.now + .seconds(-86_400)
        let message = access.clock.now - limits.lifetime
        try await access.database.write { writer in
            try writer.execute("DELETE FROM one_time_code WHERE sent_at < \(day)")
            try writer.execute("DELETE FROM code_outbox WHERE sent_at < \(message)")
        }
    }

    private func digest(of code: String, _ id: String) -> Digest {
        KeyedHash.of(Array("one-time code\u{0}\(id)\u{0}\(code)".utf8), key: keys.number)
    }

    /// Six digits, each number as likely as any other.
    static func sixDigits(_ randomness: any Randomness) -> String {
        while true {
            let number = randomness.bytes(3).reduce(0) { $0 << 8 | Int($1) } & 0xFFFFF
            guard number < 1_000_000 else { continue }
            let text = String(number)
            return String(repeating: "0", count: 6 - text.count) + text
        }
    }
}
