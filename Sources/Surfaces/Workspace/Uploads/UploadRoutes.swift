import Acting
import Access
import BlobStore
import Casework
import EventLog
import Foundation
import Kernel
import WebServer

/// Large files of the case page, after the tus protocol 1.0.0: core, creation, expiration, termination.
///
/// Every part is asked anew whether its sender may still add to the case. A part is at most `Uploads.longestPart` long.
extension Workspace {
    static let tusVersion = "1.0.0"
    private static let tusExtensions = "creation,expiration,termination"

    /// What the files of a form of a case are about; a draft or an upload of another matter is not taken.
    static func matter(of form: String, _ content: CaseContent) -> String { "\(form) \(content.id)" }

    var uploadRoutes: [DeskRoute] {
        let one: RoutePath = "/desk/cases/{number}/uploads/{upload}"
        return [
            uploadRoute(.options, "/desk/cases/{number}/uploads", "UploadTerms", needsVersion: false) { _, _, _ in
                Workspace.tus(
                    204,
                    [
                        ("Tus-Version", Workspace.tusVersion), ("Tus-Max-Size", String(Uploads.longest)),
                        ("Tus-Extension", Workspace.tusExtensions),
                    ]
                )
            },
            uploadRoute(.post, "/desk/cases/{number}/uploads", "BeginUpload") { request, principal, content in
                try await beginUpload(request, principal, content)
            },
            uploadRoute(.get, one, "UploadOffset", needsVersion: false) { request, principal, _ in
                let id = try request.parameter("upload")
                return standing(try await uploads.upload(id, of: principal.account.text), status: 200)
            },
            uploadRoute(.patch, one, "AppendToUpload", body: .bytes(limit: Uploads.longestPart)) {
                request,
                principal,
                _ in
                guard request.header("Content-Type") == "application/offset+octet-stream" else {
                    throw WebRefusal.unsupportedBody
                }
                guard let offset = request.header("Upload-Offset").flatMap({ Int($0) }), offset >= 0 else {
                    return Workspace.tus(400, [])
                }
                let id = try request.parameter("upload")
                let owner = principal.account.text
                return standing(try await uploads.append(request.bytes, at: offset, to: id, of: owner), status: 204)
            },
            uploadRoute(.delete, one, "GiveUpUpload") { request, principal, _ in
                try await uploads.giveUp(request.parameter("upload"), of: principal.account.text)
                return Workspace.tus(204, [])
            },
        ]
    }

    private func uploadRoute(
        _ method: WebMethod,
        _ path: RoutePath,
        _ name: String,
        needsVersion: Bool = true,
        body: RouteBody? = nil,
        _ handler: @escaping @Sendable (WebRequest, Principal, CaseContent) async throws -> WebAnswer
    ) -> DeskRoute {
        DeskRoute(method, path, name: name, access: .anyPermission(Workspace.working), body: body) {
            request,
            principal in
            let (principal, content) = try await content(request, principal)
            guard Applicant.isOpen(to: principal, isMine: content.isMine) else { throw WebRefusal.forbidden }
            if needsVersion, request.header("Tus-Resumable") != Workspace.tusVersion {
                return Workspace.tus(412, [("Tus-Version", Workspace.tusVersion)])
            }
            do {
                return try await handler(request, principal, content)
            } catch let fault as UploadFault {
                return Workspace.refusal(fault)
            }
        }
    }

    private func beginUpload(
        _ request: WebRequest,
        _ principal: Principal,
        _ content: CaseContent
    ) async throws -> WebAnswer {
        let forms = [EvidenceForm.prefix, RecordingForm.prefix]
        guard let form = request.query["form"], forms.contains(form),
            let length = request.header("Upload-Length").flatMap({ Int($0) })
        else { return Workspace.tus(400, []) }
        let told = Workspace.metadata(request.header("Upload-Metadata") ?? "")
        let upload = try await uploads.begin(
            FileName.cleaned(told["filename"] ?? ""),
            mediaType: Workspace.mediaType(told["filetype"] ?? ""),
            length: length,
            owner: principal.account.text,
            about: Workspace.matter(of: form, content)
        )
        var answer = standing(upload, status: 201)
        answer.headers.append(.init("Location", WorkspacePath.upload(content.number, upload.id)))
        return answer
    }

    private func standing(_ upload: Upload, status: Int) -> WebAnswer {
        Workspace.tus(
            status,
            [
                ("Upload-Offset", String(upload.received)), ("Upload-Length", String(upload.length)),
                ("Upload-Expires", Workspace.httpDate(log.clock.now + Uploads.lifetime)),
            ]
        )
    }

    private static func tus(_ status: Int, _ headers: [(name: String, value: String)]) -> WebAnswer {
        var answer = WebAnswer(status: status, type: "text/plain; charset=utf-8", bytes: [])
        answer.headers.append(.init("Tus-Resumable", tusVersion))
        answer.headers += headers.map { .init($0.name, $0.value) }
        return answer
    }

    private static func refusal(_ fault: UploadFault) -> WebAnswer {
        switch fault {
        case .empty: tus(400, [])
        case .tooLong, .overrun: tus(413, [("Tus-Max-Size", String(Uploads.longest))])
        case .tooMany: tus(429, [("Retry-After", "3600")])
        case .unknown: tus(404, [])
        case .offset(let expected, _): tus(409, [("Upload-Offset", String(expected))])
        }
    }

    /// What the browser calls the file's kind, if it is written as one (RFC 6838 §4.2).
    private static func mediaType(_ text: String) -> String {
        let signs = Set("abcdefghijklmnopqrstuvwxyz0123456789+-./")
        let isPlain = text.lowercased().allSatisfy(signs.contains)
        return isPlain && text.count { $0 == "/" } == 1 ? text : "application/octet-stream"
    }

    /// Reads pairs of a key and a value in Base64; what is neither is left out.
    private static func metadata(_ text: String) -> [String: String] {
        text.split(separator: ",").reduce(into: [:]) { pairs, pair in
            let words = pair.split(separator: " ")
            guard let key = words.first, words.count == 2, let bytes = Foundation.Data(base64Encoded: String(words[1]))
            else { return }
            pairs[String(key)] = String(decoding: bytes, as: UTF8.self)
        }
    }

    /// A moment as HTTP writes it (RFC 9110 §5.6.7).
    private static func httpDate(_ moment: Instant) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return format.string(from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000))
    }
}
