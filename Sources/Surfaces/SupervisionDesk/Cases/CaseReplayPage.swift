import Casework
import HTML
import Kernel
import Supervision

/// A case told step by step from the log, each step with an address of its own.
struct CaseReplayPage: Component {
    let desk: DeskSite
    let replay: CaseReplay

    var body: any HTML {
        let number = replay.opening.number
        DeskFrame(
            "办件\(number)回放",
            desk,
            part: .findings,
            crumbs: [Crumb("监察信息", to: SupervisionPath.findings), Crumb("办件回放")]
        ) {
            div(.cssClass("heading-row")) {
                h1 { "办件回放 \(number)" }
                Badge(replay.stage.chinese, tone: .active)
            }
            div(.cssClass("wall-grid reversed")) {
                div {
                    Panel("办件", anchor: "case") { DefinitionList(facts) }
                    Panel("监察信息", anchor: "findings") { findings }
                }
                Panel("经过（共\(replay.steps.count)步）", anchor: "steps") {
                    ol(.cssClass("replay")) {
                        for (index, step) in replay.steps.enumerated() {
                            ReplayStep(step: step, number: index + 1, caseFile: replay.caseFile)
                        }
                    }
                }
            }
        }
    }

    private var facts: [Definition] {
        let opening = replay.opening
        return [
            Definition("事项", opening.item.name),
            Definition("单位", opening.item.agencyName),
            Definition("申请人", replay.party),
            Definition("收到日期", opening.receivedOn.description),
            Definition("承诺时限", opening.item.promisedLimit.chinese),
            Definition("法定时限", "\(opening.item.statutoryLimit.chinese)（\(opening.item.statutorySource)）"),
            Definition("所依事项版本", opening.item.text),
            Definition("所依流程版本", opening.item.process.text),
        ]
    }

    @HTMLBuilder private var findings: any HTML {
        if replay.findings.isEmpty {
            p(.cssClass("quiet")) { "本办件没有监察信息。" }
        } else {
            ol(.cssClass("finding-stream")) {
                for finding in replay.findings {
                    li(.cssClass(SupervisionWording.tone(finding.breach.level).rawValue)) {
                        LevelBadge(finding.breach.level)
                        div {
                            p(.cssClass("finding-message")) {
                                a(.href(SupervisionPath.finding(.caseFile(replay.caseFile), finding.number))) {
                                    finding.breach.message
                                }
                            }
                            p(.cssClass("finding-meta")) {
                                span { finding.status.name.chinese }
                                span { finding.raisedAt.minuteText }
                            }
                        }
                    }
                }
            }
        }
    }
}
