package import Kernel
import WorkflowEngine

extension ProcessDefinition {
    /// Returns every reason why the process may not be published for an item; empty for a lawful one.
    ///
    /// The graph must run and be sound before the statute is asked, so faults of a later kind hide behind earlier ones.
    ///
    /// - Parameters:
    ///   - promised: the limit the agency promises (承诺时限), from acceptance to decision.
    ///   - statutory: the limit of the statute (法定时限).
    /// - Returns: at most one fault a rule, with a shortest run that shows it.
    /// - Source: Administrative License Law (行政许可法) art. 42.
    package func check(promised: Period, statutory: Period) -> [ProcessFault] {
        let unresolved = referenceFaults()
        guard unresolved.isEmpty else { return unresolved }
        do {
            let runs = try ProcessRuns(self)
            let unsound = soundnessFaults(runs)
            guard unsound.isEmpty else { return unsound }
            let frame = Frame.of(category)
            let unlawful = try frame.rules.compactMap(FrameCheck(runs).fault) + RunHistory(runs, frame).faults()
            return unlawful + limitFaults(runs, promised: promised, statutory: statutory)
        } catch {
            return [error]
        }
    }

    private func referenceFaults() -> [ProcessFault] {
        let known = Set(steps.map(\.id))
        let filled = Set(posts.map(\.id))
        var faults: [ProcessFault] = []
        var seen: Set<Post.ID> = []
        for post in posts where !seen.insert(post.id).inserted {
            faults.append(ProcessFault(.duplicatePost(post.id)))
        }
        for step in steps {
            if step.id.text.contains("#") { faults.append(ProcessFault(.reservedName(step.id))) }
            if !filled.contains(step.post) { faults.append(ProcessFault(.unknownPost(step.post))) }
            faults += step.differsFrom.filter { !known.contains($0) }.map { ProcessFault(.unknownStep($0)) }
        }
        if let approver = prolongation?.approvedBy, !filled.contains(approver) {
            faults.append(ProcessFault(.unknownPost(approver)))
        }
        return faults
    }

    private func soundnessFaults(_ runs: ProcessRuns) -> [ProcessFault] {
        runs.graph.soundnessFaults().map { fault in
            let path: [PathStep] =
                switch fault {
                case .neverReached(let node), .joinNeverFires(let node): runs.path([], stoppingAt: node)
                case .deadEnd(_, let moves), .neverEnds(let moves), .collision(let moves): runs.path(moves)
                }
            return ProcessFault(.unsound(fault), path: path)
        }
    }

    private func limitFaults(_ runs: ProcessRuns, promised: Period, statutory: Period) -> [ProcessFault] {
        var faults: [ProcessFault] = []
        let source: LegalSource = "行政许可法§42"
        if promised.unit != statutory.unit {
            faults.append(ProcessFault(.incomparable(promised, statutory), source: source))
        } else if promised.count > statutory.count {
            let reason = ProcessFault.Reason.promiseExceedsStatute(promised: promised, statutory: statutory)
            faults.append(ProcessFault(reason, source: source))
        }
        let sum = LimitSum(of: runs.steps(in: .decision).map(\.step).filter { $0.isSummed }, in: self)
        let total = Period.workingDays(sum.days)
        if promised.unit != .workingDay {
            faults.append(ProcessFault(.incomparable(total, promised), source: "行政许可法§82"))
        } else if sum.days > promised.count {
            let path = sum.steps.map { PathStep(step: $0, name: runs.name($0), outcome: nil, isReturn: false) }
            faults.append(
                ProcessFault(.limitsExceedPromise(sum: total, promised: promised), source: source, path: path)
            )
        }
        return faults
    }
}
