import Acting
import Access
import Casework
import Directory
import EventLog
import Kernel
import Processes

/// One act that an officer does to many cases at once, with one reason for all of them.
enum BatchAct: Hashable, Sendable {
    case claim
    case release
    case assign
    case urge
    case suspend
    case resume
    case recall
    case complete(Step.ID, StepOutcome.ID)

    /// Those that do not depend on the step at which a case stands, in the order of the page.
    static let beside: [BatchAct] = [.claim, .assign, .urge, .suspend, .resume, .release, .recall]

    /// Reads the name under which a form sends it.
    init?(_ code: String) {
        let parts = code.split(separator: " ").map(String.init)
        if parts.count == 3, parts[0] == CaseVerb.complete.rawValue {
            self = .complete(Step.ID(parts[1]), StepOutcome.ID(parts[2]))
        } else if let act = BatchAct.beside.first(where: { $0.code == code }) {
            self = act
        } else {
            return nil
        }
    }

    var code: String {
        switch self {
        case .complete(let step, let outcome): "\(verb.rawValue) \(step) \(outcome)"
        case .claim, .release, .assign, .urge, .suspend, .resume, .recall: verb.rawValue
        }
    }

    /// What the table of verbs says of it: who may, when, with what reason.
    var verb: CaseVerb {
        switch self {
        case .claim: .claim
        case .release: .release
        case .assign: .assign
        case .urge: .urge
        case .suspend: .suspend
        case .resume: .resume
        case .recall: .recall
        case .complete: .complete
        }
    }

    /// The prefix of its fields.
    var prefix: String {
        switch self {
        case .complete(let step, let outcome): OutcomeForm.prefix(step, outcome)
        case .claim, .release, .assign, .urge, .suspend, .resume, .recall: verb.rawValue
        }
    }

    /// What takes it back, where the law lets an officer do that alone.
    var inverse: BatchAct? {
        switch self {
        case .claim: .release
        case .suspend: .resume
        case .complete: .recall
        // What was given back may be claimed anew; a colleague was told of the others.
        case .release, .assign, .urge, .resume, .recall: nil
        }
    }

    /// The name of the field with the reason, and its label; `nil` where none is asked.
    var reason: (field: String, label: String)? {
        switch self {
        case .claim: nil
        case .suspend: ("explanation", "说明")
        case .resume: ("note", "恢复说明")
        case .complete: ("opinion", "意见")
        case .release, .assign, .urge, .recall: ("reasons", "\(verb.chinese)理由")
        }
    }
}

extension BatchAct {
    /// What the officer's role must allow.
    func action(at step: Step, of definition: ProcessDefinition, for principal: Principal) -> Action {
        switch self {
        case .claim, .release, .recall, .complete: step.action
        case .suspend, .resume: .stopClock
        case .assign, .urge:
            Workspace.working.first { AccessDecision.decide(principal, .permission($0.action)) == .allowed }?
                .action ?? .readCase
        }
    }

    /// The post of the process from which it is done; `nil` for any.
    func function(at step: Step, of definition: ProcessDefinition, for principal: Principal) -> String? {
        switch self {
        case .claim, .release, .recall, .complete, .suspend, .resume: return step.post.text
        case .urge: return nil
        case .assign:
            let functions = Set(principal.posts.flatMap { $0.responsibility.processPosts })
            return definition.posts.first {
                ($0.kind == .review || $0.kind == .approve) && functions.contains($0.id.text)
            }?.id.text
        }
    }

    /// Submits the command for one case.
    ///
    /// - Parameters:
    ///   - caseFile: the case.
    ///   - step: the step that was chosen in it.
    ///   - seen: the version the officer ticked.
    ///   - fields: what was typed once for all.
    /// - Returns: what submits it; `nil` if the fields cannot be read.
    func submit(_ caseFile: CaseFile.ID, at step: Step.ID, seen: Int, _ fields: ActFields) -> CaseAct.Submit? {
        var fields = fields
        let reasons = reason.map { fields.text($0.field) } ?? ""
        switch self {
        case .claim: return BatchAct.submit(AssignStep(caseFile: caseFile, seen: seen, step: step, to: .myself))
        case .release:
            return BatchAct.submit(
                AssignStep(caseFile: caseFile, seen: seen, step: step, to: .anyone, reason: reasons)
            )
        case .assign:
            let chosen = fields.text("giving").split(separator: " ").map(String.init)
            guard chosen.count == 2 else { return nil }
            let officer = AssignStep.Assignee.officer(Officer.ID(chosen[0]), post: Directory.Post.ID(chosen[1]))
            return BatchAct.submit(
                AssignStep(caseFile: caseFile, seen: seen, step: step, to: officer, reason: reasons)
            )
        case .urge: return BatchAct.submit(UrgeStep(caseFile: caseFile, step: step, reason: reasons, seen: seen))
        case .suspend:
            return fields.suspension().flatMap { details in
                BatchAct.submit(SuspendClock(caseFile: caseFile, seen: seen, details: details))
            }
        case .resume: return BatchAct.submit(ResumeClock(caseFile: caseFile, seen: seen, note: reasons))
        case .recall:
            return BatchAct.submit(RecallStep(caseFile: caseFile, seen: seen, step: step, reason: reasons))
        case .complete(_, let outcome):
            return BatchAct.submit(
                CompleteStep(caseFile: caseFile, seen: seen, step: step, outcome: outcome, opinion: reasons)
            )
        }
    }

    private static func submit<C: Command>(_ command: C) -> CaseAct.Submit where C.Answer == CaseAnswer {
        { log, act in try await log.submit(command, as: act) }
    }
}
