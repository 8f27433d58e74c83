import Database
import Kernel

extension AlertStore {
    /// How many alerts one turn sends.
    private static let turnSize = 50
    /// After so many attempts, about a day, a alert is given up.
    package static let mostAttempts = 12
    /// How long a node has for what it took to send; after a stop another takes it.
    private static let hold: Duration = .seconds(300)

    /// Sends what is due; what fails waits longer each time, and stays in the outbox when it is given up.
    ///
    /// - Returns: how many parcels went out and how many did not.
    @discardableResult
    package func send() async throws -> (sent: Int, failed: Int) {
        guard let carrier else { return (0, 0) }
        var (sent, failed) = (0, 0)
        for parcel in try await parcels(carrier.channels) {
            var taken: [Due] = []
            for due in parcel where try await take(due) { taken.append(due) }
            guard let packed = try pack(taken) else { continue }
            do throws(AlertFault) {
                try await carrier.carry(packed)
                sent += 1
                try? await settle(taken, .sent, fault: "")
            } catch {
                failed += 1
                try? await postpone(taken, error)
            }
        }
        return (sent, failed)
    }

    /// Lets a alert that waits or was given up be tried at once.
    ///
    /// - Returns: whether there was one.
    package func retry(_ id: Alert.ID) async throws -> Bool {
        let now = clock.now
        return try await database.write { [realm] writer in
            try writer.execute(
                """
                UPDATE alert
                   SET state = 'waiting', attempts = 0, next_at = \(now)
                 WHERE realm = \(realm)
                   AND id = \(id)
                   AND state <> 'sent'
                """
            ) == 1
        }
    }

    /// Removes what was sent longer than ninety days ago.
    package func sweep() async throws {
        let latest = clock.now - .seconds(90 * 86_400)
        try await database.write { [realm] writer in
            _ = try writer.execute(
                "DELETE FROM alert WHERE realm = \(realm) AND state = 'sent' AND made_at < \(latest)"
            )
        }
    }

    /// A alert whose time has come.
    private struct Due: Sendable {
        let id: String
        let recipient: String
        let channel: Alert.Channel
        let sealed: String
        let isDigest: Bool
        let attempts: Int
        let nextAt: Instant
    }

    /// Returns what is due, the digests of one person by one channel together.
    private func parcels(_ channels: Set<Alert.Channel>) async throws -> [[Due]] {
        let now = clock.now
        let due = try await database.read { [realm] reader in
            try reader.rows(
                """
                SELECT id, recipient, channel, sealed, is_digest, attempts, next_at
                  FROM alert
                 WHERE realm = \(realm)
                   AND state = 'waiting'
                   AND channel IN (\(list: channels.map(\.rawValue).sorted()))
                   AND next_at <= \(now)
                 ORDER BY next_at, id
                 LIMIT \(AlertStore.turnSize)
                """
            ).compactMap { row -> Due? in
                guard let channel = Alert.Channel(rawValue: try row["channel"]) else { return nil }
                return Due(
                    id: try row["id"],
                    recipient: try row["recipient"],
                    channel: channel,
                    sealed: try row["sealed"],
                    isDigest: try row["is_digest"],
                    attempts: try row["attempts"],
                    nextAt: try row["next_at"]
                )
            }
        }
        let digests = Dictionary(grouping: due.filter(\.isDigest)) { "\($0.channel) \($0.recipient)" }
        return due.filter { !$0.isDigest }.map { [$0] } + digests.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Takes a alert for sending, so that no other node sends it too.
    private func take(_ due: Due) async throws -> Bool {
        let until = clock.now + AlertStore.hold
        return try await database.write { [realm] writer in
            try writer.execute(
                """
                UPDATE alert
                   SET next_at = \(until)
                 WHERE realm = \(realm)
                   AND id = \(due.id)
                   AND state = 'waiting'
                   AND next_at = \(due.nextAt)
                """
            ) == 1
        }
    }

    private func pack(_ taken: [Due]) throws -> AlertParcel? {
        let opened = try taken.map { due in
            try unseal(due.sealed, bindingTo: due.id).split(separator: "\n", maxSplits: 2).map(String.init)
        }.filter { $0.count == 3 }
        guard let first = opened.first, let due = taken.first else { return nil }
        let address: AlertParcel.Address
        switch due.channel {
        case .mail:
            guard let mail = MailAddress(first[0]) else { return nil }
            address = .mail(mail)
        case .message: address = .mobile(first[0])
        case .inside: return nil
        }
        let isOne = opened.count == 1
        return AlertParcel(
            id: due.id,
            to: address,
            subject: isOne ? first[1] : "【衡鉴】\(opened.count) 条办件通知",
            text: isOne ? first[2] : opened.map { $0[2] }.joined(separator: "\n\n")
        )
    }

    private func postpone(_ taken: [Due], _ fault: AlertFault) async throws {
        for due in taken {
            let attempts = due.attempts + 1
            let isOver = fault.isLasting || attempts >= AlertStore.mostAttempts
            try await settle([due], isOver ? .abandoned : .waiting, fault: fault.words, attempts: attempts)
        }
    }

    private func settle(_ taken: [Due], _ state: Alert.State, fault: String, attempts: Int? = nil) async throws {
        let now = clock.now
        try await database.write { [realm] writer in
            for due in taken {
                let attempts = attempts ?? due.attempts + 1
                try writer.execute(
                    """
                    UPDATE alert
                       SET state = \(state.rawValue), fault = \(fault), attempts = \(attempts),
                           next_at = \(now + AlertStore.pause(after: attempts))
                     WHERE realm = \(realm)
                       AND id = \(due.id)
                    """
                )
            }
        }
    }

    /// One minute after the first failure, twice as long after each, never longer than six hours.
    static func pause(after attempts: Int) -> Duration { .seconds(min(60 << min(attempts - 1, 16), 21_600)) }
}
