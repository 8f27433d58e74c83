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

extension ScoreMaterial {
    /// A bad rating is about the case as a whole: it is put down to the agency and the item.
    ///
    /// - Source: 国办发〔2019〕51号 (bad ratings are investigated one by one and count in the evaluation of an agency).
    fileprivate mutating func add(_ rating: GivenRating, _ caseNumber: String) {
        facts.append(
            ScoreFact(
                position: rating.position,
                kind: .dissatisfied,
                on: rating.on,
                matter: .caseFile(rating.caseFile),
                caseNumber: caseNumber,
                finding: 0,
                rule: nil,
                level: nil,
                dimension: nil,
                text: "当事人评价“\(Rating.chinese(rating.grade))”",
                agency: rating.agency,
                item: rating.item.code,
                post: nil,
                officer: nil
            )
        )
        names[.item(rating.item.code)] = rating.item.name
        for subject in [ScoreSubject.agency(rating.agency), .item(rating.item.code)] {
            agencies[subject, default: []].insert(rating.agency)
        }
    }

    /// An order about a complaint, which no finding precedes: it is put down to the agency.
    fileprivate mutating func add(_ order: OrderRow, text: String) {
        guard let agency = order.matter.agency?.text else { return }
        facts.append(
            ScoreFact(
                position: order.position,
                kind: .order,
                on: order.draftedOn,
                matter: order.matter,
                caseNumber: order.caseNumber,
                finding: order.finding,
                rule: nil,
                level: nil,
                dimension: nil,
                text: text,
                agency: agency,
                item: "",
                post: nil,
                officer: nil
            )
        )
        agencies[.agency(agency), default: []].insert(agency)
    }

    fileprivate mutating func add(
        _ row: FindingRow,
        kind: ScoreScheme.Deduction.Kind,
        on day: Day,
        position: Int64,
        text: String,
        _ actor: (post: String?, officer: String)?,
        isSelfCorrected: Bool = false
    ) {
        facts.append(
            ScoreFact(
                position: position,
                kind: kind,
                on: day,
                matter: row.matter,
                caseNumber: row.caseNumber,
                finding: row.number,
                rule: kind == .finding ? RuleCode(rawValue: row.rule) : nil,
                level: kind == .finding ? row.level : nil,
                dimension: kind == .finding ? row.dimension : nil,
                text: text,
                agency: row.agency,
                item: row.item,
                post: actor?.post,
                officer: actor?.officer,
                isSelfCorrected: isSelfCorrected ? true : nil
            )
        )
        let item: [ScoreSubject] = row.item.isEmpty ? [] : [.item(row.item)]
        for subject in item { names[subject] = row.itemName }
        let people = [actor?.post.map { ScoreSubject.post($0) }, actor.map { .officer($0.officer) }].compactMap(\.self)
        for subject in [.agency(row.agency)] + item + people {
            agencies[subject, default: []].insert(row.agency)
        }
    }

    fileprivate mutating func add(_ decided: DecidedCase, acts: [StepAct]) {
        names[.item(decided.itemCode)] = decided.itemName
        for subject in decided.subjects(acts) {
            agencies[subject, default: []].insert(decided.agency)
            var base = bases[subject] ?? ScoreBase()
            base.decided += 1
            if let due = decided.promisedDue {
                base.early += decided.isEarly ? 1 : 0
                if let accepted = decided.acceptedOn, let statutory = decided.statutoryDue {
                    base.promisedDays += due - accepted
                    base.statutoryDays += statutory - accepted
                }
            }
            bases[subject] = base
        }
    }
}

extension DecidedCase {
    /// Whose work the decision counts as: the agency's, the item's, and that of everybody who took a step.
    fileprivate func subjects(_ acts: [StepAct]) -> Set<ScoreSubject> {
        let people = acts.flatMap { act in
            (act.post.map { [ScoreSubject.post($0), .officer(act.officer)] } ?? [])
        }
        return Set([.agency(agency), .item(itemCode)] + people)
    }
}
