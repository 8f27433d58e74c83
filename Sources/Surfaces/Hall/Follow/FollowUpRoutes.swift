import Access
import Casework
import Catalog
import HTML
import Kernel
import Parties
import WebServer

/// How a permit's holder begins to ask for its renewal or change: from the case that granted it.
///
/// Whoever opens the case by its query code or account sees the form; that the applicant is the holder, the command asks.
///
/// - Source: Administrative License Law (行政许可法) art. 49, 50.
struct FollowUpRoutes: Sendable {
    let parts: HallParts

    private typealias Desk = @Sendable (FollowedCase, FollowUp.Purpose, Own?, WebRequest) async throws -> WebAnswer

    var routes: [HallRoute] {
        route(.get, "hall.case.permit") { followed, purpose, _, request in
            page(followed, purpose, note: "", errors: [], request)
        }
            + route(.post, "hall.case.permit.begin") { followed, purpose, own, request in
                try await begin(followed, purpose, own, request)
            }
    }

    private func route(_ method: WebMethod, _ name: String, _ handle: @escaping Desk) -> [HallRoute] {
        [
            .followed(method, HallPath.Pattern.followUp.byCode, name, parts: parts) { followed, request in
                try await answer(followed, nil, request, handle)
            },
            .own(
                method,
                HallPath.Pattern.followUp.own,
                "\(name).own",
                parts: parts,
                rateLimit: FollowRoutes.rateLimit
            ) { own, request in
                let number = request.parameters["number"] ?? ""
                guard let followed = try await FollowedCase.read(number: number, of: own, from: parts) else {
                    return .refused(.notOwn, site: parts.site, back: ("我的办件", HallPath.own))
                }
                return try await answer(followed, own, request, handle)
            },
        ]
    }

    private func answer(
        _ followed: FollowedCase,
        _ own: Own?,
        _ request: WebRequest,
        _ handle: Desk
    ) async throws -> WebAnswer {
        guard let purpose = FollowUp.Purpose(rawValue: request.parameters["purpose"] ?? "") else {
            throw WebRefusal.notFound
        }
        if let fault = followed.fault(purpose, on: parts.today) {
            return .refused(HallWording(fault), site: parts.site, back: ("返回办件", followed.address))
        }
        return try await handle(followed, purpose, own, request)
    }

    private func begin(
        _ followed: FollowedCase,
        _ purpose: FollowUp.Purpose,
        _ own: Own?,
        _ request: WebRequest
    ) async throws -> WebAnswer {
        let note = (request.form.values["note"] ?? "").trimmedEnds
        if purpose == .change, note.count < 2 {
            let error = FieldError(field: "note", message: "变更的内容和理由应至少 2 个字，实为 \(note.count) 个字。")
            return page(followed, purpose, note: note, errors: [error], request)
        }
        guard let item = try await PublicItem.read(followed.opening.item.code, from: parts), item.takesApplications
        else { return .refused(.notOnline, site: parts.site, back: ("返回办件", followed.address)) }
        var draft = try await parts.drafts.begin(item.content.code)
        if let own {
            _ = try await OwnDraft(parts: parts, principal: own.principal)
                .begin(draft, of: item, by: own, for: try await mandate(followed, own), from: request.peer)
            draft = try await parts.drafts.draft(draft.id) ?? draft
        }
        draft.answers[DraftKey.purpose] = purpose.rawValue
        draft.answers[DraftKey.prior] = followed.summary.id.text
        draft.answers[DraftKey.note] = note
        for answer in followed.state.submission?.answers ?? [] {
            draft.answers[DraftKey.answer(answer.field)] = answer.value
        }
        try await parts.drafts.save(draft)
        return .redirect(to: HallPath.draft(draft.id), flash: FlashMessage("已按前证填好申请表，请核对并改动有变化的项。"))
    }

    /// Under which the firm's agent goes on acting.
    private func mandate(_ followed: FollowedCase, _ own: Own) async throws -> MandateRow? {
        guard case .agent(let agent) = followed.way else { return nil }
        let code = try await parts.read { try $0.creditCode(of: Party.ID(followed.opening.party)) }
        return own.mandates.first { $0.agent == agent && $0.code == code && $0.isInForce(on: parts.today) }
    }

    private func page(
        _ followed: FollowedCase,
        _ purpose: FollowUp.Purpose,
        note: String,
        errors: [FieldError],
        _ request: WebRequest
    ) -> WebAnswer {
        let decision = followed.state.decision
        let time = purpose == .renewal ? followed.renewalTime : nil
        let isLate = time.map { $0.applyBy < parts.today } ?? false
        let page = FollowUpPage(
            site: parts.site,
            start: followed.way.start,
            address: followed.address(of: purpose),
            caseAddress: followed.address,
            number: followed.summary.number,
            item: followed.opening.item.name,
            purpose: purpose.chinese,
            isChange: purpose == .change,
            facts: [
                ("决定文号", decision?.number), ("证件编号", decision?.permitNumber),
                ("有效期至", followed.state.permitThrough?.chinese),
                ("最迟申请日", time.map { "\($0.applyBy.chinese)（\($0.ground)）" }),
            ].compactMap { term, value in value.map { Definition(term, $0) } },
            warning: isLate ? "已过申请延续的期限；仍可以提出，由机关依法决定，逾期未决定的不视为准予延续。" : "",
            note: note,
            errors: errors,
            hidden: [request.forgeryField]
        )
        return .page(page, status: errors.isEmpty ? 200 : 422)
    }
}
