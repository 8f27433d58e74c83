import Casework
import Kernel
import Processes
import TimeLimits

extension ActFields {
    /// Reads what the outcome needs beside an opinion.
    mutating func details(_ kind: StepDetails.Kind, _ content: CaseContent) -> StepDetails {
        switch kind {
        case .none: return .none
        case .proposal: return proposal(content.benchmarks)
        case .imposition: return imposition(content.benchmarks)
        case .payment: return payment().map(StepDetails.payment) ?? .none
        case .correction: return .correction(points(content))
        case .nonAcceptance(let namesAgency):
            let agency = namesAgency ? text("competentAgency") : nil
            return .nonAcceptance(NonAcceptanceDetails(reasons: text("reasons"), competentAgency: agency))
        case .decision:
            return .decision(
                DecisionDetails(
                    reasons: text("reasons"),
                    content: text("content"),
                    validFrom: optionalDay("validFrom", "有效期起"),
                    validThrough: optionalDay("validThrough", "有效期止")
                )
            )
        case .specialProcedure: return suspension().map(StepDetails.specialProcedure) ?? .none
        case .service:
            guard let way = choice("way", "送达方式", of: NoticeWay.self), let day = day("servedOn", "送达日期") else {
                return .none
            }
            return .service(ServiceDetails(way: way, servedOn: day, note: text("note")))
        }
    }

    mutating func suspension() -> SuspensionDetails? {
        let ground = choice("ground", "特别程序", of: ExcludedTime.self)
        let end = day("expectedEnd", "预计结束日期")
        guard let ground, let end else { return nil }
        return SuspensionDetails(ground: ground, expectedEnd: end, explanation: text("explanation"))
    }

    /// The lines that were filled in; a line with words but without a kind is a fault, not overlooked.
    private mutating func points(_ content: CaseContent) -> [CorrectionPoint] {
        var points: [CorrectionPoint] = []
        for index in 0..<(content.materials.count + OutcomeForm.freeRows) {
            let material = text("material-\(index)")
            let words = text("text-\(index)")
            let isFree = index >= content.materials.count
            guard !text("kind-\(index)").isEmpty else {
                if !words.isEmpty || isFree && !material.isEmpty {
                    fault("kind-\(index)", "“\(material)”应选缺少、有误或者过期，实为未选")
                }
                continue
            }
            guard let kind = choice("kind-\(index)", material, of: CorrectionPoint.Kind.self) else { continue }
            if material.isEmpty { fault("kind-\(index)", "补正的材料应写明名称，实为未填") }
            if words.isEmpty { fault("kind-\(index)", "“\(material)”应写明补正要求，实为未填") }
            points.append(CorrectionPoint(material: material, kind: kind, explanation: words))
        }
        return points
    }
}
