import Law

/// What cells came to that many rows of a list have alike: the same divisions, agencies and bases stand in row after row.
final class RowMemo {
    typealias Wording = (expected: String, found: String)

    /// Texts with what was made of them; begun anew once they are many, so that no list fills the memory.
    struct Kept<Value> {
        private static var most: Int { 4_096 }
        private var values: [String: Value] = [:]

        mutating func value(of text: String, _ make: () -> Value) -> Value {
            if let value = values[text] { return value }
            if values.count >= Self.most { values = [:] }
            let value = make()
            values[text] = value
            return value
        }
    }

    var divisionDoubts = Kept<[Wording]>()
    var agencyDoubts = Kept<[Wording]>()
    var bases = Kept<(bases: [LegalBasis], unread: [String])>()
}
