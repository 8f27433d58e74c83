private import Dispatch

/// Runs a call that blocks on a thread of its own, so that the cooperative pool keeps serving others.
package func blockingCall<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer
) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async {
            continuation.resume(with: Result { try body() })
        }
    }
}
