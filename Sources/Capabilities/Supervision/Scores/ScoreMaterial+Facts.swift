import Casework
import Kernel
import Participation

extension ScoreMaterial {
    /// A bad rating is about the case as a whole: it is put down to the agency and the item.
    ///
    /// - Source: 国办发〔2019〕51号 (bad ratings are investigated one by one and count in the evaluation of an agency).
    mutating func add(_ rating: GivenRating, _ caseNumber: String) {
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

    /// What did not stand is put down to the agency that decided and to the item.
    mutating func add(_ decision: OverturnedDecision) {
        let kind: ScoreScheme.Deduction.Kind =
            switch decision.way {
            case .reconsideration: .reconsidered
            case .litigation: .judged
            }
        facts.append(
            ScoreFact(
                position: decision.position,
                kind: kind,
                on: decision.on,
                matter: .caseFile(decision.caseFile),
                caseNumber: decision.caseNumber,
                finding: 0,
                rule: nil,
                level: nil,
                dimension: nil,
                text: decision.ground,
                agency: decision.agency,
                item: decision.itemCode,
                post: nil,
                officer: nil
            )
        )
        names[.item(decision.itemCode)] = decision.itemName
        for subject in [ScoreSubject.agency(decision.agency), .item(decision.itemCode)] {
            agencies[subject, default: []].insert(decision.agency)
        }
    }

    /// An order about a complaint, which no finding precedes: it is put down to the agency.
    mutating func add(_ order: OrderRow, text: String) {
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

    mutating func add(
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

    mutating func add(_ decided: DecidedCase, acts: [StepAct]) {
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
    func subjects(_ acts: [StepAct]) -> Set<ScoreSubject> {
        let people = acts.flatMap { act in
            (act.post.map { [ScoreSubject.post($0), .officer(act.officer)] } ?? [])
        }
        return Set([.agency(agency), .item(itemCode)] + people)
    }
}
