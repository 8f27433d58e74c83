import EventLog
import HTML
import Kernel
import Supervision

/// What happened to a finding, from the log.
struct FindingLife: Component {
    let record: FindingRecord
    let actors: ActorNames

    var body: any HTML { Timeline(record.life.compactMap(entry)) }

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
            }
        case .accepted(let accepted):
            Timeline.Entry("监察审定：成立", time: time, actor: actor) { p(.cssClass("said")) { accepted.opinion } }
        case .withdrawn(let withdrawn):
            Timeline.Entry("监察撤销", time: time, actor: actor, tone: .neutral) {
                p(.cssClass("said")) { withdrawn.reason }
            }
        case .planned, .failed, .recovered: nil
        }
    }
}
