import Access
import BlobStore
import Casework
import EventLog
import HTML
import Kernel
import WebServer

/// What an applicant does in a case: answer a notice of correction, take the application back.
struct CaseActRoutes: Sendable {
    let parts: HallParts

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            .followed(.get, HallPath.Pattern.supplement, "hall.case.supplement", parts: parts) { followed, request in
                guard let notice = followed.openNotice else { return nothingAsked(followed) }
                let draft = try await SupplementDraft.open(notice, of: followed, in: parts)
                return .page(supplementPage(followed, draft, errors: [], request))
            },
            .followed(
                .post,
                HallPath.Pattern.supplement,
                "hall.case.supplement.send",
                parts: parts,
                body: .form(.files)
            ) { followed, request in try await supplement(followed, request) },
            .followed(.get, HallPath.Pattern.withdraw, "hall.case.withdraw", parts: parts) { followed, request in
                guard followed.mayWithdraw else { return tooLate(followed) }
                return .page(withdrawPage(followed, reason: "", errors: [], request))
            },
            .followed(.post, HallPath.Pattern.withdraw, "hall.case.withdraw.send", parts: parts) {
                followed,
                request in try await withdraw(followed, request)
            },
        ]
        return routes.flatMap(\.self)
    }

    private func supplement(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        guard let notice = followed.openNotice else { return nothingAsked(followed) }
        var draft = try await SupplementDraft.open(notice, of: followed, in: parts)
        draft.fill(request.form.values)
        var errors: [FieldError] = []
        for place in notice.points.indices {
            let field = "files-\(place)"
            let fresh = request.form.files(field)
            let faults = UploadRules.errors(fresh, present: draft.files(at: place).count, field: field)
            guard faults.isEmpty else {
                errors += faults
                continue
            }
            do throws(BlobError) {
                draft.add(try await parts.store(fresh), at: place)
            } catch {
                errors.append(FieldError(field: field, message: HallWording(error).sentence))
            }
        }
        try await parts.drafts.save(draft.draft)
        if request.form.values["later"] != nil, errors.isEmpty {
            return .redirect(to: followed.address, flash: FlashMessage("已保存，尚未提交补正。", tone: .caution))
        }
        errors += draft.errors
        guard errors.isEmpty else {
            return .page(supplementPage(followed, draft, errors: errors, request), status: 422)
        }
        let command = SupplementMaterials(
            caseFile: followed.summary.id,
            seen: request.seen ?? followed.version,
            submission: draft.submission,
            answered: draft.answered
        )
        return try await act(command, followed, request, done: "补正材料已提交。") { fault in
            .page(supplementPage(followed, draft, errors: [fault], request), status: 422)
        }
    }

    private func withdraw(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        let reason = request.form.values["reason"] ?? ""
        let command = WithdrawApplication(
            caseFile: followed.summary.id,
            seen: request.seen ?? followed.version,
            reason: reason
        )
        return try await act(command, followed, request, done: "申请已撤回。") { fault in
            .page(withdrawPage(followed, reason: reason, errors: [fault], request), status: 422)
        }
    }

    /// Submits as the applicant; a refusal about a field shows the form again, any other one leads back to the case.
    private func act<C: Command>(
        _ command: C,
        _ followed: FollowedCase,
        _ request: WebRequest,
        done: String,
        again: (FieldError) -> WebAnswer
    ) async throws -> WebAnswer {
        let act = Act(
            realm: parts.realm,
            actor: followed.actor,
            key: request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        )
        do {
            _ = try await parts.log.submit(command, as: act)
            return .redirect(to: followed.address, flash: FlashMessage(done))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            if let field = wording.field { return again(FieldError(field: field, message: wording.sentence)) }
            return .refused(wording, site: parts.site, back: ("查看办件最新情况", followed.address))
        }
    }

    private func nothingAsked(_ followed: FollowedCase) -> WebAnswer {
        let stage = followed.state.stage.name
        return .refused(
            HallWording(CaseworkError.wrongStage(expected: [.correction], found: stage)),
            site: parts.site,
            back: ("返回办件", followed.address)
        )
    }

    private func tooLate(_ followed: FollowedCase) -> WebAnswer {
        let stage = followed.state.stage.name
        return .refused(
            HallWording(CaseworkError.wrongStage(expected: [.intake, .correction, .examination], found: stage)),
            site: parts.site,
            back: ("返回办件", followed.address)
        )
    }

    private func supplementPage(
        _ followed: FollowedCase,
        _ draft: SupplementDraft,
        errors: [FieldError],
        _ request: WebRequest
    ) -> SupplementPage {
        SupplementPage(
            site: parts.site,
            start: followed.way.start,
            address: followed.address(of: .supplement),
            caseAddress: followed.address,
            number: followed.summary.number,
            item: followed.opening.item.name,
            points: draft.points,
            errors: errors,
            hidden: hidden(followed, request),
            messages: request.messages
        )
    }

    private func withdrawPage(
        _ followed: FollowedCase,
        reason: String,
        errors: [FieldError],
        _ request: WebRequest
    ) -> WithdrawPage {
        WithdrawPage(
            site: parts.site,
            start: followed.way.start,
            address: followed.address(of: .withdraw),
            caseAddress: followed.address,
            number: followed.summary.number,
            item: followed.opening.item.name,
            reason: reason,
            errors: errors,
            hidden: hidden(followed, request)
        )
    }

    private func hidden(_ followed: FollowedCase, _ request: WebRequest) -> [HiddenField] {
        let key =
            request.formKey.map { HiddenField(FormKey.fieldName, $0) }
            ?? FormKey.field(parts.log.randomness, at: parts.log.clock.now)
        return [request.forgeryField, key, HiddenField("seen", String(request.seen ?? followed.version))]
    }
}

extension WebRequest {
    /// The version of the case that the form was made from.
    fileprivate var seen: Int? { form.values["seen"].flatMap { Int($0) } }
}
