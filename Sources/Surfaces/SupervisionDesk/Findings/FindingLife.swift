import BlobStore
import EventLog
import HTML
import Kernel
import Supervision

/// What happened to a finding, from the log.
struct FindingLife: Component {
    let record: FindingRecord
    let actors: ActorNames

    var body: any HTML { Timeline(record.life.compactMap(entry)) }

    @HTMLBuilder private func evidence(_ explained: FindingExplained) -> any HTML {
        let files = explained.allFiles
        if case .erased? = explained.files { p(.cssClass("quiet")) { "证明材料已随当事人的个人信息一并删除。" } }
        if let count = explained.unkeptFiles {
            p(.cssClass("quiet")) { "另附的\(count)份证明材料没有留存：此前当事人的个人信息已依法删除。" }
        }
        if !files.isEmpty {
            p { "证明材料" }
            ol {
                for (index, file) in files.enumerated() {
                    li {
                        a(
                            .cssClass("figure"),
                            .href(SupervisionPath.evidence(record.matter, explained.number, index + 1))
                        ) { file.name }
                    }
                }
            }
        }
    }

    private func entry(_ event: RecordedEvent) -> Timeline.Entry? {
        guard let fact = event.as(FindingEvent.self) else { return nil }
        let time = event.envelope.recordedAt.minuteText
        let actor = actors.text(event.envelope.actor)
        return switch fact {
        case .raised(let raised):
            Timeline.Entry(
                "系统发出\(raised.breach.level.chinese)",
                time: time,
                actor: "监察规则\(raised.breach.rule.rawValue)",
                tone: SupervisionWording.tone(raised.breach.level)
            )
        case .released(let released):
            Timeline.Entry("系统摘牌", time: time, tone: .neutral) { p { released.reason.chinese } }
        case .explained(let explained):
            Timeline.Entry("单位说明", time: time, actor: actor, tone: .active) {
                p(.cssClass("said")) { explained.explanation }
                if !explained.isInTime { Badge("逾期说明", tone: .caution) }
                if let correction = explained.correction {
                    p { "单位自查自纠" }
                    DefinitionList(SelfCorrection.Part.allCases.map { Definition($0.chinese, correction[$0]) })
                }
                evidence(explained)
            }
        case .accepted(let accepted):
            Timeline.Entry("监察审定：成立", time: time, actor: actor) {
                p(.cssClass("said")) { accepted.opinion }
                if accepted.isSelfCorrected ?? false { Badge("认可自查自纠，减轻扣分", tone: .good) }
            }
        case .lapsed:
            Timeline.Entry("逾期未说明", time: time, actor: "系统（监察计时）", tone: .bad) {
                p { "说明期限届满没有说明，监察可以直接审定；计入单位的效能评估。" }
            }
        case .withdrawn(let withdrawn):
            Timeline.Entry("监察撤销", time: time, actor: actor, tone: .neutral) {
                p(.cssClass("said")) { withdrawn.reason }
            }
        case .planned, .failed, .recovered: nil
        }
    }
}
