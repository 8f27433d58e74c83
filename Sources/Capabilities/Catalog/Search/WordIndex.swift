/// Which entries have a word of letters and digits, found by how it begins.
struct WordIndex: Sendable {
    private var lists: [String: PostingList] = [:]
    /// All words in order.
    private var words: [String] = []

    mutating func put(_ word: String, of slot: Int32, sorts: Bool) {
        let isNew = { (list: inout PostingList) in
            list.append(slot)
            return list.count == 1
        }(&lists[word, default: PostingList()])
        guard isNew else { return }
        if sorts { words.insert(word, at: place(of: word)) } else { words.append(word) }
    }

    /// Puts the words in order that were put in without.
    mutating func sort() { words.sort() }

    /// Adds to `found` the entries that have a word with the beginning.
    func add(beginning prefix: String, to found: inout SlotSet) {
        var index = place(of: prefix)
        while index < words.count, words[index].hasPrefix(prefix) {
            if let list = lists[words[index]] { found.formUnion(list) }
            index += 1
        }
    }

    /// The first place whose word is not before `word`.
    private func place(of word: String) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low
    }

    var byteCount: Int { words.capacity * 16 + lists.capacity * 48 + lists.values.reduce(0) { $0 + $1.byteCount } }
}
