/// Looks again and again for something that comes by itself, for a limited time.
package enum Bounded {
    /// Returns the first value that `look` finds, `nil` when time is over.
    package static func value<Value: Sendable>(
        within patience: Duration,
        every pause: Duration = .milliseconds(50),
        _ look: () async throws -> Value?
    ) async throws -> Value? {
        let end = ContinuousClock.now + patience
        while true {
            if let value = try await look() { return value }
            guard ContinuousClock.now < end else { return nil }
            try await Task.sleep(for: pause)
        }
    }
}
