import Access
import BlobStore
import Casework
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// How a party of a running case asks that an officer keep out of it (申请回避).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; Administrative License Law (行政许可法) art. 48 (3).
struct RecusalRoutes: Sendable {
    let parts: HallParts

    /// Whoever asks more often than people do is slowed.
    private static let rateLimit = RateLimit(10, per: .seconds(600))

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            .followed(.get, HallPath.Pattern.recusal, "hall.case.recusal", parts: parts) { followed, request in
                guard followed.mayAskForRecusal else { return tooLate(followed) }
                return .page(page(followed, [], request))
            },
            .followed(
                .post,
                HallPath.Pattern.recusal,
                "hall.case.recusal.send",
                parts: parts,
                body: .form(.files),
                rateLimit: RecusalRoutes.rateLimit
            ) { followed, request in try await send(followed, request) },
        ]
        return routes.flatMap(\.self)
    }

    private func send(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        guard followed.mayAskForRecusal else { return tooLate(followed) }
        let form = request.form.values
        let fresh = request.form.files("files").filter { !$0.name.isEmpty }
        func again(_ field: String, _ sentence: String, _ status: Int = 422) -> WebAnswer {
            .page(page(followed, [FieldError(field: field, message: sentence)], request), status: status)
        }
        guard let ground = form["ground"].flatMap(RecusalGround.init) else {
            return again("ground", "回避事由应为所列的一项，实为未选。")
        }
        let reasons = (form["reason"] ?? "").trimmedEnds
        // What would be refused leaves no files behind.
        guard reasons.count >= RecusalPage.shortest else {
            return again("reason", "理由应至少 \(RecusalPage.shortest) 个字，实为 \(reasons.count) 个字。")
        }
        if let fault = UploadRules.errors(fresh, present: 0, field: "files").first {
            return again("files", fault.message)
        }
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        do {
            let command = AskForRecusal(
                caseFile: followed.summary.id,
                named: (form["named"] ?? "").trimmedEnds,
                ground: ground,
                reasons: reasons,
                files: try await parts.store(fresh)
            )
            let act = Act(realm: parts.realm, actor: followed.actor, key: key)
            _ = try await parts.log.submit(command, as: act)
            return .redirect(to: followed.address, flash: FlashMessage("已提出回避申请。决定作出之前，不停止办理。"))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            if let field = wording.field { return again(field, wording.sentence, wording.status) }
            return .refused(wording, site: parts.site, back: ("查看办件最新情况", followed.address))
        }
    }

    private func tooLate(_ followed: FollowedCase) -> WebAnswer {
        let stage = followed.state.stage.name
        return .refused(
            HallWording(CaseworkError.wrongStage(expected: CaseVerb.askForRecusal.rule.stages, found: stage)),
            site: parts.site,
            back: ("返回办件", followed.address)
        )
    }

    private func page(_ followed: FollowedCase, _ errors: [FieldError], _ request: WebRequest) -> RecusalPage {
        let form = request.form.values
        return RecusalPage(
            site: parts.site,
            start: followed.way.start,
            address: followed.address(of: .recusal),
            caseAddress: followed.address,
            number: followed.summary.number,
            item: followed.opening.item.name,
            agency: followed.opening.item.agencyName,
            named: form["named"] ?? "",
            ground: form["ground"],
            reason: form["reason"] ?? "",
            errors: errors,
            // A refused form did not use up its key, but files are kept anew: the next one is another.
            hidden: [request.forgeryField, FormKey.field(parts.log.randomness, at: parts.log.clock.now)]
        )
    }
}

extension FollowedCase {
    /// Whether somebody may still be asked to keep out: until the case is closed.
    ///
    /// The other party of an adjudication asks the agency, whose officer records it: the case has no section of its own for
    /// what it writes.
    var mayAskForRecusal: Bool {
        !way.isRespondent && CaseVerb.askForRecusal.rule.stages.contains(state.stage.name)
    }
}
