import HTML

/// What to do now: the forms of the steps that wait for the officer, and who is waited for otherwise.
struct ActPanel: Component {
    struct StepForms: Sendable {
        let name: String
        let since: String
        let requirements: [String]
        let obstacle: Obstacle?
        let forms: [OutcomeForm]

        /// What comes before an outcome can be chosen, or that it can be.
        var next: String { obstacle?.chinese ?? "请选择办理结果：" }
    }

    /// Why none of a step's outcomes can be chosen.
    enum Obstacle {
        /// The clock must run again before anything can be done.
        case pausedClock
        /// The step works outward, and nobody decided which law applies.
        case undecidedTransition
        /// The step works outward, and it is decided that the case ends undecided.
        case endedByTransition
        /// It waits until it is settled which agency has the case.
        case disputedJurisdiction

        /// What comes first, as a sentence.
        var chinese: String {
            switch self {
            case .pausedClock: "计时已暂停，特别程序结束后请先恢复计时。"
            case .undecidedTransition: "这一环节对外发生效力，须先有过渡决定。"
            case .endedByTransition: "过渡决定为不再办理，请在“其他操作”中终止办件（行政许可法§70）。"
            case .disputedJurisdiction: "这一环节等待管辖权争议解决后办理；可以继续调查取证、保全证据（行政处罚法§25）。"
            }
        }
    }

    let steps: [StepForms]
    /// For those who take in what applicants bring.
    let supplement: SupplementForm?
    let side: [SideActForm]
    /// Steps that wait for others, each with the post.
    let others: [String]
    let isClosed: Bool

    var body: any HTML {
        Panel("现在要办", anchor: "todo") {
            for step in steps { stepForms(step) }
            if steps.isEmpty, others.isEmpty { p { isClosed ? "本件已办结。" : "没有待办环节。" } }
            if !others.isEmpty {
                p { steps.isEmpty ? "本件不在您的岗位待办，正在等待：" : "同时等待：" }
                ul { for other in others { li { other } } }
            }
            if supplement != nil || !side.isEmpty {
                h3 { "其他操作" }
                supplement ?? NoHTML()
                side
            }
        }
    }

    @HTMLBuilder
    private func stepForms(_ step: StepForms) -> any HTML {
        h3 { step.name }
        p(.cssClass("hint")) { "自 \(step.since) 起等待您办理。\(step.next)" }
        if !step.requirements.isEmpty {
            ul(.cssClass("requirements")) { for line in step.requirements { li { line } } }
        }
        step.forms
    }
}
