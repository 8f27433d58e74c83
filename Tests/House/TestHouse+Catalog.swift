package import Catalog
import Directory
package import Discretion
import EventLog
package import Kernel

extension TestHouse {
    /// Takes an item out of the catalog from a day on, by the four who it takes.
    package func abolish(_ item: PowerItem.ID, from day: Day, because reason: String) async throws {
        let versions = try await log.read(TestHouse.realm) { try $0.state(PowerItem.self, item.text).state.versions }
        guard let content = versions.last?.content else { throw CatalogError.unknownItem(item.text) }
        let adjustment = ItemAdjustment(.abolished, for: .decision, evidence: "国发〔2026〕1号")
        let draft = DraftPowerItem(item: item, content: content, reason: reason, adjustment: adjustment)
        func act(_ command: some Command, _ officer: String) async throws {
            _ = try await submit(command, by: Actor(kind: .officer, id: officer))
        }
        try await act(draft, "founder")
        try await act(SubmitPowerItem(item: item), "founder")
        try await act(ConfirmPowerItem(item: item), "legal")
        try await act(PublishPowerItem(item: item, inForceFrom: day), "publisher")
    }

    /// Takes a benchmark of an item through its procedure and puts it in force.
    package func publish(_ benchmark: DiscretionBenchmark, of item: PowerItem.ID, from day: Day) async throws {
        let reason = "按新的裁量基准修订"
        try await submit(
            DraftBenchmark(item: item.text, content: benchmark, reason: reason),
            by: officer(.handle)
        )
        try await submit(SubmitBenchmark(item: item.text), by: officer(.handle))
        try await submit(ConfirmBenchmark(item: item.text, opinion: "合法"), by: officer(.review))
        try await submit(PublishBenchmark(item: item.text, inForceFrom: day), by: officer(.approve))
    }
}

extension TestHouse {
    /// Puts a further version of an item in force today, by the four who it takes.
    package func revise(_ item: PowerItem.ID, _ change: (inout ItemContent) -> Void) async throws {
        let versions = try await log.read(TestHouse.realm) { try $0.state(PowerItem.self, item.text).state.versions }
        guard var content = versions.last?.content else { throw CatalogError.unknownItem(item.text) }
        change(&content)
        let clerk = Actor(kind: .officer, id: "clerk")
        try await submit(DraftPowerItem(item: item, content: content, reason: "修改"), by: clerk)
        try await submit(SubmitPowerItem(item: item), by: clerk)
        try await submit(ConfirmPowerItem(item: item), by: Actor(kind: .officer, id: "legal"))
        let publish = PublishPowerItem(item: item, inForceFrom: clock.now.day)
        try await submit(publish, by: Actor(kind: .officer, id: "publisher"))
    }

    /// A form with questions under conditions, and a group of one to three rows.
    package static let branchingForm: [FormField] = [
        FormField(key: "purpose", label: "申请事由", kind: .line),
        FormField(key: "rented", label: "场地是否租赁", kind: .choice, choices: ["是", "否"]),
        FormField(
            key: "landlord",
            label: "出租人",
            kind: .line,
            condition: FormCondition(field: "rented", test: "\"是\"")
        ),
        FormField(key: "area", label: "面积", kind: .number),
        FormField(
            key: "exits",
            label: "安全出口数",
            kind: .number,
            condition: FormCondition(field: "area", test: ">= 200")
        ),
        FormField(
            key: "rooms",
            label: "活动室",
            kind: .group,
            parts: [
                FormField(key: "use", label: "用途", kind: .line),
                FormField(key: "sleeps", label: "是否兼作寝室", kind: .choice, choices: ["是", "否"]),
                FormField(
                    key: "beds",
                    label: "床位数",
                    kind: .number,
                    condition: FormCondition(field: "sleeps", test: "\"是\"")
                ),
            ],
            least: 1,
            most: 3
        ),
    ]

    /// Answers to `branchingForm` that ask and say everything.
    package static let branchingAnswers: [String: String] = [
        "purpose": "开办幼儿园", "rented": "是", "landlord": "演示物业公司", "area": "260.5", "exits": "2",
        "rooms.1.use": "活动", "rooms.1.sleeps": "是", "rooms.1.beds": "30",
        "rooms.2.use": "音乐", "rooms.2.sleeps": "否",
    ]
}
