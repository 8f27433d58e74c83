import Access
import Acting
import BlobStore
import Casework
import HTML
import WebServer

extension Workspace {
    /// Answers with a file that came from outside, or says why it stays closed; the audit has both.
    ///
    /// - Parameters:
    ///   - file: as the case cites it.
    ///   - subject: the case, or what else it belongs to.
    ///   - remark: which file of it.
    ///   - request: brings the address for the audit.
    ///   - principal: who asks, and may.
    ///   - back: the page that leads here.
    /// - Returns: the file, or the page that says why not.
    /// - Throws: `WebRefusal.notFound` once the file was erased; `BlobError`.
    func foreignFile(
        _ file: Attachment,
        of subject: String,
        remark: String,
        _ request: WebRequest,
        _ principal: Principal,
        back: String
    ) async throws -> WebAnswer {
        guard let stored = file.stored else { throw WebRefusal.notFound }
        do {
            let parts = try await files.parts(of: stored.blob, key: stored.key)
            try await access.record(.personalSeen, by: principal, on: subject, from: request.peer, remark: remark)
            let iterator = parts.makeAsyncIterator()
            return .file(
                named: file.name,
                type: file.mediaType,
                pieces: AsyncThrowingStream { try await iterator.next() }
            )
        } catch let refusal as ForeignFiles.Refusal {
            let words = "\(remark): \(refusal.remark)"
            try await access.record(.fileHeldBack, by: principal, on: subject, from: request.peer, remark: words)
            let page = HeldBackPage(name: file.name, refusal: refusal, back: back)
            return .page(frame.page("文件未打开", for: principal, request) { page }, status: refusal.status)
        }
    }

    /// Sends one file of what is filed to a case under numbers, to whoever may see the case's personal data.
    ///
    /// - Parameters:
    ///   - request: names the case, the piece and the file's place in it.
    ///   - principal: who asks.
    ///   - kind: what it is a piece of, for the audit.
    ///   - parameter: the name of the piece's number in the address.
    ///   - files: the files of the piece with a number; `nil` without such a piece, or after its subject was erased.
    /// - Returns: the file, or the page that says why not.
    /// - Throws: `WebRefusal`; `BlobError`.
    func filedFile(
        _ request: WebRequest,
        _ principal: Principal?,
        of kind: String,
        under parameter: String,
        in files: (CaseFile, Int) -> [Attachment]?
    ) async throws -> WebAnswer {
        let (principal, content) = try await content(request, principal)
        guard Applicant.isOpen(to: principal, isMine: content.isMine) else { throw WebRefusal.forbidden }
        guard let number = Int(try request.parameter(parameter)), let index = Int(try request.parameter("file")),
            let filed = files(content.state, number), filed.indices.contains(index)
        else { throw WebRefusal.notFound }
        return try await foreignFile(
            filed[index],
            of: content.number,
            remark: "\(kind) \(number)/\(index)",
            request,
            principal,
            back: WorkspacePath.caseFile(content.number)
        )
    }
}

extension ForeignFiles.Refusal {
    fileprivate var remark: String {
        switch self {
        case .harmful(let name): "harmful \(name)"
        case .notScanned: "not scanned"
        }
    }

    fileprivate var status: Int {
        switch self {
        case .harmful: 403
        case .notScanned: 503
        }
    }
}

/// Says why a file stays closed and what to do.
private struct HeldBackPage: Component {
    let name: String
    let refusal: ForeignFiles.Refusal
    let back: String

    var body: any HTML {
        h1 { "文件未打开" }
        switch refusal {
        case .harmful(let found):
            AlertBox("“\(name)”含有病毒，不能打开", tone: .bad) {
                p { "查毒程序认出：\(found)。请通知提交人另行提交，并告知安全管理员；原文件作为收到的材料保留，不予打开。" }
            }
        case .notScanned(let reason):
            AlertBox("“\(name)”尚未查毒，暂不打开", tone: .caution) { p { "\(reason)。查毒程序恢复以后即可打开，请稍后再试，或者告知系统管理员。" } }
        }
        ButtonRow { LinkButton("返回", to: back, weight: .secondary) }
    }
}
