import Access
import BlobStore
import Casework
import Documents
import HTML
import Kernel
import WebServer

/// Finding a case by the codes of its receipt, looking at it, taking its documents.
struct FollowRoutes: Sendable {
    let parts: HallParts
    // Its own, so that no visitor keeps official documents waiting.
    private let renderer = DocumentRenderer()

    init(parts: HallParts) {
        self.parts = parts
    }

    /// Guessing a query code takes 2⁴⁰ tries; so slow, nobody gets through a thousandth of them.
    static let rateLimit = RateLimit(30, per: .seconds(60))

    var routes: [HallRoute] {
        let asked: [HallRoute] = [
            HallRoute(.get, HallPath.Pattern.follow, name: "hall.follow", access: .everyone) { request, _ in
                .page(page(request, number: "", errors: []))
            },
            HallRoute(
                .post,
                HallPath.Pattern.follow,
                name: "hall.follow.find",
                access: .everyone,
                rateLimit: FollowRoutes.rateLimit
            ) { request, _ in try await find(request) },
        ]
        let followed: [[HallRoute]] = [
            .followed(.get, HallPath.Pattern.caseFile, "hall.case", parts: parts, isForBoth: true) {
                followed,
                request in
                .page(CasePage(followed, parts: parts, messages: request.messages))
            },
            .followed(.get, HallPath.Pattern.document, "hall.case.document", parts: parts, isForBoth: true) {
                followed,
                request in
                try await document(followed, request)
            },
            .followed(.get, HallPath.Pattern.caseChart, "hall.case.chart", parts: parts, isForBoth: true) {
                followed,
                request in
                guard let shape = CaseChart.Shape(rawValue: request.parameters["form"] ?? "") else {
                    throw WebRefusal.notFound
                }
                return try await CaseChart(followed, parts)
                    .answer(shape, of: followed.summary.number, by: renderer)
            },
        ]
        let feed = HallRoute.followed(.get, HallPath.Pattern.caseFeed, "hall.case.feed", parts: parts) { followed, _ in
            followed.feed(of: parts.site).answer
        }
        let handedIn = HallRoute.own(
            .get,
            HallPath.Pattern.ownFile,
            "hall.case.file",
            parts: parts,
            rateLimit: FollowRoutes.rateLimit
        ) { own, request in
            let number = request.parameters["number"] ?? ""
            guard let followed = try await FollowedCase.read(number: number, of: own, from: parts) else {
                return .refused(.notOwn, site: parts.site, back: ("我的办件", HallPath.own))
            }
            return try await file(followed, own, request)
        }
        return asked + followed.flatMap(\.self) + [feed, handedIn]
    }

    private func find(_ request: WebRequest) async throws -> WebAnswer {
        let number = String((request.form.values["number"] ?? "").trimmedEnds.prefix(40))
        let typed = request.form.values["query"] ?? ""
        var errors: [FieldError] = []
        if number.isEmpty { errors.append(FieldError(field: "number", message: "办件编号应填写，实为空。")) }
        let code = QueryCode(typed: typed)
        if code == nil {
            let length = typed.filter { !$0.isWhitespace && $0 != "-" }.count
            errors.append(FieldError(field: "query", message: "查询码应为 8 位字母和数字，实为 \(length) 位。"))
        }
        guard errors.isEmpty, let code else {
            return .page(page(request, number: number, errors: errors), status: 422)
        }
        if try await FollowedLetter.read(number: number, code: code, from: parts) != nil {
            return .redirect(to: HallPath.letter(number, code.text))
        }
        if let found = try await FollowedInformation.read(number: number, code: code, from: parts) {
            return .redirect(to: found.address)
        }
        if let found = try await FollowedBooking.read(number: number, code: code, from: parts) {
            return .redirect(to: found.address)
        }
        guard let followed = try await FollowedCase.read(number: number, code: code, isForBoth: true, from: parts)
        else {
            let fault = FieldError(field: "number", message: HallWording.noSuchCase.sentence)
            return .page(page(request, number: number, errors: [fault]), status: 404)
        }
        return .redirect(to: followed.address)
    }

    private func document(_ followed: FollowedCase, _ request: WebRequest) async throws -> WebAnswer {
        let place = Int(request.parameters["place"] ?? "")
        guard let document = followed.ownDocuments.first(where: { $0.place == place })?.document else {
            throw WebRefusal.notFound
        }
        guard let stored = document.file?.stored else {
            let wording = HallWording(410, "document_erased", "文书已依法删除", "该文书的文件已依法删除，不再提供下载。")
            return .refused(wording, site: parts.site, back: ("返回办件", followed.address))
        }
        do throws(BlobError) {
            let bytes = try await parts.blobs.read(stored.blob, key: stored.key)
            return .file(
                named: "\(document.name)（\(document.number)）.pdf",
                type: document.file?.mediaType ?? "application/octet-stream",
                bytes: bytes
            )
        } catch {
            return .refused(HallWording(error), site: parts.site, back: ("返回办件", followed.address))
        }
    }

    /// Sends a file that was handed in to whose case it is; the audit has it, as it has every officer's look.
    ///
    /// A query code alone opens none: files are about persons, and a code is read over a shoulder.
    private func file(_ followed: FollowedCase, _ own: Own, _ request: WebRequest) async throws -> WebAnswer {
        let materials = followed.state.submission?.materials ?? []
        guard let material = Int(request.parameters["material"] ?? ""), (1...).contains(material),
            material <= materials.count,
            let place = Int(request.parameters["file"] ?? ""), (1...).contains(place),
            place <= materials[material - 1].attachments.count
        else { throw WebRefusal.notFound }
        let file = materials[material - 1].attachments[place - 1]
        let back = ("返回办件", followed.address)
        guard let stored = file.stored else {
            let wording = HallWording(410, "file_erased", "文件已依法删除", "该文件已依法删除，不再提供下载。")
            return .refused(wording, site: parts.site, back: back)
        }
        do {
            let bytes = try await parts.files.open(stored.blob, key: stored.key)
            try await parts.accounts.access.record(
                .personalSeen,
                by: own.principal,
                on: followed.summary.number,
                from: request.peer,
                remark: "own file \(material)/\(place)"
            )
            return .file(named: file.name, type: file.mediaType, bytes: bytes)
        } catch let refusal as ForeignFiles.Refusal {
            return .refused(HallWording(refusal), site: parts.site, back: back)
        } catch let error as BlobError {
            return .refused(HallWording(error), site: parts.site, back: back)
        }
    }

    private func page(_ request: WebRequest, number: String, errors: [FieldError]) -> FollowPage {
        FollowPage(
            site: parts.site,
            number: number,
            errors: errors,
            token: request.forgeryField,
            messages: request.messages
        )
    }
}

extension HallRoute where Rule == AccessRule, Principal == Access.Principal? {
    /// A route below a case: it is served only to who names number and code that belong together; to the other party of an
    /// adjudication where it `isForBoth`.
    static func followed(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        parts: HallParts,
        body: RouteBody? = nil,
        rateLimit: RateLimit = FollowRoutes.rateLimit,
        isForBoth: Bool = false,
        _ handle: @escaping @Sendable (FollowedCase, WebRequest) async throws -> WebAnswer
    ) -> HallRoute {
        HallRoute(
            method,
            path,
            name: name,
            access: .everyone,
            body: body,
            rateLimit: rateLimit
        ) { request, _ in
            let number = request.parameters["number"] ?? ""
            guard let code = QueryCode(typed: request.parameters["query"] ?? ""),
                let followed = try await FollowedCase.read(
                    number: number,
                    code: code,
                    isForBoth: isForBoth,
                    from: parts
                )
            else {
                return .refused(.noSuchCase, site: parts.site, back: ("重新查询", HallPath.follow))
            }
            return try await handle(followed, request)
        }
    }
}

extension [HallRoute] {
    /// The two routes of something in a case: for who names number and code, and for the account it belongs to.
    static func followed(
        _ method: WebMethod,
        _ path: HallPath.Followed,
        _ name: String,
        parts: HallParts,
        body: RouteBody? = nil,
        rateLimit: RateLimit = FollowRoutes.rateLimit,
        isForBoth: Bool = false,
        _ handle: @escaping @Sendable (FollowedCase, WebRequest) async throws -> WebAnswer
    ) -> [HallRoute] {
        [
            .followed(
                method,
                path.byCode,
                name,
                parts: parts,
                body: body,
                rateLimit: rateLimit,
                isForBoth: isForBoth,
                handle
            ),
            .own(
                method,
                path.own,
                "\(name).own",
                parts: parts,
                body: body,
                rateLimit: rateLimit
            ) { own, request in
                let number = request.parameters["number"] ?? ""
                guard var followed = try await FollowedCase.read(number: number, of: own, from: parts) else {
                    return .refused(.notOwn, site: parts.site, back: ("我的办件", HallPath.own))
                }
                followed.reader = own.principal
                return try await handle(followed, request)
            },
        ]
    }
}
