package import EventLog
import Kernel
package import Processes

/// States an opinion against the decision; the step goes on waiting until the handling office has answered (审核不同意).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.1; 国办发〔2018〕118号 part 4.
package struct OpposeInReview: Command {
    package static let name = "OpposeInReview"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let defects: [ReviewDefect]
    /// Where the case is to go back to.
    package let to: Step.ID
    package let opinion: String
    /// The ten elements, one at least wanting.
    package let documents: [DocumentRecord]

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        defects: [ReviewDefect],
        to: Step.ID,
        opinion: String,
        documents: [DocumentRecord]
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.defects = defects
        self.to = to
        self.opinion = opinion
        self.documents = documents
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .opposeInReview,
            because: opinion,
            in: session
        )
        guard review.phase == .reviewing else { throw CaseworkError.legalReview(.waits(review.phase)) }
        guard !defects.isEmpty else { throw CaseworkError.legalReview(.nothingNamed(.opposeInReview)) }
        _ = try run.returning(to: to, from: step.id)
        guard try run.findsWanting(documents, at: step) else { throw CaseworkError.legalReview(.nothingWanting) }
        try run.write(documents, returning: step)
        try run.append(
            .opposed(
                ReviewOpposed(
                    step: step.id,
                    defects: ReviewDefect.allCases.filter(defects.contains),
                    to: to,
                    opinion: opinion.trimmed,
                    contestBy: run.reviewDay(.contest)
                )
            )
        )
        return CaseAnswer(run)
    }
}

/// Agrees with the opinion against the decision; the case goes back as it says (采纳审核意见).
///
/// - Source: 国办发〔2018〕118号 part 4.
package struct AcceptReview: Command {
    package static let name = "AcceptReview"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let note: String

    package init(caseFile: CaseFile.ID, seen: Int, note: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.note = note
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .acceptReview,
            because: note,
            in: session
        )
        guard let opposed = review.opposed, review.phase != .reviewing else {
            throw CaseworkError.legalReview(.notOpposed)
        }
        try run.append(.accepted(ReviewAccepted(step: step.id, note: note.trimmed)))
        try run.carryOut(opposed)
        return CaseAnswer(run)
    }
}

/// Asks for a second review, with reasons and in time (申请复审).
///
/// - Source: 国办发〔2018〕118号 part 4 (协调解决机制); the period is the division's.
package struct ContestReview: Command {
    package static let name = "ContestReview"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let reasons: String

    package init(caseFile: CaseFile.ID, seen: Int, reasons: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.reasons = reasons
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .contestReview,
            because: reasons,
            in: session
        )
        guard case .opposed(let last) = review.phase else { throw CaseworkError.legalReview(.notOpposed) }
        guard session.today <= last else { throw CaseworkError.legalReview(.contestLate(last: last)) }
        try run.append(
            .contested(
                ReviewContested(step: step.id, reasons: reasons.trimmed, answerBy: run.reviewDay(.answer))
            )
        )
        return CaseAnswer(run)
    }
}

/// Answers a contested opinion, by another reviewer where there is one (答复复审).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.2; 国办发〔2018〕118号 part 4.
package struct AnswerContest: Command {
    package static let name = "AnswerContest"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let isMaintained: Bool
    package let opinion: String

    package init(caseFile: CaseFile.ID, seen: Int, isMaintained: Bool, opinion: String) {
        self.caseFile = caseFile
        self.seen = seen
        self.isMaintained = isMaintained
        self.opinion = opinion
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .answerContest,
            because: opinion,
            in: session
        )
        guard case .contested = review.phase else { throw CaseworkError.legalReview(.notContested) }
        if session.actor.id == review.opposer, let other = try run.otherReviewer(than: session.actor.id, at: step) {
            throw CaseworkError.legalReview(.anotherReviewer(other))
        }
        try run.append(
            .answered(
                ReviewAnswered(
                    step: step.id,
                    isMaintained: isMaintained,
                    opinion: opinion.trimmed,
                    due: isMaintained ? nil : run.resumedDue(of: step, review)
                )
            )
        )
        return CaseAnswer(run)
    }
}

/// Settles a review that stays disputed, by those in charge together; what they find binds both sides (协调解决).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 57.2, 58.1; 国办发〔2018〕118号 part 4 (协调解决机制).
package struct ResolveReview: Command {
    package static let name = "ResolveReview"
    package let caseFile: CaseFile.ID
    package let seen: Int
    package let result: ReviewResolution
    package let reasons: String
    /// The record of the discussion.
    package let documents: [DocumentRecord]

    package init(
        caseFile: CaseFile.ID,
        seen: Int,
        result: ReviewResolution,
        reasons: String,
        documents: [DocumentRecord]
    ) {
        self.caseFile = caseFile
        self.seen = seen
        self.result = result
        self.reasons = reasons
        self.documents = documents
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var (run, step, review) = try CaseRun.reviewed(
            caseFile,
            seen: seen,
            by: .resolveReview,
            because: reasons,
            in: session
        )
        guard review.phase == .maintained, let opposed = review.opposed else {
            throw CaseworkError.legalReview(.notMaintained)
        }
        try run.writeDiscussion(documents, about: step)
        try run.append(.resolved(ReviewResolved(step: step.id, result: result, reasons: reasons.trimmed)))
        switch result {
        case .returns: try run.carryOut(opposed)
        case .passes:
            guard let passed = step.outcomes.first(where: { $0.effect == .reviewPassed }) else {
                throw CaseworkError.unknownOutcome(step: step.id, outcome: "passed")
            }
            let words = "经集体讨论协调解决（行政处罚法§57.2、§58，国办发〔2018〕118号§四）：\(reasons.trimmed)"
            try run.complete(step.id, passed.id, opinion: words)
        }
        return CaseAnswer(run)
    }
}
