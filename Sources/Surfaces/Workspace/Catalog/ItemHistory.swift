import Catalog
import EventLog
import Kernel

/// The way of an item through the catalog in words, the newest fact first.
struct ItemHistory {
    /// The address of the item's page.
    let address: String
    let names: [String: String]
    let posts: [String: String]

    func facts(_ events: [RecordedEvent]) -> [ItemDeskPage.Fact] {
        events.reversed().compactMap { event in
            guard let fact = event.as(PowerItemEvent.self) else { return nil }
            let (heading, lines) = tell(fact)
            return ItemDeskPage.Fact(
                heading: heading,
                time: event.envelope.recordedAt.minuteText,
                actor: actor(event.envelope.actor),
                lines: lines.compactMap(\.self),
                files: CitedFile.all(fact.files, at: event.envelope.version, under: address),
                endsDraft: fact.endsDraft
            )
        }
    }

    private func actor(_ actor: Actor) -> String {
        guard actor.kind == .officer else { return "系统" }
        let name = names[actor.id] ?? actor.id
        return actor.post.flatMap { posts[$0] }.map { "\(name)（\($0)）" } ?? name
    }

    private func tell(_ fact: PowerItemEvent) -> (heading: String, lines: [String?]) {
        switch fact {
        case .imported(let imported):
            ("从清单导入", ["\(imported.source.value)，第 \(imported.row.value) 行"])
        case .drafted(let drafted):
            (
                "起草",
                [
                    drafted.adjustment.map { "\($0.kind.chinese)：\($0.trigger.chinese)，\($0.cited)" },
                    drafted.reason,
                ]
            )
        case .submitted(let submitted):
            (
                "报送法制机构",
                [submitted.report.map { "\($0.document)，\($0.head)于\($0.signedOn.chinese)签发" }, submitted.note]
            )
        case .returned(let returned): ("退回修改", [returned.reason] + remarks(returned.comments))
        case .confirmed(let confirmed): ("审核确认", [confirmed.opinion] + remarks(confirmed.comments))
        case .agreed(let agreed): ("\(agreed.station.chinese)同意", [agreed.document, agreed.opinion])
        case .published(let published):
            ("公布第 \(published.number.value) 版", ["自\(published.inForceFrom.value.chinese)起施行"])
        case .exempted(let exempted):
            ("第 \(exempted.number) 版生效，依据免予公布", ["自\(exempted.inForceFrom.chinese)起施行"])
        case .abolished(let abolished):
            (
                "取消事项",
                ["自\(abolished.from.chinese)起取消", abolished.trigger.map(\.chinese), abolished.ground]
            )
        case .lawAnswered(let answered): ("答复法律变动", ["\(answered.kind.chinese)：\(answered.reason)"])
        case .lawDecided(let decided):
            ("审核对法律变动的答复", ["\(decided.isAgreed ? "同意" : "不同意")：\(decided.opinion)"])
        }
    }

    private func remarks(_ comments: [FieldComment]?) -> [String?] {
        (comments ?? []).map { "\($0.field.chinese)：\($0.text)" }
    }
}

extension PowerItemEvent {
    fileprivate var endsDraft: Bool {
        switch self {
        case .published, .exempted, .abolished: true
        case .imported, .drafted, .submitted, .returned, .confirmed, .agreed, .lawAnswered, .lawDecided: false
        }
    }
}
