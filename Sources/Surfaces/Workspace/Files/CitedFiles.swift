import Access
import BlobStore
import EventLog
import HTML
import Kernel
import WebServer

/// A file that a fact cites, as pages name it.
struct CitedFile: Hashable, Sendable {
    let name: String
    let size: Int
    let address: String

    /// The files of one fact under the address of what it is about; the fact's place is its version in the stream.
    static func all(_ files: [Attachment], at place: Int, under address: String) -> [CitedFile] {
        files.enumerated().map { index, file in
            CitedFile(name: file.name, size: file.size, address: "\(address)/files/\(place)/\(index + 1)")
        }
    }
}

/// Cited files, each to be taken away.
struct CitedFilesList: Component {
    let files: [CitedFile]

    var body: any HTML {
        ul(.cssClass("files")) {
            for file in files {
                li { a(.href(file.address)) { "\(file.name)（\(CasePresentation.size(file.size))）" } }
            }
        }
    }
}

extension Workspace {
    /// Sends the file that an address of `CitedFile` names, to whoever may see what it is about.
    ///
    /// - Parameters:
    ///   - request: names the fact's place and the file's place in it.
    ///   - principal: who asks, and may.
    ///   - stream: what the file belongs to.
    ///   - files: those of a fact.
    ///   - back: the page that leads here.
    /// - Returns: the file, or the page that says why not.
    /// - Throws: `WebRefusal.notFound` where no fact of the stream cites it; `BlobError`.
    func citedFile(
        _ request: WebRequest,
        _ principal: Principal,
        in stream: StreamID,
        _ files: @escaping @Sendable (RecordedEvent) -> [Attachment],
        back: String
    ) async throws -> WebAnswer {
        guard let place = Int(try request.parameter("place")), let number = Int(try request.parameter("file")) else {
            throw WebRefusal.notFound
        }
        let cited = try await log.read(principal.realm) { reading in
            try reading.events(of: stream).first { $0.envelope.version == place }.map(files) ?? []
        }
        guard number >= 1, number <= cited.count else { throw WebRefusal.notFound }
        return try await foreignFile(
            cited[number - 1],
            of: stream.key,
            remark: "file \(place)/\(number)",
            request,
            principal,
            back: back
        )
    }
}
