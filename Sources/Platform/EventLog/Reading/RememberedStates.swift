/// What was worked out of streams of one kind, kept between readings: only streams that gained events are folded again.
///
/// Whoever keeps it holds no personal data in it: an erased key does not reach what is remembered.
package struct RememberedStates<A: Aggregate, Value: Sendable>: Sendable {
    private var known: [String: (version: Int, value: Value)] = [:]

    package init() {}

    /// Answers for each of `keys` of which there is a stream; costs one question and what the streams gained.
    ///
    /// - Parameters:
    ///   - keys: of the streams; the same stream is always worked out in the same way.
    ///   - reading: of one realm, the same every time.
    ///   - derive: works out what is kept of a state.
    /// - Returns: the values by key.
    /// - Throws: what reading the log or `derive` throws.
    package mutating func values(
        of keys: [String],
        in reading: EventReading,
        _ derive: (A) throws -> Value
    ) throws -> [String: Value] {
        let versions = try reading.versions(of: keys.map(A.stream))
        let stale = keys.filter { key in versions[A.stream(key)] != known[key]?.version }
        for (key, state) in try reading.states(A.self, stale) {
            known[key] = (versions[A.stream(key)] ?? 0, try derive(state))
        }
        let pairs = keys.compactMap { key in known[key].map { (key, $0.value) } }
        return Dictionary(pairs) { first, _ in first }
    }
}
