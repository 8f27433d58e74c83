import Cryptography
import Directory
import EventLog
import Exchange
import Kernel
import Participation
import Synchronization
import TestHouse
import Testing

@Suite("Who wrote a letter hears of it")
struct LetterAlertTests {
    private final class Line: AlertCarrier {
        let channels: Set<Alert.Channel> = [.message, .mail]
        private let parcels = Mutex<[AlertParcel]>([])

        var sent: [AlertParcel] { parcels.withLock { $0 } }

        func carry(_ parcel: AlertParcel) async throws(AlertFault) { parcels.withLock { $0.append(parcel) } }
    }

    /// - Source: 信访工作条例 art. 22, 30.
    @Test("by mail and message when it was accepted and answered, nothing of what it says; without a name, nobody")
    func told() async throws {
        let house = try await TestHouse.open(
            migrations: ExchangeModule.migrations + ParticipationModule.migrations,
            families: ParticipationModule.families,
            projections: ParticipationModule.projections
        )
        let (line, clocks) = (Line(), try ParticipationClocks.shipped())
        let store = AlertStore(
            log: house.log,
            realm: TestHouse.realm,
            key: house.ring.key(for: .alert),
            clock: house.clock,
            randomness: SystemRandomness(),
            links: AlertLinks(
                desk: { "https://x.example/desk/cases/\($0)" },
                opinions: "https://x.example/opinions",
                legalTasks: "https://x.example/law-tasks",
                disputes: "https://x.example/disputes",
                findings: { "https://x.example/findings/\($0)" },
                orders: { "https://x.example/supervision/orders/\($0)" },
                scores: { "https://x.example/supervision/scores/\($0)" },
                hall: "https://x.example/follow"
            ),
            carrier: line
        )
        try await store.write()
        let writers = [LetterContent.Writer(name: "赵小明", mobile: "13800001234", mail: "zhao@x.example"), nil]
        for writer in writers {
            let letter = FileLetter(
                .complaint,
                about: .agency(house.agency),
                title: "窗口推诿两次",
                text: "两次到窗口都被要求改天再来。",
                writer: writer,
                queryDigest: writer == nil ? "a" : "b",
                clocks
            )
            let filed = try await house.submit(letter, by: Actor(kind: .visitor, id: "hall"))
            let officer = try house.officer(.handle)
            try await house.submit(AcceptLetter(letter: filed.letter, seen: 1), by: officer)
            let reply = ReplyToLetter(
                letter: filed.letter,
                seen: 2,
                reply: "经查，窗口当天系统停机。",
                outcome: .unfounded,
                clocks
            )
            try await house.submit(reply, by: officer)
        }
        try await store.write()
        try await store.send()
        let number = "511602-20260302-L0001"
        #expect(Set(line.sent.map(\.to)).count == 2)
        #expect(line.sent.count == 4)
        #expect(line.sent.allSatisfy { $0.text.contains("您的来信 \(number)") })
        #expect(line.sent.count { $0.text.contains("已受理") } == 2)
        #expect(line.sent.count { $0.text.contains("已答复") } == 2)
        for secret in ["推诿", "停机", "赵小明", "投诉"] {
            #expect(line.sent.allSatisfy { !$0.text.contains(secret) && !$0.subject.contains(secret) }, "\(secret)")
        }
    }
}
