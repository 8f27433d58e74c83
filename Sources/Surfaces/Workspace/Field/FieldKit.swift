import Access
import Acting
import Casework
import Directory
import HTML
import Kernel
import Parties
import Processes

/// What an officer takes along of one case: the forms to fill in on site, and whatever is needed to fill them in.
struct FieldKit: Codable, Sendable {
    /// Somebody or something to choose.
    struct Named: Codable, Sendable {
        let id: String
        let name: String
    }

    /// The papers of one outcome of a step, as the desk asks for them.
    struct Form: Codable, Sendable {
        let prefix: String
        let label: String
        let papers: [String]
        /// Whether the step waits now; others may follow it on the same visit.
        let isOpen: Bool
        let html: String
    }

    let number: String
    let item: String
    let party: String
    let stage: String
    let version: Int
    let takesEvidence: Bool
    let needsTwo: Bool
    let companions: [Named]
    let kinds: [Named]
    let forms: [Form]

    init(_ content: CaseContent, for principal: Principal) {
        number = content.number
        item = content.opening.item.name
        party = Applicant.shown(content.party?.name, of: content.party, to: principal, isMine: content.isMine)
        stage = content.state.stage.name.chinese
        version = content.version
        takesEvidence = content.collecting != nil
        needsTwo = content.definition.category.isPenalty
        let companions = (content.collecting?.companions ?? []) + content.own.flatMap(\.companions)
        var known: Set<String> = []
        self.companions = companions.filter { known.insert($0.id.text).inserted }
            .map { Named(id: $0.id.text, name: $0.name) }
        kinds = Evidence.Kind.allCases.map { Named(id: $0.rawValue, name: $0.chinese) }
        forms = FieldKit.fields(of: content).map { step, outcome in
            let papers = content.papers(of: step, ending: outcome)
            let prefix = OutcomeForm.prefix(step.id, outcome.id)
            let defaults = ActDefaults(content: content, today: content.today).values(for: .none, papers: papers)
            let fields = FieldRecordFields(
                papers: papers,
                values: ActValues(prefix: prefix, typed: .none, defaults: defaults)
            )
            return Form(
                prefix: prefix,
                label: "\(step.name)：\(outcome.name)",
                papers: papers.map(\.name),
                isOpen: content.own.contains { $0.step.id == step.id },
                html: String(decoding: fields.rendered(), as: UTF8.self)
            )
        }
    }

    /// Whether whoever reads the case has anything to do on site: evidence of a matter the agency took up, or a paper that
    /// is signed by hand.
    static func isOfUse(for content: CaseContent) -> Bool {
        guard content.isMine else { return false }
        if content.opening.isExOfficio, content.collecting != nil { return true }
        return fields(of: content).contains { step, outcome in isSigned(step, outcome, content) }
    }

    private static func isSigned(_ step: Step, _ outcome: StepOutcome, _ content: CaseContent) -> Bool {
        content.papers(of: step, ending: outcome).contains { !$0.signatories.isEmpty }
    }

    /// The outcomes that are nothing but papers: of the steps that wait for the officer, and of those that can follow on the
    /// same visit because they are the same post's and their papers are signed by hand.
    private static func fields(of content: CaseContent) -> [(Step, StepOutcome)] {
        var found: [(Step, StepOutcome)] = []
        var seen: Set<Step.ID> = []
        var next = content.own.map(\.step)
        let functions = Set(next.map(\.post))
        while let step = next.first {
            next.removeFirst()
            guard seen.insert(step.id).inserted else { continue }
            let isOpen = content.own.contains { $0.step.id == step.id }
            let plain = step.outcomes.filter { outcome in
                let belongs = isOpen || step.kind == .identify || isSigned(step, outcome, content)
                return content.kind(of: outcome, in: step) == .none && belongs
                    && !content.papers(of: step, ending: outcome).isEmpty
            }
            found += plain.map { (step, $0) }
            next += plain.flatMap(\.next).compactMap(content.definition.step).filter { functions.contains($0.post) }
        }
        return found
    }
}

/// The fields of the papers of one outcome, without the form around them: on site nothing is submitted.
private struct FieldRecordFields: Component {
    let papers: [DocumentForm]
    let values: ActValues

    var body: any HTML {
        TextArea(
            values.caption("opinion", "意见", hint: "写明办理意见，归入环节时一并提交"),
            value: values.text("opinion"),
            rows: 2,
            maxLength: 4_000
        )
        for (place, form) in papers.enumerated() { PaperFields(form: form, place: place, values: values) }
    }
}
