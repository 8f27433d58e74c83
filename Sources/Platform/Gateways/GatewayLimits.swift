/// What a call of another system may cost, whole seconds and bytes.
package struct GatewayLimits: Hashable, Sendable {
    package let connecting: Duration
    /// From the first byte sent to the last received.
    package let total: Duration
    package let greatestAnswer: Int

    package init(
        connecting: Duration = .seconds(3),
        total: Duration = .seconds(8),
        greatestAnswer: Int = 1 << 20
    ) {
        self.connecting = connecting
        self.total = total
        self.greatestAnswer = greatestAnswer
    }
}

/// Why a call of another system got no answer.
package enum GatewayFault: Error, Hashable, Sendable {
    /// Nobody listens, the name is unknown, the certificate does not hold, or the connection broke.
    case unreachable
    /// No whole answer within the limit.
    case slow
    case tooLarge(greatest: Int)
}
