import Access

/// The batches that wait to be worked through, each with the officer who began it.
///
/// What a stop of the program leaves undone waits for its officer to go on with it: nobody acts in the name of one who
/// may have left the post meanwhile.
package actor BatchQueue {
    private var waiting: [(batch: String, principal: Principal)] = []
    private var underWay: Set<String> = []

    package init() {}

    func add(_ batch: String, of principal: Principal) {
        guard underWay.insert(batch).inserted else { return }
        waiting.append((batch, principal))
    }

    func next() -> (batch: String, principal: Principal)? { waiting.isEmpty ? nil : waiting.removeFirst() }

    func finish(_ batch: String) { underWay.remove(batch) }

    func isUnderWay(_ batch: String) -> Bool { underWay.contains(batch) }
}
