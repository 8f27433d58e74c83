import EventLog
import Kernel
import Supervision

extension AlertReading {
    /// Tells agencies that the scores of a month are drafted and until when they may object, what came of an objection, and
    /// that they are audited; who drafted them hears of objections.
    ///
    /// Whoever did it knows it, and a draft whose days to object are over, or that is audited, is not told any more.
    func scored(_ fact: ScoreEvent, _ event: RecordedEvent) throws -> [Told] {
        let scores = try reading.state(MonthlyScores.self, event.envelope.stream.key).state
        guard let draft = scores.draft else { return [] }
        let agencies = draft.sheets.compactMap { sheet -> (id: String, name: String)? in
            if case .agency(let id) = sheet.subject { (id, sheet.name) } else { nil }
        }
        let day = event.envelope.recordedAt.day
        switch fact {
        case .drafted:
            guard scores.status == .drafted else { return [] }
            let words = "得分已起草，可在 \(draft.objectionsThrough) 前（含当日）提出异议"
            return try agencies.flatMap { agency in
                try told(officers(leading: agency.id, on: day), words, draft.month, agency.name, event)
            }
        case .objected(let objected):
            guard scores.status == .drafted, let drafter = scores.drafter else { return [] }
            let name = agencies.first { $0.id == objected.agency }?.name ?? ""
            return told([drafter], "单位提出异议，等待答复", draft.month, name, event)
        case .answered(let answered):
            guard let objection = scores.objections.first(where: { $0.number == answered.number }) else { return [] }
            let name = agencies.first { $0.id == objection.agency }?.name ?? ""
            let words = answered.isUpheld ? "异议成立，不扣分" : "异议不成立"
            return told(try officers(leading: objection.agency, on: day), words, draft.month, name, event)
        case .frozen:
            return try agencies.flatMap { agency in
                try told(officers(leading: agency.id, on: day), "得分已审定", draft.month, agency.name, event)
            }
        }
    }

    private func told(
        _ officers: Set<String>,
        _ words: String,
        _ month: ScoreMonth,
        _ agency: String,
        _ event: RecordedEvent
    ) -> [Told] {
        officers.subtracting([event.envelope.actor.id]).sorted().map { officer in
            Told(
                recipient: .officer(officer),
                act: event.envelope.command.correlation,
                about: Alert.Thing.scoreMark + month.text,
                item: agency,
                words: words,
                at: event.envelope.recordedAt,
                mail: nil,
                mobile: nil,
                named: month.chinese
            )
        }
    }
}
