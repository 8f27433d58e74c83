import EventLog
import Kernel
import Processes
import Sanctions

/// Deciding, and bringing what was decided to the party.
extension CaseRun {
    /// - Source: Administrative License Law (行政许可法) art. 38 (reasons of a refusal), 39.
    mutating func decide(_ kind: Decision.Kind, _ given: DecisionDetails, in outcome: StepOutcome) throws {
        try decisionClock()
        if kind == .granted { try requireEligible() }
        // What imposes nothing is no major decision, and its path leads past no review.
        if kind != .notImposed { try requireReviewed([]) }
        try CaseworkRules.requireText(
            given.reasons,
            "理由",
            atLeast: kind == .granted ? 0 : CaseworkRules.shortestReasons
        )
        try CaseworkRules.requireText(given.content, "决定内容", atLeast: CaseworkRules.shortestOpinion)
        if let from = given.validFrom, let through = given.validThrough, through < from {
            throw CaseworkError.validityReversed(from: from, through: through)
        }
        try record(kind, given, named: name(of: kind, outcome), on: session.today)
        if kind == .imposed { try beginHolding() }
    }

    /// A renewal or change is decided under its own name.
    private func name(of kind: Decision.Kind, _ outcome: StepOutcome) -> String {
        state.prior?.purpose.title(kind) ?? outcome.documents.first?.name ?? outcome.name
    }

    /// Imposes what was proposed, or less.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 44, 45, 57, 59.
    mutating func impose(_ given: ImpositionDetails, in outcome: StepOutcome, of step: Step) throws {
        try decisionClock()
        try requireSanctions(given.sanctions)
        try requireTold(given.sanctions)
        try requireReviewed(given.sanctions)
        try requireNotTwice(given.sanctions)
        let weighed = try weigh(given.sanctions, given.weighing ?? state.weighed?.weighing)
        try requireApproved(weighed, at: step)
        try CaseworkRules.requireText(given.reasons, "事实、理由和依据", atLeast: CaseworkRules.shortestReasons)
        try CaseworkRules.requireText(given.performance, "履行方式和期限", atLeast: CaseworkRules.shortestOpinion)
        let decision = DecisionDetails(
            reasons: given.reasons,
            content: "\(given.sanctions.chinese)。\(given.performance.trimmed)",
            validFrom: nil,
            validThrough: nil
        )
        try record(
            .imposed,
            decision,
            named: name(of: .imposed, outcome),
            on: session.today,
            sanctions: given.sanctions,
            weighed
        )
    }

    /// Records a decision with its number; a permit that is renewed or changed keeps its own.
    mutating func record(
        _ kind: Decision.Kind,
        _ given: DecisionDetails,
        named title: String,
        on today: Day,
        sanctions: [Sanction]? = nil,
        _ weighed: Weighed? = nil
    ) throws {
        let opening = try opening
        let prior = kind == .granted ? state.prior : nil
        let validity =
            try prior?.validity(given.validFrom, given.validThrough, decidedOn: today)
            ?? (from: given.validFrom, through: given.validThrough)
        let isLicense = definition.category == .licensing
        let word = DecisionSeries.word(definition.category, kind)
        let series = isLicense ? kind.rawValue : word
        let number = try NumberSeries.next(
            "decision:\(opening.item.agency):\(series):\(today.year)",
            for: "casefile/\(id.text)",
            in: session
        )
        let hasPermit = kind == .granted && opening.item.permitName != nil
        try append(
            .decided(
                DecisionMade(
                    kind: Open(kind),
                    number: Open("\(opening.item.agencyShortName)\(word)〔\(today.year)〕\(number)号"),
                    decidedOn: Open(today),
                    content: Open(given.content.trimmed),
                    validFrom: Open(validity.from),
                    validThrough: Open(validity.through),
                    permitNumber: Open(
                        hasPermit ? prior?.permitNumber ?? permitNumber(opening, today, number) : nil
                    ),
                    reasons: ForParty(given.reasons.trimmed, party: opening.party),
                    title: title,
                    sanctions: sanctions,
                    weighed: weighed.map { ForParty($0, party: opening.party) }
                )
            )
        )
    }

    private func permitNumber(_ opening: CaseFile.Opening, _ today: Day, _ number: Int) -> String {
        let serial = String(number)
        return
            "\(opening.item.division.prefix(6))\(today.year)\(String(repeating: "0", count: max(0, 6 - serial.count)))\(serial)"
    }

    /// - Source: Administrative License Law (行政许可法) art. 44; Administrative Penalty Law (行政处罚法) art. 61; Civil
    ///   Procedure Law (民事诉讼法) art. 87–95.
    mutating func serve(_ given: ServiceDetails, at step: Step) throws {
        var from = try state.decision?.decidedOn ?? opening.receivedOn
        // An urging is served once it is written.
        if definition.category.isExecution, let waiting = state.entered[step.id]?.day { from = max(from, waiting) }
        guard (from...session.today).contains(given.servedOn) else {
            throw CaseworkError.serviceDayInvalid(given.servedOn)
        }
        if let proof = given.way.proof {
            try CaseworkRules.requireText(given.note, proof, atLeast: CaseworkRules.shortestOpinion)
        }
        var (day, note) = (given.reachedOn, given.note.trimmed)
        if given.way == .announced {
            note += "（\(given.servedOn.chinese)刊登，满三十日视为送达）"
            guard day <= session.today else {
                throw CaseworkError.tooEarly(step: step.id, notBefore: day, source: given.way.article)
            }
        }
        if step.kind == .notice || step.kind == .urge {
            try append(.noticeServed(NoticeServed(step: step.id, way: given.way, servedOn: day, note: note)))
        } else {
            try append(.served(DecisionServed(way: given.way, servedOn: day, note: note)))
        }
    }
}
