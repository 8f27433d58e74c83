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
    case table(CatalogTable.Kind, DataFormat)
    /// JSON-LD in the terms of CPSV-AP.
    case linkedData

    /// The items in every format, and apart from them what they are made of.
    static let all = of(.items) + [.linkedData]
    static let parts = of(.materials) + of(.charges)

    private static func of(_ table: CatalogTable.Kind) -> [CatalogFormat] {
        DataFormat.allCases.map { .table(table, $0) }
    }

    /// The ending of the file's name: `csv`, `jsonld`, for parts with what they are before it.
    var name: String {
        switch self {
        case .table(.items, let format): format.rawValue
        case .table(let table, let format): "\(table.rawValue).\(format.rawValue)"
        case .linkedData: "jsonld"
        }
    }

    /// As a link to the file says it.
    var chinese: String {
        switch self {
        case .table(.items, let format): "目录 \(format.rawValue)"
        case .table(let table, let format): "\(table.chinese) \(format.rawValue)"
        case .linkedData: "JSON-LD（CPSV-AP 词表）"
        }
    }

    var type: String {
        switch self {
        case .table(_, let format): format.type
        case .linkedData: "application/ld+json"
        }
    }

    fileprivate func writer(origin: String) throws -> any OpenItemWriter {
        switch self {
        case .table(let kind, let format): try OpenItemTable(kind, format)
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
    private let table: CatalogTable
    private var writer: any DataTableWriter

    init(_ kind: CatalogTable.Kind, _ format: DataFormat) throws {
        table = try CatalogTable(kind)
        writer = format.writer(sheet: kind.chinese, columns: table.columns.map(\.code))
    }

    mutating func append(_ item: OpenItem) throws { for row in table.rows(of: item) { try writer.append(row) } }
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
