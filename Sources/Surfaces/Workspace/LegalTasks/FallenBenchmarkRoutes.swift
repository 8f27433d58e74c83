import Access
import Catalog
import Discretion
import EventLog
import HTML
import Kernel
import Law
import WebServer

/// Behind which fallen benchmark a page begins.
struct FallenBenchmarkPlace: Hashable, Sendable {
    let item: String
    let change: String

    init(_ benchmark: FallenBenchmark) {
        item = benchmark.item
        change = benchmark.change.text
    }

    /// Reads `1I2… 风筝法@repeal`; `nil` for anything else.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return nil }
        (item, change) = (words[0], words[1])
    }

    var address: String { URLText.encode("\(item) \(change)") }
}

extension Workspace {
    var fallenBenchmarkRoutes: [DeskRoute] {
        [
            DeskRoute(
                .get,
                "/law-tasks/benchmarks",
                name: "FallenBenchmarksPage",
                access: Workspace.followingLaw
            ) { request, principal in
                guard let principal else { throw WebRefusal.forbidden }
                let after = request.query["after"].flatMap { FallenBenchmarkPlace($0) }
                let today = today
                let lines = try await log.read(principal.realm) { reading in
                    try reading.fallen(on: today, after: after) { content in
                        Workspace.allows(
                            principal,
                            Workspace.followingLaw,
                            on: content.agency,
                            in: content.division
                        )
                    }
                }
                let shown = lines.prefix(EventReading.fallenShown)
                let page = FallenBenchmarksPage(
                    lines: Array(shown),
                    isFirst: after == nil,
                    next: lines.count > shown.count ? shown.last.map { FallenBenchmarkPlace($0.benchmark) } : nil
                )
                return .page(frame.page("失去依据的裁量权基准", for: principal, request) { page })
            }
        ]
    }
}

extension EventReading {
    fileprivate static var fallenShown: Int { 20 }

    /// Returns one more than a page of what the reader may see: whose item it is, and whether it was abolished, so that its
    /// benchmark is nobody's to adjust, only the item knows.
    fileprivate func fallen(
        on day: Day,
        after: FallenBenchmarkPlace?,
        where isSeen: (ItemContent) -> Bool
    ) throws -> [FallenBenchmarksPage.Line] {
        var lines: [FallenBenchmarksPage.Line] = []
        var last = after
        while lines.count <= Self.fallenShown {
            let round = try fallenBenchmarks(
                on: day,
                after: last.map { ($0.item, $0.change) },
                limit: Self.fallenShown + 1
            )
            guard let end = round.last else { break }
            let items = try states(PowerItem.self, round.map(\.item))
            for benchmark in round {
                guard let item = items[benchmark.item], !item.isAbolished(by: day), let content = item.content(on: day),
                    isSeen(content)
                else { continue }
                lines.append(try line(benchmark, content, on: day))
            }
            last = FallenBenchmarkPlace(end)
        }
        return lines
    }

    private func line(
        _ benchmark: FallenBenchmark,
        _ content: ItemContent,
        on day: Day
    ) throws -> FallenBenchmarksPage.Line {
        let version = try state(ItemBenchmark.self, benchmark.item).state.version(on: day)
        let statutes = try reader.changedStatutes(among: [benchmark.change.statute], in: realm)
        let effects = version?.citations.effects(until: day, under: statutes) ?? []
        return FallenBenchmarksPage.Line(
            benchmark: benchmark,
            name: content.name,
            code: content.code,
            agency: content.agency?.name ?? "未填报",
            bases: effects.filter { $0.change == benchmark.change && $0.outcome == .fell }.map(\.basis.chinese)
        )
    }
}
