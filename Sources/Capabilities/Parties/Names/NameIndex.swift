package import Cryptography
import Kernel

/// Finds parties by name without storing names: an entry is a keyed hash, which says nothing without the key ring.
///
/// A person is found by the whole name only; an organization by any two characters in a row, since what it is called
/// is no secret of a person.
///
/// - Source: Personal Information Protection Law (个人信息保护法) art. 6, 51.
package struct NameIndex: Sendable {
    private let key: SecretKey

    package init(ring: KeyRing) {
        key = ring.key(for: .blindIndex(field: "party/name"))
    }

    /// What an entry of an identity number begins with; one of a name begins with a hexadecimal digit.
    static let numberMark = "#"

    /// What may follow each other in a name that is typed: neither spaces, nor width, nor case tell names apart.
    static func plain(_ name: String) -> String {
        String(
            name.lowercased().compactMap { character -> Character? in
                if character.isWhitespace { return nil }
                guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
                    (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
                else { return character }
                return Character(narrow)
            }
        ).lowercased()
    }

    /// Under what a party is entered; nothing where the name was erased.
    func entries(_ identity: Party.Identity) -> [String] {
        switch identity {
        case .person(let person?):
            [
                entry(of: "=\(NameIndex.plain(person.name))"),
                NameIndex.numberMark + entry(of: "#\(person.identityNumber.uppercased())"),
            ]
        case .person(nil): []
        case .organization(let organization): pairs(NameIndex.plain(organization.name))
        }
    }

    /// The entry of the person with this whole name.
    func person(_ name: String) -> String { entry(of: "=\(NameIndex.plain(name))") }

    /// The entries of every two characters in a row, each once, in the name's order; none for a single character.
    func pairs(_ name: String) -> [String] {
        let characters = Array(NameIndex.plain(name))
        var seen: Set<String> = []
        return zip(characters, characters.dropFirst()).map { "\($0)\($1)" }.filter { seen.insert($0).inserted }
            .map(entry)
    }

    /// Half a hash is enough: who is found is compared with the name itself.
    private func entry(of text: String) -> String { String(KeyedHash.of(Array(text.utf8), key: key).hex.prefix(32)) }
}
