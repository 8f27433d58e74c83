import DecisionTables
import EventLog
import Kernel
@testable import RuleTables

extension EventExamples {
    /// A table with every part, and rules and columns without what may be absent.
    static func ruleTables() -> [any EventPayload] {
        let table = DecisionTable(
            id: "hearing",
            name: "听证标准",
            hitPolicy: .unique,
            inputs: [
                DecisionTable.Input(
                    name: "share",
                    label: "比例",
                    type: .number,
                    expression: "amount / 12",
                    allowed: ">= 0"
                ),
                DecisionTable.Input(name: "party", label: "当事人", type: .string),
            ],
            outputs: [
                DecisionTable.Output(
                    name: "applies",
                    label: "应当",
                    type: .boolean,
                    allowed: "true, false",
                    otherwise: "false"
                )
            ],
            rules: [
                DecisionTable.Rule(when: [">= 10000", "\"公民\""], then: ["true"], note: "行政处罚法第六十三条"),
                DecisionTable.Rule(when: ["-", "-"], then: ["false"]),
            ]
        )
        return [
            RuleTableDrafted(content: table, basis: "演示文件"),
            RuleTableReturned(reason: "两行重叠"),
            RuleTableEnacted(
                number: Open(1),
                content: Open(table),
                basis: Open("演示文件"),
                inForceFrom: Open("2026-12-01")
            ),
        ]
    }
}
