import Discretion
import EventLog
import HTML
import Kernel

/// The way of a benchmark in words, the newest fact first.
struct BenchmarkHistory {
    let events: [RecordedEvent]
    let names: [String: String]

    var facts: [ItemDeskPage.Fact] {
        events.reversed().compactMap { event in
            guard let fact = event.as(BenchmarkEvent.self) else { return nil }
            let (heading, lines) = tell(fact)
            return ItemDeskPage.Fact(
                heading: heading,
                time: event.envelope.recordedAt.minuteText,
                actor: actor(event),
                lines: lines.compactMap(\.self)
            )
        }
    }

    /// Since when the draft and the version in force stand as they do, and by whom.
    func standing(of state: ItemBenchmark, on today: Day) -> [Definition] {
        var standing: [Definition] = []
        if let draft = state.draft, let last = events.last {
            let time = last.envelope.recordedAt.minuteText
            standing.append(Definition("草稿", "\(draft.words)：\(time)，\(actor(last))"))
        }
        if let version = state.version(on: today) {
            let published = events.first { event in
                guard case .published(let fact) = event.as(BenchmarkEvent.self) else { return false }
                return fact.number.value == version.number
            }
            let who = published.map { "，\(actor($0))" } ?? ""
            standing += [
                Definition("施行中", "第 \(version.number) 版，自\(version.inForceFrom.chinese)起施行"),
                Definition("公布", "\(version.publishedOn.chinese)\(who)"),
            ]
        }
        return standing
    }

    private func actor(_ event: RecordedEvent) -> String {
        let actor = event.envelope.actor
        return actor.kind == .officer ? names[actor.id] ?? actor.id : "系统"
    }

    private func tell(_ fact: BenchmarkEvent) -> (heading: String, lines: [String?]) {
        switch fact {
        case .drafted(let drafted): ("起草", [drafted.content.issuedAs, drafted.reason])
        case .submitted(let submitted): ("报送备案", [submitted.note])
        case .returned(let returned): ("退回修改", [returned.reason])
        case .confirmed(let confirmed): ("准予备案", [confirmed.opinion])
        case .published(let published):
            (
                "公布第 \(published.number.value) 版",
                ["\(published.content.value.issuedAs)，自\(published.inForceFrom.value.chinese)起施行"]
            )
        }
    }
}
