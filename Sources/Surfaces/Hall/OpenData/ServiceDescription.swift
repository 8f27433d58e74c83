import BlobStore
import CanonicalJSON
import Catalog
import Codes
import HTML
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
    func before() -> String {
        "{\"@context\":\(String(decoding: terms.canonicalBytes, as: UTF8.self)),\n\"@graph\":[\n"
    }

    static let after = "]}\n"

    func bytes(of item: OpenItem) -> [UInt8] { JSONValue.object(service(item)).canonicalBytes }

    /// One item on its own page: also what schema.org calls a service of the government (GovernmentService).
    func block(of item: OpenItem) -> DataBlock {
        var service = service(item)
        service["@context"] = terms
        service["@type"] = .array([.string("cpsv:PublicService"), .string("schema:GovernmentService")])
        service["schema:name"] = .string(item.content.name)
        service["schema:url"] = .string(address(item.content.code))
        service["schema:serviceType"] = .string(item.content.category.chinese)
        service["schema:provider"] = item.content.agency.map { agency in
            .object(named("schema:GovernmentOrganization", "schema:name", agency.name))
        }
        return DataBlock(JSONValue.object(service).canonicalBytes)
    }

    private var terms: JSONValue {
        let terms = [
            "@language": "zh", "adms": "http://www.w3.org/ns/adms#", "cpsv": "http://purl.org/vocab/cpsv#",
            "cv": "http://data.europa.eu/m8g/", "dct": "http://purl.org/dc/terms/",
            "eli": "http://data.europa.eu/eli/ontology#", "hj": "\(origin)\(HallPath.openData)#",
            "schema": "http://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        ]
        return .object(terms.mapValues(JSONValue.string))
    }

    private func service(_ item: OpenItem) -> Properties {
        let content = item.content
        var service = node("cpsv:PublicService")
        service["@id"] = .string(address(content.code))
        service["dct:identifier"] = .string(content.code)
        service["dct:title"] = .string(content.name)
        service["dct:description"] = .string(
            [content.mainName, content.remark].compactMap { $0 }.joined(separator: "；").nilIfEmpty ?? content.name
        )
        service["dct:language"] = .object([
            "@id": .string("http://publications.europa.eu/resource/authority/language/ZHO")
        ])
        service["dct:type"] = concept(content.category.chinese, content.category.nationalCode)
        service["hj:localType"] = content.local.map { concept($0.chinese, $0.code) }
        let answers = (content.local?.answers ?? []).map { ($0.question, $0.answer) }
        service["schema:additionalProperty"] = properties(answers + (content.fields ?? []).map { ($0.name, $0.text) })
        service["adms:status"] = concept(item.standing.chinese, item.standing.rawValue)
        service["cv:hasCompetentAuthority"] = content.agency.map { agency in
            var authority = node("cv:PublicOrganisation")
            authority["dct:identifier"] = agency.code.map(JSONValue.string)
            authority["skos:prefLabel"] = .string(agency.name)
            authority["dct:spatial"] = content.division.map(JSONValue.string)
            return .object(authority)
        }
        service["cv:hasLegalResource"] = .array(
            content.bases.map { .object(named("eli:LegalResource", "dct:title", $0.chinese)) }
        )
        service["cv:holdsRequirement"] = list(content.conditions) { named("cv:Requirement", "dct:title", $0) }
        service["cpsv:hasInput"] = list(content.materials, evidence)
        service["cpsv:produces"] = content.permitName.map { .object(named("cpsv:Output", "dct:title", $0)) }
        service["cv:hasCost"] = content.fee.flatMap(cost)
        service["cv:hasContactPoint"] = contact(content)
        service["cv:processingTime"] = (content.promisedLimit ?? content.statutoryLimit?.period)?.duration.map {
            typed($0, "xsd:duration")
        }
        service["hj:statutoryLimit"] = (content.statutoryLimit?.period.chinese).map(JSONValue.string)
        service["hj:promisedLimit"] = (content.promisedLimit?.chinese).map(JSONValue.string)
        service["hj:version"] = item.version.map { .string(String($0.number)) }
        service["dct:issued"] = (item.version?.inForceFrom).map { typed($0.description, "xsd:date") }
        return service
    }

    private func evidence(_ material: Material) -> Properties {
        var evidence = named("cv:Evidence", "dct:title", material.name)
        evidence["dct:description"] = material.note.map(JSONValue.string)
        let stated: [(String, String?)] =
            [
                ("材料必要性", material.necessity.chinese), ("何时需要", material.condition), ("材料形式", material.form.chinese),
                ("材料类型", material.kind), ("原件份数", String(material.originals)), ("复印件份数", String(material.copies)),
                ("来源渠道", material.source.chinese), ("示例样表", material.sample),
            ]
            + (material.papers ?? []).map { ($0.kind.chinese, $0.file.name) }
            + material.rest.map { ($0.fact.chinese, $0.text) }
        evidence["schema:additionalProperty"] = properties(
            stated.compactMap { name, value in value.map { (name, $0) } }
        )
        return evidence
    }

    /// A cost for every charge; nothing to pay is one as well.
    private func cost(_ fee: Fee) -> JSONValue? {
        guard fee.isCharged else { return .object(named("cv:Cost", "dct:description", "不收费")) }
        return list(fee.charges) { charge in
            var cost = named("cv:Cost", "dct:description", charge.standard ?? "收费")
            cost["dct:title"] = charge.name.map(JSONValue.string)
            cost["cv:hasLegalResource"] = charge.basis.map {
                .object(named("eli:LegalResource", "dct:title", $0.chinese))
            }
            let stated = [("减免", charge.reduction), ("备注", charge.note)]
            cost["schema:additionalProperty"] = properties(
                stated.compactMap { name, value in value.map { (name, $0) } }
            )
            return cost
        }
    }

    private func properties(_ stated: [(name: String, value: String)]) -> JSONValue? {
        list(stated) { fact in
            var property = named("schema:PropertyValue", "schema:name", fact.name)
            property["schema:value"] = .string(fact.value)
            return property
        }
    }

    private func contact(_ content: ItemContent) -> JSONValue? {
        guard content.phone != nil || content.hours != nil || content.place != nil else { return nil }
        var point = node("schema:ContactPoint")
        point["schema:telephone"] = content.phone.map(JSONValue.string)
        point["schema:hoursAvailable"] = content.hours.map(JSONValue.string)
        point["schema:address"] = content.place.map(JSONValue.string)
        return .object(point)
    }

    private func address(_ code: String) -> String { origin + HallPath.item(code) }

    private func concept(_ name: String, _ code: String?) -> JSONValue {
        var concept = named("skos:Concept", "skos:prefLabel", name)
        concept["skos:notation"] = code.map(JSONValue.string)
        return .object(concept)
    }

    /// The properties of one thing.
    private typealias Properties = [String: JSONValue]

    private func node(_ type: String) -> Properties { ["@type": .string(type)] }

    private func named(_ type: String, _ property: String, _ name: String) -> Properties {
        ["@type": .string(type), property: .string(name)]
    }

    private func typed(_ text: String, _ type: String) -> JSONValue {
        .object(["@value": .string(text), "@type": .string(type)])
    }

    private func list<Part>(_ parts: [Part]?, _ node: (Part) -> Properties) -> JSONValue? {
        parts.flatMap { $0.isEmpty ? nil : .array($0.map { .object(node($0)) }) }
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
