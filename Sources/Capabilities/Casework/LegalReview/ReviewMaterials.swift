package import EventLog
import Kernel
import Processes

/// Confirms that materials the catalog wants are in the file, under another name or on paper (核对审核材料).
///
/// - Source: 国办发〔2018〕118号 part 4.
package struct ConfirmReviewMaterials: Command {
    package static let name = "ConfirmReviewMaterials"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let materials: [String]

    package init(caseFile: CaseFile.ID, seen: Int, materials: [String]) {
        self.caseFile = caseFile
        self.seen = seen
        self.materials = materials
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(caseFile, seen: seen, by: .confirmReviewMaterials, in: session)
        let missing = run.state.missingMaterials(in: review)
        guard !materials.isEmpty else { throw CaseworkError.legalReview(.nothingNamed(.confirmReviewMaterials)) }
        if let stranger = materials.first(where: { !missing.contains($0) }) {
            throw CaseworkError.legalReview(.notWanted(stranger))
        }
        try run.append(.confirmed(ReviewMaterialsConfirmed(step: step.id, materials: materials)))
        return CaseAnswer(run)
    }
}

/// Asks the handling office for what is missing; the review stands still until it comes (补充审核材料).
///
/// - Source: 国办发〔2018〕118号 part 4; the period is the division's.
package struct AskReviewMaterials: Command {
    package static let name = "AskReviewMaterials"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let materials: [String]
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, materials: [String], reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.materials = materials
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .askReviewMaterials,
            because: reasons,
            in: session
        )
        guard review.phase == .reviewing else { throw CaseworkError.legalReview(.waits(review.phase)) }
        let named = materials.map(\.trimmed).filter { !$0.isEmpty }
        guard !named.isEmpty, named.count <= AskReviewMaterials.most else {
            throw CaseworkError.legalReview(.nothingNamed(.askReviewMaterials))
        }
        for material in named {
            guard material.count <= AskReviewMaterials.longestName else {
                throw CaseworkError.textTooLong(
                    field: "材料名称",
                    limit: AskReviewMaterials.longestName,
                    found: material.count
                )
            }
        }
        try run.append(
            .asked(
                ReviewMaterialsAsked(
                    step: step.id,
                    materials: named,
                    reasons: reasons.trimmed,
                    supplyBy: run.reviewDay(.supplement)
                )
            )
        )
        return CaseAnswer(run)
    }

    private static let most = 20
    private static let longestName = 100
}

/// Supplies what the reviewer asked for, by naming the papers and evidence in the file (补充审核材料).
///
/// - Source: 国办发〔2018〕118号 part 4.
package struct SupplyReviewMaterials: Command {
    package static let name = "SupplyReviewMaterials"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let supplied: [ReviewMaterialsSupplied.Supplied]

    package init(caseFile: CaseFile.ID, seen: Int, supplied: [ReviewMaterialsSupplied.Supplied]) {
        self.caseFile = caseFile
        self.seen = seen
        self.supplied = supplied
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(caseFile, seen: seen, by: .supplyReviewMaterials, in: session)
        guard case .supplementing = review.phase, let asked = review.asked else {
            throw CaseworkError.legalReview(.nothingAsked)
        }
        let missing = asked.materials.filter { material in !supplied.contains { $0.material == material } }
        guard missing.isEmpty else { throw CaseworkError.legalReview(.materialsMissing(missing)) }
        let papers = run.state.filedPapers
        for given in supplied {
            guard asked.materials.contains(given.material) else {
                throw CaseworkError.legalReview(.notWanted(given.material))
            }
            guard papers.contains(given.paper) else { throw CaseworkError.legalReview(.notFiled(given.paper)) }
        }
        try run.append(
            .supplied(
                ReviewMaterialsSupplied(
                    step: step.id,
                    supplied: supplied,
                    due: run.resumedDue(of: step, review)
                )
            )
        )
        return CaseAnswer(run)
    }
}
