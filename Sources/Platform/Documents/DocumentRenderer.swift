import Kernel
import Synchronization

/// Makes PDF files, away from the cooperative pool.
package final class DocumentRenderer: Sendable {
    private let fonts: DocumentFonts
    private let threads = WorkerThreads(label: "documents", count: 1)
    // Finding fonts takes most of the first document's time; the map is kept for all that follow.
    private let fontMap = Mutex(FontMap())

    package static let textLimit = 1_000_000

    package init(fonts: DocumentFonts = DocumentFonts()) {
        self.fonts = fonts
    }

    /// Returns the document as a PDF file; the same content gives the same bytes on the same installation.
    package func render(_ content: DocumentContent) async throws(DocumentError) -> [UInt8] {
        try await threads.run { [self] () throws(DocumentError) in
            try content.checkLength(limit: DocumentRenderer.textLimit)
            let outcome = fontMap.withLock { fontMap in
                Result { () throws(DocumentError) in try Press(fonts: fonts, fontMap: fontMap).print(content) }
            }
            return try outcome.get()
        }
    }

    /// What a picture can be made into.
    package enum PictureForm: String, Sendable {
        case png, pdf

        package var mediaType: String {
            switch self {
            case .png: "image/png"
            case .pdf: "application/pdf"
            }
        }
    }

    /// Returns the picture as a file.
    package func render(_ picture: Picture, as form: PictureForm) async throws(DocumentError) -> [UInt8] {
        try await threads.run { [self] () throws(DocumentError) in
            let outcome = fontMap.withLock { fontMap in
                Result { () throws(DocumentError) in
                    let press = PicturePress(fonts: fonts, fontMap: fontMap)
                    return switch form {
                    case .png: try press.png(picture)
                    case .pdf: try press.pdf(picture)
                    }
                }
            }
            return try outcome.get()
        }
    }

    /// Does work of documents where it keeps nobody waiting.
    func onThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws(DocumentError) -> Value
    ) async throws(DocumentError) -> Value {
        try await threads.run(work)
    }

    /// Returns a file with a page for each text, which stands in its upper right corner.
    func printStamps(_ stamps: [String], created: Instant) throws(DocumentError) -> [UInt8] {
        let outcome = fontMap.withLock { fontMap in
            Result { () throws(DocumentError) in
                try Press(fonts: fonts, fontMap: fontMap).printStamps(stamps, created: created)
            }
        }
        return try outcome.get()
    }

    /// Returns the configured families that are not installed; documents would be set in others.
    package func missingFamilies() async -> [String] {
        let wanted = [fonts.serif, fonts.sans].flatMap { $0.split(separator: ",").prefix(1) }
            .map { String($0.drop(while: \.isWhitespace)) }
        return await threads.run { [self] in
            let installed = fontMap.withLock { $0.families }
            return wanted.filter { !installed.contains($0) }
        }
    }
}

extension DocumentContent {
    func checkLength(limit: Int) throws(DocumentError) {
        let found = blocks.reduce(0) { $0 + $1.length }
        guard found <= limit else { throw .textTooLong(limit: limit, found: found) }
    }
}

extension DocumentBlock {
    fileprivate var length: Int {
        switch self {
        case .letterhead(let head): head.name.utf8.count + (head.number?.utf8.count ?? 0)
        case .title(let text), .addressee(let text), .heading(let text), .paragraph(let text): text.utf8.count
        case .numberedList(let items): items.reduce(0) { $0 + $1.utf8.count }
        case .table(let table): table.rows.joined().reduce(0) { $0 + $1.utf8.count }
        case .signature(let signature): signature.agency.utf8.count + (signature.seal?.agency.utf8.count ?? 0)
        case .code(let payload, let caption): payload.utf8.count + caption.utf8.count
        }
    }
}
