import Access
import Casework
import EventLog
import Kernel
import Participation
import Publicity

/// What a public supervisor sees: the appointment, the sample, and what was said.
struct OwnSupervision: Sendable {
    let supervisor: SupervisorRow
    let isInOffice: Bool
    let sample: [SampledCase]
    let opinions: [OpinionEntry]

    private static let opinionsShown = 100

    /// Reads what the account supervises; nil unless it was appointed.
    static func read(_ own: Own, from parts: HallParts) async throws -> OwnSupervision? {
        guard let id = try await parts.accounts.belongings(.supervisor, of: own.principal, limit: 1).first else {
            return nil
        }
        let ownCases = Set(try await parts.accounts.belongings(.caseFile, of: own.principal))
        let (today, policy) = (parts.today, parts.policy)
        return try await parts.read { reading in
            let supervisor = PublicSupervisor.ID(id)
            guard let row = try reading.publicSupervisor(supervisor) else { return nil }
            let drawn = try reading.state(PublicSupervisor.self, id).state.sample
            let rows = Dictionary(
                uniqueKeysWithValues: try reading.cases(drawn.map { CaseFile.ID($0) }).map { ($0.id.text, $0) }
            )
            let record = PublicRecord(reading, policy, on: today)
            return OwnSupervision(
                supervisor: row,
                isInOffice: row.isInOffice(on: today),
                sample: try drawn.enumerated().compactMap { index, id in
                    guard let row = rows[id] else { return nil }
                    return try SampledCase(
                        row,
                        place: index + 1,
                        isOwn: ownCases.contains(id) || row.party == own.principal.party,
                        record,
                        reading
                    )
                },
                opinions: try reading.opinions(of: supervisor, limit: opinionsShown)
            )
        }
    }
}

/// A case of the sample, as far as the public sees it, and how it proceeds; nothing of the party, no number.
struct SampledCase: Sendable {
    /// From 1; the number of a case would say more than the public knows.
    let place: Int
    let itemCode: String
    let item: String
    let agency: String
    let stage: Stage
    /// What happened on which day, in order.
    let days: [(words: String, day: Day)]
    /// The number under which the decision is published, masked.
    let published: String?
    /// The supervisor's own case: nobody supervises that.
    let isOwn: Bool

    init?(
        _ row: CaseRowSummary,
        place: Int,
        isOwn: Bool,
        _ record: PublicRecord,
        _ reading: EventReading
    ) throws {
        let state = try reading.state(CaseFile.self, row.id.text).state
        guard let pin = state.opening?.item else { return nil }
        self.place = place
        itemCode = row.itemCode
        item = row.itemName
        agency = pin.agencyName
        stage = state.stage
        let dated: [(String, Day?)] = [("收到申请或者立案", row.receivedOn), ("作出决定", row.decidedOn), ("办结", row.closedOn)]
        days = dated.compactMap { words, day in day.map { (words, $0) } }
        if let number = row.decisionNumber, case .published(let entry)? = try record.decision(number) {
            published = entry.decision.documentNumber
        } else {
            published = nil
        }
        self.isOwn = isOwn
    }
}
