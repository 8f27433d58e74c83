/// One of the forty-three control-flow patterns of the workflow-patterns literature (Russell, ter Hofstede, van der
/// Aalst, Mulyar 2006), with a model that runs or the reason why an administrative process never needs it.
struct ControlFlowPattern: Sendable {
    enum Standing: Sendable {
        /// Leads a model through a run that shows the pattern.
        case supported(@Sendable () throws -> Void)
        case notNeeded(String)
    }

    let number: Int
    let name: String
    let standing: Standing

    static func supported(_ number: Int, _ name: String, _ show: @escaping @Sendable () throws -> Void) -> Self {
        Self(number: number, name: name, standing: .supported(show))
    }

    static func notNeeded(_ number: Int, _ name: String, _ reason: String) -> Self {
        Self(number: number, name: name, standing: .notNeeded(reason))
    }

    static let all = (basic + branching + instances + stateful + cancelling).sorted { $0.number < $1.number }
}
