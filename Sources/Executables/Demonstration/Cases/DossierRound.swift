import Casework
import Decisions
import Directory
import EventLog
import Kernel

/// The latest closed cases of each agency go into its archive, and the first of them is lent to who reviews.
struct DossierRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let issuer: DocumentIssuer

    /// Papers are made for the last thirty days only; a case must have begun within them to be bound whole.
    private static let days = 29
    private static let archived = 2
    private static let loan = 10

    func run(on day: Day) async throws {
        for agency in staff.agencies.values.map(\.text).sorted() {
            guard let keeper = staff.actor(.handle, of: agency) else { continue }
            var kept: [CaseFile.ID] = []
            for id in try await closed(of: agency, on: day) where kept.count < DossierRound.archived {
                if try await archive(id, by: keeper) { kept.append(id) }
            }
            guard let first = kept.first, let lender = staff.actor(.approve, of: agency),
                let borrower = staff.actor(.review, of: agency), borrower.id != lender.id
            else { continue }
            let command = LendDossier(
                caseFile: first,
                borrower: borrower.id,
                reason: "案卷评查",
                days: DossierRound.loan
            )
            _ = try await log.submit(
                command,
                as: SubmittedAct(realm: realm, actor: lender, key: "demonstration loan \(first)")
            )
        }
    }

    private func closed(of agency: String, on day: Day) async throws -> [CaseFile.ID] {
        try await log.read(realm) { reading in
            try reading.decidedCases(of: [agency], in: (day - DossierRound.days)...day).map(\.id).filter { id in
                let state = try reading.state(CaseFile.self, id.text).state
                guard state.stage.name == .closed, let opening = state.opening else { return false }
                return day - DossierRound.days <= opening.receivedOn
            }
        }
    }

    /// Returns whether the case is in the archive now; one that waits for remedies is not.
    private func archive(_ id: CaseFile.ID, by keeper: Actor) async throws -> Bool {
        // The first attempt may make a paper that was missing; who archives looks again then.
        for attempt in 1...2 {
            let seen = try await log.read(realm) { try $0.state(CaseFile.self, id.text).version }
            let act = SubmittedAct(realm: realm, actor: keeper, key: "demonstration archive \(id) \(attempt)")
            do {
                _ = try await issuer.dossiers.archive(id, seen: seen, checkpoint: "", as: act)
                return true
            } catch DecisionsError.papersMade {
                continue
            } catch DecisionsError.waitsForRemedies {
                return false
            }
        }
        return false
    }
}
