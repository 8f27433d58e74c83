import Catalog
import Kernel
import WebServer

/// The open catalog of one day as a file, made stretch by stretch while it is sent: a province needs no more memory
/// than a district.
actor CatalogFile {
    private static let stretch = 500

    private let parts: HallParts
    private let day: Day
    private var writer: any OpenItemWriter
    /// The code behind which the next stretch begins; `nil` when all is written.
    private var place: String? = ""

    private init(_ writer: any OpenItemWriter, of day: Day, from parts: HallParts) {
        self.writer = writer
        self.day = day
        self.parts = parts
    }

    /// Answers with the catalog as it was open on `day`.
    static func answer(_ format: CatalogFormat, of day: Day, from parts: HallParts) throws -> WebAnswer {
        let file = CatalogFile(try format.writer(origin: parts.site.publicAddress ?? ""), of: day, from: parts)
        var answer = WebAnswer.pieces(type: format.type, AsyncThrowingStream { try await file.next() })
        answer.caching = .everybody(seconds: 300)
        return answer
    }

    private func next() async throws -> [UInt8]? {
        guard let place else { return nil }
        let page = try await parts.read { [day] reading in
            try reading.openItems(on: day, after: place, limit: CatalogFile.stretch)
        }
        for item in page.items { try writer.append(item) }
        self.place = page.next
        return page.next == nil ? writer.finish() : writer.take()
    }
}

/// How the catalog is written.
enum CatalogFormat: Hashable, Sendable {
    case table(DataFormat)
    /// JSON-LD in the terms of CPSV-AP.
    case linkedData

    static let all: [CatalogFormat] = DataFormat.allCases.map(CatalogFormat.table) + [.linkedData]

    /// The ending of the file's name.
    var name: String {
        switch self {
        case .table(let format): format.rawValue
        case .linkedData: "jsonld"
        }
    }

    var type: String {
        switch self {
        case .table(let format): format.type
        case .linkedData: "application/ld+json"
        }
    }

    fileprivate func writer(origin: String) throws -> any OpenItemWriter {
        switch self {
        case .table(let format):
            OpenItemTable(writer: format.writer(sheet: "行政职权目录", columns: CatalogField.all.map(\.code)))
        case .linkedData: OpenItemGraph(ServiceDescription(origin: origin))
        }
    }
}

/// Writes items one after another.
private protocol OpenItemWriter: Sendable {
    mutating func append(_ item: OpenItem) throws
    mutating func take() -> [UInt8]
    mutating func finish() -> [UInt8]
}

private struct OpenItemTable: OpenItemWriter {
    var writer: any DataTableWriter

    mutating func append(_ item: OpenItem) throws { try writer.append(CatalogField.all.map { $0.value(of: item) }) }
    mutating func take() -> [UInt8] { writer.take() }
    mutating func finish() -> [UInt8] { writer.finish() }
}

private struct OpenItemGraph: OpenItemWriter {
    private let description: ServiceDescription
    private var list: JSONListText

    init(_ description: ServiceDescription) {
        self.description = description
        list = JSONListText(before: description.before(), after: ServiceDescription.after)
    }

    mutating func append(_ item: OpenItem) { list.append(description.bytes(of: item)) }
    mutating func take() -> [UInt8] { list.take() }
    mutating func finish() -> [UInt8] { list.finish() }
}
