package import Cryptography
import Kernel

/// The code with which an applicant follows a case without an account: eight characters, read out on the telephone.
///
/// Derived from the form's key, so that a form sent twice shows the same code; only its digest is stored.
package struct QueryCode: Hashable, Sendable {
    package let text: String

    /// Derives the code of one form under a key of the ring.
    package init(formKey: String, under key: SecretKey) {
        self.init(derivedFrom: "query code \(formKey)", under: key)
    }

    /// Derives the code with which the other party of an adjudication follows the case; it stands on the notice that is
    /// served on it and nowhere else.
    ///
    /// No form can have the same words: its key comes from outside, and stands behind words of its own.
    package init(respondentOf caseNumber: String, under key: SecretKey) {
        self.init(derivedFrom: "respondent code \(caseNumber)", under: key)
    }

    private init(derivedFrom words: String, under key: SecretKey) {
        let bytes = KeyedHash.of(Array(words.utf8), key: key).bytes
        text = bytes.prefix(8).map { CrockfordText.encode(UInt64($0 & 31), width: 1) }.joined()
    }

    /// Reads a code as typed: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    package init?(typed: String) {
        let characters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { character -> Character in
            switch character {
            case "O": "0"
            case "I", "L": "1"
            default: character
            }
        }
        let allowed = Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        guard characters.count == 8, characters.allSatisfy(allowed.contains) else { return nil }
        text = String(characters)
    }

    /// What the case keeps of the code.
    package func digest(under key: SecretKey) -> String { KeyedHash.of(Array(text.utf8), key: key).hex }
}
