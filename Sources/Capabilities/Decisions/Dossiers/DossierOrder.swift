package import Casework
import Definitions
import Foundation
package import Processes

/// In which volume and place the papers of a category go.
///
/// - Source: 市场监督管理行政处罚程序规定 §78.
package struct DossierOrder: Decodable, Sendable {
    struct Volume: Decodable, Sendable {
        let name: String
        let sections: [Section]
    }

    struct Section: Decodable, Sendable {
        /// What papers without a place of their own have to be to go here.
        enum Rest: String, Decodable {
            case forParty, ofTheFile
        }

        let name: String
        /// Names, some with a star for whatever stands before or behind.
        let documents: [String]
        let takes: Rest?
    }

    private struct Order: Decodable {
        let categories: [ProcessDefinition.Category]
        let volumes: [Volume]
    }

    private let orders: [Order]
    private let other: [Volume]

    package static func shipped() throws -> DossierOrder { try read.get() }

    private static let read = Result {
        try JSONDecoder().decode(DossierOrder.self, from: Data(Definitions.bytes("dossiers/order.json")))
    }

    /// A paper with the place where it goes.
    package struct Placed: Hashable, Sendable {
        package let volume: String
        package let section: String
        package let document: IssuedDocument
    }

    /// Returns the papers in their order: by volume and section, in a section as they were made; a receipt of service right
    /// behind what it says was served.
    package func placed(_ documents: [IssuedDocument], of category: ProcessDefinition.Category) -> [Placed] {
        let volumes = orders.first { $0.categories.contains(category) }?.volumes ?? other
        let places = volumes.flatMap { volume in volume.sections.map { (volume.name, $0) } }
        var groups = Array(repeating: [[IssuedDocument]](), count: places.count)
        // Where the latest paper for the party lies.
        var outgoing: (place: Int, index: Int)?
        for document in documents {
            if document.name == DossierOrder.receipt, let outgoing {
                groups[outgoing.place][outgoing.index].append(document)
                continue
            }
            guard let place = DossierOrder.place(of: document, among: places.map(\.1)) else { continue }
            groups[place].append([document])
            if document.isForParty { outgoing = (place, groups[place].count - 1) }
        }
        return zip(places, groups).flatMap { place, group in
            group.joined().map { Placed(volume: place.0, section: place.1.name, document: $0) }
        }
    }

    private static let receipt = "送达回证"

    /// By its whole name before a part of it, and by either before what it is.
    private static func place(of document: IssuedDocument, among sections: [Section]) -> Int? {
        let rest: Section.Rest = document.isForParty ? .forParty : .ofTheFile
        return sections.firstIndex { $0.documents.contains(document.name) }
            ?? sections.firstIndex { $0.documents.contains { matches($0, document.name) } }
            ?? sections.firstIndex { $0.takes == rest } ?? sections.indices.last
    }

    private static func matches(_ pattern: String, _ name: String) -> Bool {
        if pattern.hasPrefix("*") { return name.hasSuffix(pattern.dropFirst()) }
        return pattern.hasSuffix("*") && name.hasPrefix(pattern.dropLast())
    }
}
