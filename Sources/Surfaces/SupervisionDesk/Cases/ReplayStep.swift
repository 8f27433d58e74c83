import Casework
import EventLog
import HTML
import Kernel
import Supervision

/// One step of the replay: when, what, who, on which versions, and what supervision found in it.
struct ReplayStep: Component {
    let step: CaseReplay.Step
    let number: Int
    let caseFile: CaseFile.ID

    var body: any HTML {
        let envelope = step.event.envelope
        li(.id("step-\(number)"), .cssClass(step.wording.tone.rawValue)) {
            a(.cssClass("replay-number"), .href("#step-\(number)"), .aria(.label, "第\(number)步")) { "\(number)" }
            div {
                p(.cssClass("timeline-heading")) { step.wording.heading }
                p(.cssClass("timeline-meta")) {
                    time(.dateTime(envelope.recordedAt.description)) { envelope.recordedAt.minuteText }
                    span { step.actor }
                    if let certificate = envelope.actor.certificate { span { "证件\(certificate)" } }
                }
                if let late = backfill { p { Badge(late, tone: .caution) } }
                for text in step.wording.lines { p { text } }
                if let quote = step.wording.quote { p(.cssClass("said")) { quote } }
                for raised in step.found { found(raised) }
                if let moment = step.moment { ReplayMomentView(moment: moment) }
                details(.cssClass("replay-trace")) {
                    summary { "痕迹" }
                    DefinitionList(trace)
                }
            }
        }
    }

    private func found(_ raised: FindingRaised) -> any HTML {
        p(.cssClass("replay-found")) {
            LevelBadge(raised.breach.level)
            " "
            a(.href(SupervisionPath.finding(.caseFile(caseFile), raised.number))) { raised.breach.message }
        }
    }

    /// Says so when a thing was recorded on another day than it happened.
    private var backfill: String? {
        let envelope = step.event.envelope
        let happened = envelope.occurred.at.day
        guard happened != envelope.recordedAt.day else { return nil }
        return "事后记录：发生于\(happened)，记录于\(envelope.recordedAt.day)"
    }

    private var trace: [Definition] {
        let envelope = step.event.envelope
        let uses = envelope.uses.sorted { $0.key < $1.key }.map { Definition($0.key, $0.value) }
        return [
            Definition("事件", envelope.id),
            Definition("类型", "\(envelope.type)@\(envelope.schema)"),
            Definition("命令", envelope.command.command),
        ] + uses
    }
}
