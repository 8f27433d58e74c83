import Casework
import Kernel
import Processes
import Sanctions

/// What a form holds at first: what the case knows already, for the officer to read and change.
struct ActDefaults {
    let content: CaseContent
    let today: Day

    /// Returns the values by the names of the fields, without the form's prefix.
    func values(for kind: StepDetails.Kind, papers: [DocumentForm]) -> [String: String] {
        var values = details(kind)
        for (place, form) in papers.enumerated() {
            for field in form.fields {
                if let text = known[field.key] { values[PaperFields.name(place, field.key)] = text }
            }
        }
        return values
    }

    private func details(_ kind: StepDetails.Kind) -> [String: String] {
        switch kind {
        case .service: return ["servedOn": today.description]
        case .payment:
            let owed = content.paymentPlan?.outstanding ?? .zero
            return ["paidOn": today.description, "amount": owed > .zero ? owed.description : ""]
        case .proposal:
            // After a return the earlier proposal is changed rather than written anew.
            guard let proposal = content.state.proposal else { return [:] }
            let known = ["broken": proposal.broken, "basis": proposal.basis, "discretion": proposal.discretion]
            return lines(proposal.sanctions).merging(known.merging(weighing) { first, _ in first }) { first, _ in first
            }
        case .imposition:
            let sanctions = content.state.proposal?.sanctions ?? []
            let fine = sanctions.fine == nil ? "" : "自收到本决定书之日起十五日内到指定的银行或者通过电子支付系统缴纳罚款"
            let known = ["reasons": reasons, "performance": fine].merging(weighing) { first, _ in first }
            return lines(sanctions).merging(known) { first, _ in first }
        case .none, .correction, .nonAcceptance, .decision, .specialProcedure: return [:]
        }
    }

    private var weighing: [String: String] {
        content.state.weighed.map { WeighingFields.values(of: $0.weighing, in: content.benchmarks) } ?? [:]
    }

    private func lines(_ sanctions: [Sanction]) -> [String: String] {
        var lines: [String: String] = [:]
        for (line, sanction) in sanctions.prefix(PenaltyFields.lines).enumerated() {
            lines["kind-\(line)"] = sanction.kind.rawValue
            lines["amount-\(line)"] = sanction.amount?.description ?? ""
            lines["object-\(line)"] = sanction.object
        }
        return lines
    }

    /// What papers ask for again that stands in the case already, by the key of the field.
    private var known: [String: String] {
        [
            "facts": facts, "evidence": evidence, "report": report,
            "place": content.state.written.isEmpty ? content.state.clue?.place ?? "" : "",
        ].filter { !$0.value.isEmpty }
    }

    /// The steps whose papers say what happened.
    private static let finding: Set<StepKind> = [.receive, .fileCase, .investigate, .inspect, .assess, .conclude]

    private var facts: String { written("facts") ?? content.state.clue?.facts ?? "" }

    private var evidence: String {
        let pieces = content.state.evidence.compactMap(\.evidence)
        return pieces.enumerated().map { "\($0 + 1). \($1.name)（\($1.kind.chinese)），证明\($1.shows)" }
            .joined(separator: "；\n")
    }

    private var report: String {
        guard let proposal = content.state.proposal else { return facts }
        return "\(facts)\n\(grounds(proposal))，拟给予：\(proposal.sanctions.chinese)。"
    }

    /// The facts found, what proves them, and the law: how a decision begins.
    private var reasons: String {
        var paragraphs = [facts]
        let names = content.state.evidence.compactMap(\.evidence).map(\.name)
        if !names.isEmpty { paragraphs.append("以上事实，有\(names.joined(separator: "、"))等证据证实。") }
        if let proposal = content.state.proposal {
            paragraphs.append("\(grounds(proposal))，应予处罚。")
            let weighed = [content.state.weighed?.chinese ?? "", proposal.discretion].filter { !$0.isEmpty }
            if !weighed.isEmpty { paragraphs.append("裁量：\(weighed.joined(separator: ""))") }
        }
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func grounds(_ proposal: Proposal) -> String {
        "当事人的行为违反了\(LegalSource(proposal.broken).chinese)的规定，依照\(LegalSource(proposal.basis).chinese)的规定"
    }

    /// Returns what those who found out wrote last; reviewers answer under the same key whether it is in order.
    private func written(_ key: String) -> String? {
        let found = content.state.written.reversed().filter { paper in
            content.definition.step(paper.step).map { ActDefaults.finding.contains($0.kind) } ?? false
        }
        return found.map { $0.record.text(key) }.first { !$0.isEmpty }
    }
}
