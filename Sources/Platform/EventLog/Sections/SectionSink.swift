package import CanonicalJSON
import Synchronization

/// Gathers the fields that do not belong to the internal section while a payload is encoded.
final class SectionSink: Sendable {
    /// The members are canonical JSON already, keyed by the way to the field.
    private typealias Gathered = (section: Section, members: [(key: String, value: [UInt8])])

    private let gathered = Mutex<[Gathered]>([])

    /// The canonical JSON of the gathered sections, in the order their first field was met.
    var sections: [(section: Section, content: [UInt8])] {
        gathered.withLock { $0.map { ($0.section, CanonicalEncoder.object(of: $0.members)) } }
    }

    func put(_ value: some Encodable, in section: Section, at path: [any CodingKey]) throws {
        let content = try CanonicalEncoder().encode(value)
        let key = path.map(\.stringValue).joined(separator: ".")
        gathered.withLock { gathered in
            if let index = gathered.firstIndex(where: { $0.section == section }) {
                gathered[index].members.append((key, content))
            } else {
                gathered.append((section, [(key, content)]))
            }
        }
    }
}

/// Gives the fields of the other sections while a payload is decoded.
struct SectionSource: Sendable {
    /// The opened sections; one that was erased is absent.
    let opened: [Section: JSONValue]

    func value<Value: Decodable>(of section: Section, at path: [any CodingKey]) throws -> Value {
        guard let value: Value = try find(section, path) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: path, debugDescription: "expected a field in section \(section.name), found none")
            )
        }
        return value
    }

    func personal<Value: Decodable>(of subject: String, at path: [any CodingKey]) throws -> Value? {
        try find(.personal(subject: subject), path)
    }

    private func find<Value: Decodable>(_ section: Section, _ path: [any CodingKey]) throws -> Value? {
        guard case .object(let members)? = opened[section],
            let tree = members[path.map(\.stringValue).joined(separator: ".")]
        else { return nil }
        return try CanonicalDecoder().decode(Value.self, from: tree)
    }
}

/// Reads one stored payload from its opened sections.
package struct SectionReader: Sendable {
    let source: SectionSource

    /// The internal section as it is stored, for the readers of older forms.
    package var content: JSONValue { source.opened[.internal] ?? .object([:]) }

    package func decode<Payload: Decodable>(_ type: Payload.Type) throws -> Payload {
        try CanonicalDecoder(userInfo: [.sectionSource: source]).decode(type, from: content)
    }
}

extension CodingUserInfoKey {
    /// A key with a constant, non-empty name always exists.
    static let sectionSink = CodingUserInfoKey(rawValue: "sectionSink") ?? placeholder
    static let sectionSource = CodingUserInfoKey(rawValue: "sectionSource") ?? placeholder

    private static var placeholder: CodingUserInfoKey { preconditionFailure("user info keys take any name") }
}

extension Encoder {
    var sectionSink: SectionSink? { userInfo[.sectionSink] as? SectionSink }
}

extension Decoder {
    var sectionSource: SectionSource? { userInfo[.sectionSource] as? SectionSource }
}
