import Casework
import Cryptography
import Decisions
import Directory
import EventLog
import Kernel
import Processes
import TimeLimits

/// Does the moves of one case through the real commands.
struct CaseWriter: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let files: MaterialFiles
    let queryKey: SecretKey
    let calendar: WorkingCalendar
    let issuer: DocumentIssuer
    /// Cases of this day and later get all their documents.
    let documentsFrom: Day

    /// Hands the application in; returns the case.
    func apply(_ plan: PlannedCase) async throws -> SubmitApplication.Answer {
        let key = "demonstration case \(plan.number)"
        let code = QueryCode(formKey: key, under: queryKey)
        let command = SubmitApplication(
            item: plan.item.id,
            channel: plan.channel,
            applicant: plan.applicant,
            submission: submission(of: plan),
            queryDigest: code.digest(under: queryKey)
        )
        let act = Act(realm: realm, actor: try applying(plan), key: key)
        return try await log.submit(command, as: act).answer
    }

    /// Makes one move, as the person whose desk the case lies on, and the documents that belong to it.
    func make(_ move: CaseMove, ordinal: Int, in id: CaseFile.ID, of plan: PlannedCase) async throws {
        try await submit(move, ordinal: ordinal, in: id, of: plan)
        if plan.appliedAt.day >= documentsFrom {
            if move.makesDocuments { _ = try await issuer.issue(for: id, in: realm) }
        } else if move.accepts {
            if !plan.lacksNotice { try await keepScan(of: "受理通知书", "", id, plan) }
        } else if move.makesDocuments {
            let decision = try await log.read(realm) { reading in
                try reading.state(CaseFile.self, id.text).state.decision
            }
            if let decision, !plan.lacksDecision { try await keepScan(of: decision.title, decision.number, id, plan) }
        }
    }

    /// Setting a document costs more than all else, so older cases keep scans instead.
    private func keepScan(
        of document: String,
        _ number: String,
        _ id: CaseFile.ID,
        _ plan: PlannedCase
    ) async throws {
        guard let scan = files.scan else { return }
        let command = IssueDocument(caseFile: id, document: document, number: number, file: scan)
        let act = Act(realm: realm, actor: .system("documents"), key: "demonstration scan \(plan.number) \(document)")
        _ = try await log.submit(command, as: act)
    }

    private func submit(_ move: CaseMove, ordinal: Int, in id: CaseFile.ID, of plan: PlannedCase) async throws {
        let seen = try await log.read(realm) { reading in try reading.version(of: CaseFile.stream(id.text)) }
        let act = Act(
            realm: realm,
            actor: try actor(for: move, of: plan),
            key: "demonstration case \(plan.number) move \(ordinal)",
            occurred: occurred(move, of: plan)
        )
        // Who registered it at the window has done this step.
        if plan.channel == .window, case .receive = move { return }
        if let (step, outcome) = move.completion {
            let command = CompleteStep(
                caseFile: id,
                seen: seen,
                step: step,
                outcome: outcome,
                opinion: move.opinion,
                details: details(of: move, plan),
                companions: companions(of: move, plan)
            )
            _ = try await log.submit(command, as: act)
            return
        }
        switch move {
        case .supplement:
            let command = SupplementMaterials(
                caseFile: id,
                seen: seen,
                submission: submission(of: plan),
                answered: [asked(of: plan)]
            )
            _ = try await log.submit(command, as: act)
        case .withdraw:
            let command = WithdrawApplication(caseFile: id, seen: seen, reason: "经营计划有变，申请撤回")
            _ = try await log.submit(command, as: act)
        case .suspend(let ground):
            let details = SuspensionDetails(
                ground: ground,
                expectedEnd: try calendar.day(10, workingDaysAfter: log.clock.today),
                explanation: "需要委托有资质的机构\(ground.chinese)，预计十个工作日"
            )
            _ = try await log.submit(SuspendClock(caseFile: id, seen: seen, details: details), as: act)
        case .resume:
            _ = try await log.submit(ResumeClock(caseFile: id, seen: seen, note: move.opinion), as: act)
        case .prolong:
            let reasons = "案情复杂，需要进一步核实有关情况，经本机关负责人批准延长"
            _ = try await log.submit(ProlongLimit(caseFile: id, seen: seen, reasons: reasons), as: act)
        case .sendBack:
            let command = ReturnToStep(caseFile: id, seen: seen, from: "review", to: "examine", reason: move.opinion)
            _ = try await log.submit(command, as: act)
        case .receive, .accept, .requestCorrection, .acceptCorrected, .declineCorrected, .declineNotRequired,
            .declineOtherAgency, .serveNonAcceptance, .orderVerification, .verify, .propose, .agree, .grant, .refuse,
            .makePermit, .serve, .publish, .serveRefusal, .archive:
            return
        }
    }

    /// When it was done; `nil` for now.
    private func occurred(_ move: CaseMove, of plan: PlannedCase) -> Occurrence? {
        if plan.isDatedBack, move == .accept {
            return Occurrence(at: plan.appliedAt - .seconds(86_400), precision: .instant, origin: .stated)
        }
        guard plan.isEnteredLate, move == .propose else { return nil }
        return Occurrence(at: log.clock.now - .seconds(2 * 86_400), precision: .instant, origin: .stated)
    }

    /// Over the net nobody of the agency is needed; at the window its clerk registers.
    private func applying(_ plan: PlannedCase) throws -> Actor {
        guard plan.channel == .window else { return Actor(kind: .visitor, id: "hall") }
        return try actor(for: .receive, of: plan)
    }

    private func actor(for move: CaseMove, of plan: PlannedCase) throws -> Actor {
        guard let responsibility = move.responsibility else { return Actor(kind: .visitor, id: "hall") }
        guard let actor = staff.actor(responsibility, of: plan.item.agency, plan.examiner) else {
            throw DemonstrationFault.noAgency(plan.item.agency)
        }
        return actor
    }

    /// The other examiner goes along.
    private func companions(of move: CaseMove, _ plan: PlannedCase) -> [String] {
        guard move == .verify else { return [] }
        return [staff.actor(.handle, of: plan.item.agency, plan.examiner + 1)?.id].compactMap(\.self)
    }

    private func details(of move: CaseMove, _ plan: PlannedCase) -> StepDetails {
        let today = log.clock.today
        switch move {
        case .requestCorrection:
            return .correction([
                CorrectionPoint(material: asked(of: plan), kind: .wrong, explanation: "缺少签名和日期，请补充后重新提交")
            ])
        case .declineCorrected:
            return .nonAcceptance(.init(reasons: "补正的材料仍然缺少签名和日期，不符合法定形式", competentAgency: nil))
        case .declineNotRequired:
            return .nonAcceptance(.init(reasons: "申请的活动不属于该许可的调整范围，依法不需要取得许可", competentAgency: nil))
        case .declineOtherAgency:
            return .nonAcceptance(.init(reasons: "申请的活动不属于本机关的职权范围，请向有权机关提出", competentAgency: "市级主管部门"))
        case .grant:
            return .decision(
                .init(
                    reasons: "经审查，申请材料齐全，符合法定条件和标准",
                    content: "准予\(plan.applicantName)取得\(plan.item.permitName)",
                    validFrom: today,
                    validThrough: today.adding(months: 48) - 1
                )
            )
        case .refuse:
            return .decision(
                .init(
                    reasons: "经审查，现场条件与申请材料不符，不具备法定条件",
                    content: "不予许可\(plan.item.name)的申请",
                    validFrom: nil,
                    validThrough: nil
                )
            )
        case .serve, .serveRefusal, .serveNonAcceptance:
            return .service(.init(way: plan.channel == .online ? .electronic : .direct, servedOn: today, note: "申请人签收"))
        case .receive, .accept, .supplement, .acceptCorrected, .orderVerification, .verify, .suspend, .resume,
            .prolong, .propose, .sendBack, .agree, .makePermit, .publish, .archive, .withdraw:
            return .none
        }
    }

    /// The material that is asked for again.
    private func asked(of plan: PlannedCase) -> String { plan.item.materials.last ?? "申请表" }

    private func submission(of plan: PlannedCase) -> Submission {
        Submission(answers: plan.answers, materials: files.submitted(for: plan.item.materials))
    }
}
