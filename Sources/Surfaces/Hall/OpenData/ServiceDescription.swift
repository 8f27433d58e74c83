import CanonicalJSON
import Catalog
import Codes
import Kernel
import Law

/// The catalog in the terms of linked data: every item a public service of CPSV-AP.
///
/// Penalties and other powers nobody applies for are described in the same terms; `dct:type` says what each is. A limit in
/// working days has no form in `xsd:duration`, so limits are also given in words of our own.
///
/// - Source: CPSV-AP 3.2.0 (SEMIC) with ELI for the legal basis and schema.org for the contact.
struct ServiceDescription: Sendable {
    /// The scheme and host of the Hall; empty makes addresses without a host.
    let origin: String

    /// What stands before the first service: what the terms mean.
    func before() throws -> String {
        let terms = [
            "@language": "zh", "adms": "http://www.w3.org/ns/adms#", "cpsv": "http://purl.org/vocab/cpsv#",
            "cv": "http://data.europa.eu/m8g/", "dct": "http://purl.org/dc/terms/",
            "eli": "http://data.europa.eu/eli/ontology#", "hj": "\(origin)\(HallPath.openData)#",
            "schema": "http://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        ]
        return "{\"@context\":\(String(decoding: try CanonicalEncoder().encode(terms), as: UTF8.self)),\n\"@graph\":[\n"
    }

    static let after = "]}\n"

    func bytes(of item: OpenItem) throws -> [UInt8] { try CanonicalEncoder().encode(service(item)) }

    private func service(_ item: OpenItem) -> Node {
        let content = item.content
        var service = Node(type: "cpsv:PublicService", id: address(content.code))
        service["dct:identifier"] = .text(content.code)
        service["dct:title"] = .text(content.name)
        service["dct:description"] = .text(
            [content.mainName, content.remark].compactMap { $0 }.joined(separator: "；").nilIfEmpty ?? content.name
        )
        service["dct:language"] = .reference("http://publications.europa.eu/resource/authority/language/ZHO")
        service["dct:type"] = concept(content.category.chinese, content.category.nationalCode)
        service["adms:status"] = concept(item.standing.chinese, item.standing.rawValue)
        service["cv:hasCompetentAuthority"] = content.agency.map { agency in
            var node = Node(type: "cv:PublicOrganisation")
            node["dct:identifier"] = agency.code.map(Value.text)
            node["skos:prefLabel"] = .text(agency.name)
            node["dct:spatial"] = content.division.map(Value.text)
            return .node(node)
        }
        service["cv:hasLegalResource"] = .list(
            content.bases.map { .node(named("eli:LegalResource", "dct:title", $0.chinese)) }
        )
        service["cv:holdsRequirement"] = list(content.conditions) { named("cv:Requirement", "dct:title", $0) }
        service["cpsv:hasInput"] = list(content.materials) { material in
            var node = named("cv:Evidence", "dct:title", material.name)
            node["dct:description"] = material.note.map(Value.text)
            return node
        }
        service["cpsv:produces"] = content.permitName.map { .node(named("cpsv:Output", "dct:title", $0)) }
        service["cv:hasCost"] = content.fee.map { fee in
            let words = fee.isCharged ? fee.standard ?? "收费" : "不收费"
            return .node(named("cv:Cost", "dct:description", words))
        }
        service["cv:hasContactPoint"] = contact(content)
        service["cv:processingTime"] = (content.promisedLimit ?? content.statutoryLimit?.period)?.duration.map {
            .typed($0, "xsd:duration")
        }
        service["hj:statutoryLimit"] = (content.statutoryLimit?.period.chinese).map(Value.text)
        service["hj:promisedLimit"] = (content.promisedLimit?.chinese).map(Value.text)
        service["hj:version"] = item.version.map { .text(String($0.number)) }
        service["dct:issued"] = (item.version?.inForceFrom).map { .typed($0.description, "xsd:date") }
        return service
    }

    private func contact(_ content: ItemContent) -> Value? {
        guard content.phone != nil || content.hours != nil || content.place != nil else { return nil }
        var node = Node(type: "schema:ContactPoint")
        node["schema:telephone"] = content.phone.map(Value.text)
        node["schema:hoursAvailable"] = content.hours.map(Value.text)
        node["schema:address"] = content.place.map(Value.text)
        return .node(node)
    }

    private func address(_ code: String) -> String { origin + HallPath.item(code) }

    private func concept(_ name: String, _ code: String?) -> Value {
        var node = named("skos:Concept", "skos:prefLabel", name)
        node["skos:notation"] = code.map(Value.text)
        return .node(node)
    }

    private func named(_ type: String, _ property: String, _ name: String) -> Node {
        var node = Node(type: type)
        node[property] = .text(name)
        return node
    }

    private func list<Part>(_ parts: [Part]?, _ node: (Part) -> Node) -> Value? {
        parts.flatMap { $0.isEmpty ? nil : .list($0.map { .node(node($0)) }) }
    }
}

extension ServiceDescription {
    /// A thing with its properties, as JSON-LD writes it.
    fileprivate struct Node: Encodable {
        private var properties: [String: Value]

        init(type: String, id: String? = nil) {
            properties = ["@type": .text(type)]
            properties["@id"] = id.map(Value.text)
        }

        subscript(_ property: String) -> Value? {
            get { properties[property] }
            set { properties[property] = newValue }
        }

        func encode(to encoder: any Encoder) throws { try properties.encode(to: encoder) }
    }

    fileprivate indirect enum Value: Encodable {
        case text(String)
        case typed(String, String)
        case reference(String)
        case node(Node)
        case list([Value])

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let text): try text.encode(to: encoder)
            case .typed(let text, let type): try ["@value": text, "@type": type].encode(to: encoder)
            case .reference(let address): try ["@id": address].encode(to: encoder)
            case .node(let node): try node.encode(to: encoder)
            case .list(let values): try values.encode(to: encoder)
            }
        }
    }
}

extension Period {
    /// The length as ISO 8601 writes it; `nil` for working days, which it does not know.
    fileprivate var duration: String? {
        switch unit {
        case .workingDay: nil
        case .calendarDay: "P\(count)D"
        case .hour: "PT\(count)H"
        case .month: "P\(count)M"
        }
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
