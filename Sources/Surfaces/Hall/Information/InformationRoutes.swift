import BlobStore
import Casework
import Documents
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// A request in the hands of its applicant: receipt, correction, withdrawal, the reply and its files.
struct InformationRoutes: Sendable {
    let parts: HallParts
    private let written: CorrespondenceRoutes<FollowedInformation>
    /// Sets reply letters; its own, so that none keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
        written = CorrespondenceRoutes(parts: parts)
    }

    var routes: [HallRoute] {
        let followed: [[HallRoute]] = [
            written.followed(.get, HallPath.Pattern.informationRequest, "hall.information") { found, request in
                .page(page(found, errors: [], request))
            },
            written.followed(.post, HallPath.Pattern.correctInformation, "hall.information.correct") {
                found,
                request in
                let text = request.form.values["text"] ?? ""
                let command = CorrectInformationRequest(request: found.id, text: text, parts.clocks)
                return try await act(command, found, request, done: "已收到补正。")
            },
            written.followed(.post, HallPath.Pattern.withdrawInformation, "hall.information.withdraw") {
                found,
                request in
                try await act(WithdrawInformationRequest(request: found.id), found, request, done: "已撤回申请。")
            },
            written.followed(.get, HallPath.Pattern.informationReply, "hall.information.reply") { found, _ in
                try await reply(found)
            },
            written.followed(.get, HallPath.Pattern.informationFile, "hall.information.replyFile") { found, request in
                try await file(found, request)
            },
        ]
        let receipt = written.byCode(.get, HallPath.Pattern.informationReceipt, "hall.information.receipt") {
            found,
            _ in
            .page(InformationReceiptPage(site: parts.site, request: found))
        }
        return followed.flatMap(\.self) + [receipt]
    }

    private func reply(_ found: FollowedInformation) async throws -> WebAnswer {
        let isDemonstration = parts.site.identity.banner != nil
        guard let content = found.state.replyDocument(isDemonstration: isDemonstration) else {
            return .refused(.noSuchCase, site: parts.site, back: ("返回申请", found.address))
        }
        let number = found.state.reply?.documentNumber ?? ""
        return .file(
            named: "政府信息公开申请答复书（\(number)）.pdf",
            type: "application/pdf",
            bytes: try await renderer.render(content)
        )
    }

    /// Sends a file of the reply, once the scanner passed it.
    ///
    /// - Source: 政府信息公开条例 art. 40 (information is given in the form that was asked for).
    private func file(_ found: FollowedInformation, _ request: WebRequest) async throws -> WebAnswer {
        let files = found.state.replyFiles
        guard let place = Int(request.parameters["place"] ?? ""), (1...).contains(place), place <= files.count,
            let stored = files[place - 1].stored
        else { throw WebRefusal.notFound }
        let file = files[place - 1]
        let back = ("返回申请", found.address)
        do {
            let bytes = try await parts.files.open(stored.blob, key: stored.key)
            return .file(named: file.name, type: file.mediaType, bytes: bytes)
        } catch let refusal as ForeignFiles.Refusal {
            return .refused(HallWording(refusal), site: parts.site, back: back)
        } catch let error as BlobError {
            return .refused(HallWording(error), site: parts.site, back: back)
        }
    }

    private func act<C: Command>(
        _ command: C,
        _ found: FollowedInformation,
        _ request: WebRequest,
        done: String
    ) async throws -> WebAnswer {
        try await written.act(command, found, request, done: done) { page(found, errors: [$0], request) }
    }

    private func page(
        _ found: FollowedInformation,
        errors: [FieldError],
        _ request: WebRequest
    ) -> InformationPage {
        InformationPage(
            site: parts.site,
            request: found,
            calendar: parts.calendar,
            today: parts.today,
            typed: request.form.values["text"] ?? "",
            errors: errors,
            hidden: written.hidden(request),
            messages: request.messages
        )
    }
}
