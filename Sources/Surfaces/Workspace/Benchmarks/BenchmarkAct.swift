import Access
import Discretion
import EventLog
import Kernel
import WebServer

/// What is done about a draft of a benchmark; each is a form and an address of its own.
///
/// - Source: 江苏某市行政权力网上公开透明运行实施办法 art. 13(3) (benchmarks are filed with the legal office).
enum BenchmarkAct: String, CaseIterable, Sendable {
    case submit, confirm, sendBack = "send-back", publish

    var chinese: String {
        switch self {
        case .submit: "报送备案"
        case .confirm: "准予备案"
        case .sendBack: "退回修改"
        case .publish: "公布"
        }
    }

    /// Whom the act belongs to.
    var access: AccessRule {
        switch self {
        case .submit: Workspace.draftingItems
        case .confirm, .sendBack: .permission(Permission(.confirmItem, .agency))
        case .publish: .permission(Permission(.publishItem, .agency))
        }
    }

    func isOffered(for state: ItemBenchmark) -> Bool {
        switch (self, state.draft?.stage) {
        case (.submit, .drafted?), (.confirm, .submitted?), (.sendBack, .submitted?), (.publish, .confirmed?): true
        case (.submit, _), (.confirm, _), (.sendBack, _), (.publish, _): false
        }
    }

    /// Submits what the form says.
    func submit(_ form: FormValues, on item: String, seen: Int, to log: EventLog, as act: Act) async throws {
        func optional(_ name: String) -> String? { form.trimmed(name).isEmpty ? nil : form.trimmed(name) }
        switch self {
        case .submit:
            _ = try await log.submit(SubmitBenchmark(item: item, seen: seen, note: optional("note")), as: act)
        case .confirm:
            _ = try await log.submit(ConfirmBenchmark(item: item, seen: seen, opinion: optional("opinion")), as: act)
        case .sendBack:
            _ = try await log.submit(
                ReturnBenchmark(item: item, seen: seen, reason: form.trimmed("reason")),
                as: act
            )
        case .publish:
            // A day that is none is before every day that is allowed.
            let day = Day(form.trimmed("day")) ?? .first
            _ = try await log.submit(PublishBenchmark(item: item, seen: seen, inForceFrom: day), as: act)
        }
    }
}
