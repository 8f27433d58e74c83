import Browser
import Testing

/// Rules as tables, and processes beside each other: the legal office reads, tries and drafts them.
extension Upkeep {
    func aFaultIsDrawnAndProcessesAreCompared() async throws {
        try await signIn("mulu", on: "/processes")
        try await clerk.find(.field("以什么为底稿")).type("范本：行政征用流程")
        try await clerk.press(.button("起草"))
        try await clerk.see("已建立草稿")
        // Nobody is told of the decision any more.
        try await clerk.find(.css("select[name='s1.kind'] option[value=archive]")).click()
        try await clerk.press(.button("核对"))
        try await clerk.see("在图上看不符的路径")
        try await look(as: "designer-fault")
        try await clerk.open("/processes/comparison")
        try await look(as: "comparison-choice")
        try await clerk.find(.field("原来")).type("行政许可通用流程（第 1 版）")
        try await clerk.find(.field("现在")).type("草稿：")
        try await clerk.press(.button("比较"))
        try await clerk.see("版本比较")
        try await look(as: "comparison")
    }

    func rulesAreTables() async throws {
        try await signIn("fazhi", on: "/rules")
        try await clerk.see("事项的规则表")
        try await look(as: "rules")
        try await clerk.open("/rules/hearing?try.sanction=罚款&try.party=公民&try.amount=12000#trial")
        try await clerk.see("应当：第1行")
        try await look(as: "rule")
        try await clerk.open("/rules")
        try await clerk.fill(.field("事项编码"), with: Self.teachers)
        try await clerk.press(.button("查找"))
        try await clerk.see("教师资格认定")
        try await look(as: "rules-of-an-item")
        try await clerk.press(.link("应交材料"))
        try await clerk.press(.button("在末尾增加一行"))
        try await clerk.see("尚未保存")
        try await look(as: "rule-of-an-item")
    }

    /// The demonstration's qualification of teachers.
    private static let teachers = "511A0138600000-511602000000-000-115113010833722043-1-00"
}
