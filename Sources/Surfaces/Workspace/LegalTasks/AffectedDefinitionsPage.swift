import HTML
import Kernel
import Law

/// The processes, tables and rules that cite a law which changed, or will, since they were written.
struct AffectedDefinitionsPage: Component {
    let found: [AffectedDefinition]

    var body: any HTML {
        h1 { "法律变动" }
        p(.cssClass("hint")) {
            "施行中的流程、规则表和监督规则，引用的条文在其制定以后修改、移动或者失效的，列在这里；按新的条文修订、公布后自动移出。没有写明条款的引用，应当逐一核对。"
        }
        Tabs(
            "办理情况",
            [NavigationLink("事项", to: WorkspacePath.legalTasks)]
                + LegalTasksPage.others(current: WorkspacePath.affectedDefinitions)
        )
        if found.isEmpty {
            EmptyState("没有受法律变动影响的流程和规则")
        } else {
            DataTable(
                "受法律变动影响的流程和规则",
                columns: [.init("种类"), .init("名称"), .init("引用"), .init("变动"), .init("自", .whole), .init("影响")],
                rows: found.flatMap { definition in definition.effects.map { row(definition, $0) } },
                showsTitle: false
            )
            p(.cssClass("quiet")) { "共 \(found.count) 个。" }
        }
    }

    private func row(_ definition: AffectedDefinition, _ effect: BasisEffect) -> DataTable.Row {
        DataTable.Row([
            definition.kind.chinese,
            definition.address.map { address in a(.href(address)) { definition.name } } ?? definition.name,
            effect.basis.chinese, effect.change.chinese, effect.from.chinese,
            effect.outcome.chinese,
        ])
    }
}
