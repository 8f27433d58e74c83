import Casework
import HTML
import Kernel
import Processes
import TimeLimits
import WorkflowEngine

/// What the post of a step would see of a pretended case: the forms of its outcomes, to read but not to send.
struct RehearsedScreen: Component {
    let definition: ProcessDefinition
    let step: Step
    /// Whether the time to the decision runs by now.
    let clockRuns: Bool

    var body: any HTML {
        switch step.performer {
        case nil, .person: screen
        case .message(let name): p(.cssClass("hint")) { "外部消息“\(name)”到达时完成，没有岗位办理页面。" }
        case .subCase(let name): p(.cssClass("hint")) { "子办件（\(name)）办结时完成，没有岗位办理页面。" }
        }
    }

    private var screen: any HTML {
        // Real forms, disabled as a whole: nothing of a rehearsal can be sent.
        Element("fieldset", [.disabled(), .cssClass("rehearsed")]) {
            legend { "“\(definition.post(step.post)?.name ?? step.post.text)”看到的办理页面（只供查看）" }
            if !step.requirements.isEmpty {
                ul(.cssClass("requirements")) { for line in step.requirements { li { line } } }
            }
            for outcome in step.outcomes { form(outcome) }
        }
    }

    @HTMLBuilder private func form(_ outcome: StepOutcome) -> any HTML {
        let votes = step.countersign.map { [$0.agreed, $0.refused] } ?? []
        if votes.contains(outcome.id) {
            p(.cssClass("hint")) { "\(outcome.name)：由会签人各自签署，按\(PartText.text(step.countersign))得出。" }
        } else if outcome.effect == .corrected {
            p(.cssClass("hint")) { "\(outcome.name)：由申请人在网上或者窗口补正，岗位没有表单。" }
        } else {
            OutcomeForm(outcome, of: step, rehearsing: definition, clockRuns: clockRuns)
        }
    }
}

extension OutcomeForm {
    /// The form as it would look in a case of which nothing is known yet.
    init(_ outcome: StepOutcome, of step: Step, rehearsing definition: ProcessDefinition, clockRuns: Bool) {
        address = ""
        label = outcome.name
        kind = StepDetails.Kind(for: outcome, of: step, in: definition, clockRuns: clockRuns)
        let forms = try? DocumentForms.shipped()
        papers = forms?.forms(of: step, ending: outcome, in: definition.category) ?? []
        occasional = forms?.occasional(at: step, ending: outcome, in: definition.category) ?? []
        hidden = []
        values = ActValues(prefix: OutcomeForm.prefix(step.id, outcome.id), typed: .none, defaults: [:])
        posts = []
        companions = (1..<max(step.officers, 2)).map { Choice(String($0), "同岗位人员\($0)") }
        needsCompanions = step.officers
        isPenalty = definition.category.isPenalty
        materials = []
        grounds = definition.grounds(before: outcome, in: step).map { Choice($0.rawValue, $0.chinese) }
        benchmarks = []
        notBefore = nil
    }
}
