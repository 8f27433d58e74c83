package import Casework
import Database
package import EventLog
package import Kernel
import Participation

/// Everything that counts in one month at some agencies.
package struct ScoreMaterial: Sendable {
    package internal(set) var facts: [ScoreFact] = []
    package internal(set) var bases: [ScoreSubject: ScoreBase] = [:]
    /// Names of agencies and items; posts and officers are named by who knows the directory.
    package internal(set) var names: [ScoreSubject: String] = [:]
    /// To which agency a subject belongs; an item of several agencies to none.
    package internal(set) var agencies: [ScoreSubject: Set<String>] = [:]

    /// Returns the sheets of everybody who did something or to whom something is put down.
    package func sheets(under scheme: ScoreScheme, names people: [ScoreSubject: String]) -> [ScoreSheet] {
        agencies.map { subject, agencies in
            ScoreSheet(
                subject,
                name: people[subject] ?? names[subject] ?? "",
                agency: agencies.count == 1 ? agencies.first : nil,
                facts: facts,
                base: bases[subject] ?? ScoreBase(),
                under: scheme
            )
        }.sorted {
            ($0.subject.kind.rawValue, $0.name, $0.agency ?? "") < ($1.subject.kind.rawValue, $1.name, $1.agency ?? "")
        }
    }
}

extension EventReading {
    /// Returns what counts for `agencies` in `days`.
    ///
    /// A withdrawn finding costs nothing, nor does one that a graver one took the place of or that was mended; but a letter
    /// answered late was answered late. What belongs to a step is put down to the post and officer who did the step, what is about an officer to the officer.
    package func scoreMaterial(of agencies: [String: String], in days: ClosedRange<Day>) throws -> ScoreMaterial {
        var material = ScoreMaterial()
        let ids = agencies.keys.sorted()
        for (id, name) in agencies { material.names[.agency(id)] = name }
        for row in try scoredFindings(of: ids, in: days) {
            let isTold = row.level >= .warning || row.status == .accepted
            let finding = isTold ? try finding(row) : nil
            material.add(
                row,
                kind: .finding,
                on: row.raisedAt.day,
                position: row.position,
                text: row.message,
                try whoDid(row, finding),
                isSelfCorrected: finding?.isSelfCorrected ?? false
            )
        }
        try addLapses(to: &material, of: ids, in: days)
        for rating in try badRatings(of: ids, in: days) {
            guard let number = try state(CaseFile.self, rating.caseFile.text).state.opening?.number else { continue }
            material.add(rating, number)
        }
        for decision in try overturnedDecisions(of: ids, in: days) { material.add(decision) }
        for order in try orders(to: ids, limit: 10_000)
        where days.contains(order.draftedOn) && order.number != nil && order.status != .withdrawn {
            let text = "\(order.kind.chinese) \(order.number ?? "")"
            guard let record = try findingRow(order.finding, of: order.matter) else {
                material.add(order, text: text)
                continue
            }
            material.add(
                record,
                kind: .order,
                on: order.draftedOn,
                position: order.position,
                text: text,
                nil
            )
        }
        for decided in try decidedCases(of: ids, in: days) {
            material.add(decided, acts: try actsOf(decided))
        }
        return material
    }

    /// Returns the cases that count as decided for a subject, by identifier: those of `ScoreBase.decided`, or of `early`.
    package func scoredCases(
        of subject: ScoreSubject,
        at agencies: [String],
        in days: ClosedRange<Day>,
        isEarly: Bool
    ) throws -> [CaseFile.ID] {
        try decidedCases(of: agencies, in: days).filter { decided in
            try (!isEarly || decided.isEarly) && decided.subjects(actsOf(decided)).contains(subject)
        }.map(\.id)
    }

    private func actsOf(_ decided: DecidedCase) throws -> [StepAct] {
        try state(CaseFile.self, decided.id.text).state.acts.filter { !$0.isVoided }
    }

    private func scoredFindings(of agencies: [String], in days: ClosedRange<Day>) throws -> [FindingRow] {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND agency IN (\(list: agencies))
               AND raised_on >= \(days.lowerBound)
               AND raised_on <= \(days.upperBound)
               AND (status IN ('open', 'lapsed', 'explained', 'accepted')
                    OR (status = 'released' AND rule = \(RuleCode.letter.rawValue)))
             ORDER BY position
            """
        ).map(FindingRow.init)
    }

    /// So many days a timer may be late; what lapsed longer before it was recorded costs nothing, as on the first day of
    /// a release that records it.
    private static let latestLapse = 7

    /// What was not explained in its days and not withdrawn, whatever else came of it later.
    private func addLapses(to material: inout ScoreMaterial, of agencies: [String], in days: ClosedRange<Day>) throws {
        let latest = EventReading.latestLapse
        for row in try findings(of: agencies, explainedBy: (days.lowerBound - latest)...days.upperBound) {
            guard let last = row.explainBy, let lapse = try finding(row)?.lapse, days.contains(lapse.on),
                lapse.on - last <= latest
            else { continue }
            material.add(
                row,
                kind: .lapse,
                on: lapse.on,
                position: lapse.position,
                text: "逾期未说明：\(row.message)",
                nil
            )
        }
    }

    private func finding(_ row: FindingRow) throws -> Finding? {
        try state(Findings.self, row.matter.text).state.all.first { $0.number == row.number }
    }

    private func findingRow(_ number: Int, of matter: FindingMatter) throws -> FindingRow? {
        try reader.rows(
            """
            SELECT \(FindingRow.columns)
              FROM finding
             WHERE realm = \(realm)
               AND case_id = \(matter.text)
               AND number = \(number)
            """
        ).map(FindingRow.init).first
    }

    /// Who did the step or the act a finding is about, or whom it is about.
    private func whoDid(_ row: FindingRow, _ finding: Finding?) throws -> (post: String?, officer: String)? {
        guard row.level >= .warning, let subject = finding?.breach.subject else { return nil }
        guard let caseFile = row.matter.caseFile else { return subject.person }
        switch subject {
        case .step(let id):
            let act = try state(CaseFile.self, caseFile.text).state.acts.first { act in
                act.step == id && act.at >= row.raisedAt
            }
            return act.map { ($0.post, $0.officer) }
        case .act(let version):
            let actor = try history(of: caseFile).first { $0.envelope.version == version }?.envelope.actor
            return actor.flatMap { $0.kind == .officer ? ($0.post, $0.id) : nil }
        case .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier, .agency,
            .officer, .certificate, .stay, .caseNumber, .party, .dealing, .item, .list, .letter:
            return nil
        }
    }
}

extension FindingSubject {
    /// The officer it is about, and the post where it names one.
    fileprivate var person: (post: String?, officer: String)? {
        switch self {
        case .officer(let id), .dealing(let id, _): (nil, id.text)
        case .stay(let post, let id): (post.text, id.text)
        case .answer, .acceptance, .correction, .suspension, .decision, .service, .publication, .dossier, .step, .act,
            .agency, .certificate, .caseNumber, .party, .item, .list, .letter:
            nil
        }
    }
}
