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
            // Quick first: it sees every run there is, so what it finds lawful is lawful. What it finds against the law on
            // a run without returns is a fault; where a return is needed for it, the whole graph must say so.
            let quick = try faults(.asAsked, promised: promised, statutory: statutory)
            guard quick.isUncertain else { return quick.faults }
            return try faults(.everything, promised: promised, statutory: statutory).faults
        } catch {
            return [error]
        }
    }

    private func faults(
        _ detail: ProcessRuns.Detail,
        promised: Period,
        statutory: Period
    ) throws(ProcessFault) -> (faults: [ProcessFault], isUncertain: Bool) {
        let frame = Frame.of(category)
        let runs = try ProcessRuns(self, frame, detail)
        var faults = soundnessFaults(runs)
        if faults.isEmpty {
            faults = frame.rules.compactMap(FrameCheck(runs).fault)
            faults += try RunHistory(runs, frame).faults()
            faults += limitFaults(runs, promised: promised, statutory: statutory)
        }
        return (faults, runs.graph.isUncertain || faults.contains { $0.path.contains(where: \.isReturn) })
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
            if let rule = step.rule, step.outcome(rule.demands) == nil {
                faults.append(ProcessFault(.unknownDemand(step.id, rule.demands)))
            }
            for id in [step.countersign?.agreed, step.countersign?.refused].compactMap(\.self) {
                guard let effect = step.outcome(id)?.effect, ![.approved, .notApproved].contains(effect) else {
                    continue
                }
                faults.append(ProcessFault(.signedEffect(step.id, id)))
            }
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
        let rule = Frame.of(category).limits
        if promised.unit != statutory.unit {
            faults.append(ProcessFault(.incomparable(promised, statutory), source: rule.source))
        } else if promised.count > statutory.count {
            let reason = ProcessFault.Reason.promiseExceedsStatute(promised: promised, statutory: statutory)
            faults.append(ProcessFault(reason, source: rule.source))
        }
        let sum = LimitSum(in: runs, against: promised)
        let total = sum.total
        if !rule.units.contains(promised.unit) {
            faults.append(
                ProcessFault(.incomparable(Period(sum.days, rule.units[0]), promised), source: rule.unitSource)
            )
        } else if sum.days > promised.leastDays {
            let path = sum.steps.map { PathStep(step: $0, name: runs.name($0), outcome: nil, isReturn: false) }
            faults.append(
                ProcessFault(.limitsExceedPromise(sum: total, promised: promised), source: rule.source, path: path)
            )
        }
        return faults
    }
}

extension ProcessDefinition {
    /// Returns how long the steps from acceptance to decision may take together, in the kind of days of a promise.
    ///
    /// - Throws: `ProcessFault` of a graph that does not run.
    package func decisionSum(against promised: Period) throws(ProcessFault) -> LimitSum {
        LimitSum(in: try ProcessRuns(self, Frame.of(category), .asAsked), against: promised)
    }
}

extension LimitSum {
    fileprivate init(in runs: ProcessRuns, against promised: Period) {
        let unit = promised.unit == .workingDay ? Period.Unit.workingDay : .calendarDay
        self.init(of: runs.steps(in: .decision).filter(\.isSummed), in: runs.flow, unit: unit)
    }
}
