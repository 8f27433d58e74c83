/// The hand-written peer: looks through all names one after the other, without an index.
///
/// It counts the names that hold the text and nothing else: no order, no counts a category, no other fields.
struct NameScan {
    private let names: [[UInt16]]

    init(_ names: [String]) {
        self.names = names.map { Array($0.utf16) }
    }

    func count(holding text: String) -> Int {
        let sought = Array(text.utf16)
        return sought.withUnsafeBufferPointer { sought in
            names.count { name in name.withUnsafeBufferPointer { holds($0, sought) } }
        }
    }

    private func holds(_ name: UnsafeBufferPointer<UInt16>, _ sought: UnsafeBufferPointer<UInt16>) -> Bool {
        guard let first = sought.first, name.count >= sought.count else { return sought.isEmpty }
        for start in 0...(name.count - sought.count) where name[start] == first {
            if (1..<sought.count).allSatisfy({ name[start + $0] == sought[$0] }) { return true }
        }
        return false
    }
}
